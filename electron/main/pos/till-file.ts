import { setImmediate as nextTurn } from 'node:timers/promises';
import { columnsUnder } from '../../../db/domain/pos/columns';
import type { PosReading } from '../../../db/domain/pos/fields';
import type { PosFileFailure } from '../../../db/domain/pos/outcome';
import { ReceiptGatherer, type TillReceipt } from '../../../db/domain/pos/receipts';
import { type RefusedRow, TillRowReader } from '../../../db/domain/pos/row';
import { askReader, type ReadAnswer, type StartReader } from '../reader/ask-reader';
import { removeCutFile } from '../reader/cut-file-place';
import { cutFileRows } from '../reader/cut-file-rows';

/** A till writes a day into a file; what is larger is an archive, and is imported. */
const MOST_ROWS = 100_000;

/** What a file of the till says, in its order. */
export interface TillFile {
  readonly sha256: string;
  readonly receipts: readonly (TillReceipt | RefusedRow)[];
}

/**
 * Reads one file of the till to its end: the reading process cuts it into rows beside the store, and what is
 * posted is exactly what was read then, whatever becomes of the file. Answers why it cannot be read.
 */
export async function readTillFile(
  startReader: StartReader,
  { path, cutTo, reading }: { readonly path: string; readonly cutTo: string; readonly reading: PosReading },
  signal: AbortSignal,
): Promise<TillFile | PosFileFailure | 'file_gone' | 'cancelled'> {
  try {
    const answer = await askReader(
      startReader,
      { kind: 'cut', path, reading: cutOf(reading), to: cutTo },
      { signal },
    );
    if (answer.type !== 'cut') return failureOf(answer);
    if (answer.rows > MOST_ROWS) return 'file_too_large';
    const columns = columnsUnder(answer.head, reading);
    if (columns === undefined) return 'columns_changed';
    const reader = new TillRowReader({ ...reading, columns });
    return { sha256: answer.sha256, receipts: await gathered(cutTo, reader, reading.rowsAre) };
  } finally {
    removeCutFile(cutTo);
  }
}

const cutOf = ({ encoding, separator, header }: PosReading) => ({ encoding, separator, header });

/** Main serves the counter after so many rows, each some microseconds. */
const ROWS_AT_ONCE = 500;

async function gathered(path: string, reader: TillRowReader, rowsAre: PosReading['rowsAre']) {
  const gatherer = new ReceiptGatherer(rowsAre);
  let rows = 0;
  for await (const batch of cutFileRows(path)) {
    for (const { line, cells } of batch) {
      gatherer.add(reader.read(line, cells));
      if (++rows % ROWS_AT_ONCE === 0) await nextTurn();
    }
  }
  const receipts: (TillReceipt | RefusedRow)[] = [];
  for (const receipt of gatherer.receipts()) {
    receipts.push(receipt);
    if (receipts.length % ROWS_AT_ONCE === 0) await nextTurn();
  }
  return receipts;
}

function failureOf(answer: Exclude<ReadAnswer, { type: 'cut' }>): PosFileFailure | 'file_gone' | 'cancelled' {
  if (answer.type === 'cancelled') return 'cancelled';
  if (answer.type === 'failed') return answer.failure === 'disk_full' ? 'disk_full' : 'file_unreadable';
  if (answer.type === 'preview') return 'file_unreadable';
  const { why } = answer;
  // The other two are of an import's columns, which nothing here has asked about.
  return why === 'required_column_missing' || why === 'column_twice' ? 'file_unreadable' : why;
}
