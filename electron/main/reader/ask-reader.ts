import { Lines } from './lines';
import { type ReadMessage, type ReadOrder, readMessageShape } from './order';

/** A started reading process, whoever has started it. */
export interface ReaderProcess {
  readonly stdout: NodeJS.ReadableStream;
  readonly onExit: (ended: () => void) => void;
  readonly kill: () => void;
}
/** Starts a process on `file-reader` with these arguments and a heap of `READER_HEAP_MB`. */
export type StartReader = (args: readonly string[]) => ReaderProcess;
export const READER_HEAP_MB = 192;

export type ReadAnswer = Exclude<ReadMessage, { type: 'progress' }> | { readonly type: 'cancelled' };

/** Nothing of it takes so long: a process that is silent for a minute is ended. */
const SILENT_MS = 60_000;
/** The largest answer is a preview of 20 rows; more is no answer of ours. */
const MOST_CHARACTERS = 16 * 1024 ** 2;
/** What it wrote last may arrive after the news of its end. */
const LAST_WORDS_MS = 500;

/**
 * Has one order carried out in a process of its own and answers its last word. A process that dies, falls
 * silent or talks nonsense has met a file that cannot be read.
 */
export function askReader(
  start: StartReader,
  order: ReadOrder,
  { progress, signal }: { progress?: (rows: number) => void; signal?: AbortSignal } = {},
): Promise<ReadAnswer> {
  return new Promise((resolve) => {
    const reader = started(start, order);
    if (reader === undefined) return resolve(broken('not started'));
    const end = (answer: ReadAnswer) => {
      clearTimeout(patience);
      signal?.removeEventListener('abort', cancel);
      reader.kill();
      resolve(answer);
    };
    const patience = setTimeout(() => end(broken('silent')), SILENT_MS);
    const cancel = () => end({ type: 'cancelled' });
    signal?.addEventListener('abort', cancel);
    if (signal?.aborted) return cancel();
    const hear = (line: string) => {
      const message = understood(line);
      patience.refresh();
      if (message?.type === 'progress') progress?.(message.rows);
      else end(message ?? broken('nonsense'));
    };
    reader.stdout.setEncoding('utf8');
    const lines = new Lines();
    reader.stdout.on('data', (piece: string) => {
      for (const line of lines.take(piece)) hear(line);
      if (lines.open > MOST_CHARACTERS) end(broken('endless'));
    });
    reader.onExit(() => setTimeout(() => end(broken('died')), LAST_WORDS_MS));
  });
}

function started(start: StartReader, order: ReadOrder): ReaderProcess | undefined {
  try {
    return start([JSON.stringify(order)]);
  } catch {
    return undefined;
  }
}

const broken = (how: string): ReadAnswer => ({
  type: 'failed',
  failure: 'file_unreadable',
  line: null,
  error: `the reading process: ${how}`,
});

function understood(line: string): ReadMessage | undefined {
  try {
    return readMessageShape.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}
