import type { Options } from './arguments';
import type { Words } from './words';

/** A person can do something about it: told as it stands, without a stack. */
export class Told extends Error {}

/** `attention`: done, and something needs a person. */
export const EXIT = { fine: 0, failed: 1, usage: 2, attention: 3 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** What every command is given. */
export interface Call {
  readonly rest: readonly string[];
  readonly options: Options;
  readonly words: Words;
  /** The folder of the head office. */
  readonly folder: string;
  /** Epoch ms UTC. */
  readonly now: () => number;
  /** For people on standard output; with `--json` on standard error, so that it stands in nobody's way. */
  readonly say: (line: string) => void;
  /** The answer for programs, on standard output; nothing without `--json`. */
  readonly answer: (value: unknown) => void;
}

export type Command = (call: Call) => Promise<Exit>;

/** The value of an option that this command cannot do without. */
export function needed(call: Call, name: keyof Options): string {
  const value = call.options[name];
  if (typeof value !== 'string' || value.trim() === '') throw new Told(call.words.needs(`--${name}`));
  return value;
}
