import { codeOf } from '../../../db/store-fault';

/**
 * What may be written down of an error: its class, its code, and where in Shuke it happened. A message is
 * somebody else's sentence and quotes what it stumbled over (JSON, search terms, file names of a person's
 * own), so it is kept only where its words are known to be the schema's. Source: trust, "No personal data in logs".
 */
export function faultWords(error: unknown): string {
  const lines: string[] = [];
  let cause: unknown = error;
  for (let depth = 0; depth < MAX_CAUSES && cause !== undefined && cause !== null; depth++) {
    lines.push(`${depth === 0 ? '' : 'caused by '}${headOf(cause)}`, ...framesOf(cause));
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  return lines.length === 0 ? 'nothing' : lines.join('\n');
}

/** An error of a worker thread, told there: only these words have come over. */
export class ToldFault extends Error {
  constructor(readonly words: string) {
    super('told by a worker');
    this.name = 'ToldFault';
  }
}

const MAX_CAUSES = 4;
const MAX_FRAMES = 24;
const MAX_ISSUES = 8;

function headOf(error: unknown): string {
  if (error instanceof ToldFault) return error.words;
  if (!(error instanceof Error)) return `thrown ${typeof error}`;
  const said = [classOf(error), codeWord(error), callOf(error), issuesOf(error), schemaWords(error)];
  return said.filter((part) => part !== '').join(' ');
}

const classOf = ({ name }: Error): string => (/^[A-Z][A-Za-z]{0,40}$/.test(name) ? name : 'Error');

function codeWord(error: Error): string {
  const code = codeOf(error);
  return /^[A-Za-z][A-Za-z_0-9]{1,60}$/.test(code) ? code : '';
}

/** Node's word for what it asked the system for; the path that it names stays out. */
const callOf = (error: Error): string =>
  'syscall' in error && typeof error.syscall === 'string' && /^[a-z_0-9]{1,20}$/.test(error.syscall)
    ? `(${error.syscall})`
    : '';

/**
 * What was wrong with an input, and in which of its parts. Deeper parts may be keys that were typed, and the
 * messages quote keys as well.
 */
function issuesOf(error: Error): string {
  if (!('issues' in error) || !Array.isArray(error.issues)) return '';
  const issues = error.issues.slice(0, MAX_ISSUES).map((issue: unknown) => {
    if (typeof issue !== 'object' || issue === null) return '?';
    const code = 'code' in issue && /^[a-z_]{1,40}$/.test(String(issue.code)) ? String(issue.code) : '?';
    const [first] = 'path' in issue && Array.isArray(issue.path) ? issue.path : [];
    return typeof first === 'string' && /^[a-z][A-Za-z]{0,30}$/.test(first) ? `${code} at ${first}` : code;
  });
  return `[${issues.join(', ')}]`;
}

/** Constraints and triggers speak in names of tables and in sentences of our own migrations, never in values. */
const schemaWords = (error: Error): string =>
  codeOf(error).startsWith('SQLITE_CONSTRAINT') ? `"${error.message.slice(0, 200)}"` : '';

/** Where it happened, without the folders above: they may bear the name of whoever owns the PC. */
function framesOf(error: unknown): string[] {
  if (!(error instanceof Error) || error.stack === undefined) return [];
  const { stack, message } = error;
  // Lines of the message may look like frames; where it cannot be told where it ends, there are none.
  const at = stack.indexOf(message);
  if (at < 0) return [];
  return stack
    .slice(at + message.length)
    .split('\n')
    .flatMap((line) => frameOf(line))
    .slice(0, MAX_FRAMES);
}

const FRAME = /^\s+at (?:(.*) \()?(.*?):(\d+):(\d+)\)?$/;

function frameOf(line: string): string[] {
  const found = FRAME.exec(line);
  if (found === null) return [];
  const [, where = '', file = '', row = '', column = ''] = found;
  const name = where.replace(/ \[as .*\]$/, '');
  const program = file.split(/[\\/]/).at(-1) ?? '';
  const place = /^[\w.:@-]{1,80}$/.test(program) ? `${program}:${row}:${column}` : `${row}:${column}`;
  return [`    at ${/^[\w$.<># ]{1,80}$/.test(name) ? `${name} ` : ''}(${place})`];
}
