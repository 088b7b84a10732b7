import { parseArgs } from 'node:util';

const COMMANDS = [
  'init',
  'register',
  'ingest',
  'status',
  'ack',
  'rules',
  'settle',
  'report',
  'query',
  'tidy',
] as const;
export type CommandName = (typeof COMMANDS)[number];

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  /** Head office's folder; the current one unless it is said. */
  office: { type: 'string' },
  name: { type: 'string' },
  clickhouse: { type: 'string' },
  cluster: { type: 'string' },
  database: { type: 'string' },
  due: { type: 'string' },
  out: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  day: { type: 'string' },
  title: { type: 'string' },
  why: { type: 'string' },
  store: { type: 'string' },
  keep: { type: 'string' },
} as const;

export type Options = ReturnType<typeof read>['values'];

export interface Asked {
  readonly command: CommandName | null;
  readonly rest: readonly string[];
  readonly options: Options;
}

/** Null when there is no such command or option, or an option lacks its value. */
export function askedFor(args: readonly string[]): Asked | null {
  try {
    const { values, positionals } = read(args);
    const [name, ...rest] = positionals;
    const command = COMMANDS.find((one) => one === name) ?? null;
    return name !== undefined && command === null ? null : { command, rest, options: values };
  } catch {
    return null;
  }
}

const read = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
