import { failureOf } from '../jobs/failures';
import type { FileRefusal } from './chosen-file';
import { cutFile } from './cut-file';
import { type FileSample, guessCut, readSample } from './file-sample';
import type { ReadMessage, ReadOrder } from './order';
import { correctedPreview, guessedPreview } from './preview';

const TELL_EVERY_MS = 200;
/** The beginning of a trace says what went wrong. */
const ERROR_CHARACTERS = 4000;

/** Carries out an order and tells how it ended; never throws. Runs in the reading process, or in a test. */
export async function obey(order: ReadOrder, tell: (message: ReadMessage) => void): Promise<void> {
  try {
    tell(await answerTo(order, tell));
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    tell({ type: 'failed', ...failureOf(error), error: text.slice(0, ERROR_CHARACTERS) });
  }
}

async function answerTo(order: ReadOrder, tell: (message: ReadMessage) => void): Promise<ReadMessage> {
  const sample = await readSample(order.path);
  if (typeof sample === 'string') return refused(sample);
  if (order.kind === 'cut') {
    const { head, ...cut } = await cutFile({ ...order, reading: resolved(order, sample) }, sometimes(tell));
    return { type: 'cut', ...cut, head: [...head] };
  }
  const { corrected, importKind } = order;
  const preview =
    corrected === null
      ? await guessedPreview(sample, importKind)
      : await correctedPreview(sample, importKind, corrected.reading, corrected.before);
  if (typeof preview === 'string') return refused(preview);
  return { type: 'preview', preview: { bytes: sample.size, ...preview } };
}

/** What was left to this process is read off the beginning of the file. */
function resolved({ reading }: Extract<ReadOrder, { kind: 'cut' }>, sample: FileSample) {
  const { encoding, separator, header } = reading;
  const guessed = guessCut(sample);
  return {
    encoding: encoding === 'auto' ? guessed.encoding : encoding,
    separator: separator === 'auto' ? guessed.separator : separator,
    header,
  };
}

const refused = (why: FileRefusal): ReadMessage => ({ type: 'refused', why });

/** Main needs to hear how far it is, and that it still lives; not of every batch. */
function sometimes(tell: (message: ReadMessage) => void): (rows: number) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (rows) => {
    const now = performance.now();
    if (now - last < TELL_EVERY_MS) return;
    last = now;
    tell({ type: 'progress', rows });
  };
}
