import { columnsUnder } from '../../../db/domain/pos/columns';
import type { PosReading } from '../../../db/domain/pos/fields';
import type { PosFileFailure } from '../../../db/domain/pos/outcome';
import { receiptsOf, type TillReceipt } from '../../../db/domain/pos/receipts';
import { type RefusedRow, type TillRow, TillRowReader } from '../../../db/domain/pos/row';
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
    const rows = await rowsOf(cutTo, new TillRowReader({ ...reading, columns }));
    const receipts = receiptsOf(rows.good, reading.rowsAre);
    return { sha256: answer.sha256, receipts: inOrder([...receipts, ...rows.refused]) };
  } finally {
    removeCutFile(cutTo);
  }
}

const cutOf = ({ encoding, separator, header }: PosReading) => ({ encoding, separator, header });

async function rowsOf(path: string, reader: TillRowReader) {
  const [good, refused]: [TillRow[], RefusedRow[]] = [[], []];
  for await (const batch of cutFileRows(path)) {
    for (const { line, cells } of batch) {
      const row = reader.read(line, cells);
      if ('why' in row) refused.push(row);
      else good.push(row);
    }
  }
  return { good, refused };
}

const inOrder = (receipts: (TillReceipt | RefusedRow)[]) => receipts.sort((a, b) => a.line - b.line);

function failureOf(answer: Exclude<ReadAnswer, { type: 'cut' }>): PosFileFailure | 'file_gone' | 'cancelled' {
  if (answer.type === 'cancelled') return 'cancelled';
  if (answer.type === 'failed') return answer.failure === 'disk_full' ? 'disk_full' : 'file_unreadable';
  if (answer.type === 'preview') return 'file_unreadable';
  const { why } = answer;
  // The other two are of an import's columns, which nothing here has asked about.
  return why === 'required_column_missing' || why === 'column_twice' ? 'file_unreadable' : why;
}
