import { join } from 'node:path';
import { utilityProcess } from 'electron';
import { READER_HEAP_MB, type ReaderProcess } from './ask-reader';

/** The reading process as a utility process of Electron: no window, no store, a small heap. */
export function startReaderProcess(args: readonly string[]): ReaderProcess {
  const reader = utilityProcess.fork(join(import.meta.dirname, 'file-reader.js'), [...args], {
    serviceName: 'Shuke file reader',
    stdio: ['ignore', 'pipe', 'ignore'],
    // A utility process takes a limit of V8 in this form only.
    execArgv: [`--js-flags=--max-old-space-size=${READER_HEAP_MB}`],
  });
  const { stdout } = reader;
  if (stdout === null) throw new Error('the reading process has no pipe');
  return {
    stdout,
    onExit: (ended) => void reader.once('exit', ended),
    kill: () => void reader.kill(),
  };
}
