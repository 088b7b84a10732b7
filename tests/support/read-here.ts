import { PassThrough } from 'node:stream';
import type { ReaderProcess } from '../../electron/main/reader/ask-reader';
import { obey } from '../../electron/main/reader/obey';
import type { ReadOrder } from '../../electron/main/reader/order';

/** The reading process without the process: the same orders and answers, at once. */
export function readHere(args: readonly string[]): ReaderProcess {
  const stdout = new PassThrough();
  const order = JSON.parse(args[0] ?? '') as ReadOrder; // main's own words
  void obey(order, (message) => void stdout.write(`${JSON.stringify(message)}\n`));
  return { stdout, onExit: () => undefined, kill: () => void stdout.destroy() };
}
