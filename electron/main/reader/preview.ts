import {
  fieldsOf,
  type ImportField,
  type ImportKind,
  MAX_COLUMNS,
  missingFields,
  type Reading,
} from '../../../db/domain/exchange/fields';
import { guessReading } from '../../../db/domain/exchange/guess';
import { readPhone } from '../../../db/domain/exchange/phones';
import type { ImportPreview } from '../../contract/exchange';
import type { FileRefusal } from './chosen-file';
import { type FileSample, guessCut, sampleRows } from './file-sample';

const SHOWN_ROWS = 20;
/** A cell in the preview; longer ones are cut there, not in the import. */
const SHOWN_CHARACTERS = 200;

type Preview = Omit<ImportPreview, 'fileId' | 'name' | 'bytes'>;

/** What the beginning of a file looks like when Shuke guesses how to read it. */
export async function guessedPreview(sample: FileSample, kind: ImportKind): Promise<Preview | FileRefusal> {
  const cut = guessCut(sample);
  const rows = await sampleRows(sample, cut);
  if (rows.length === 0) return 'file_unreadable';
  return previewOf(rows, kind, guessReading(rows, kind, cut));
}

/**
 * The same as a person has corrected it. Other cells need other columns: when encoding, separator or
 * head have changed since `before`, the columns are guessed anew.
 */
export async function correctedPreview(
  sample: FileSample,
  kind: ImportKind,
  reading: Reading,
  before: Reading,
): Promise<Preview | FileRefusal> {
  const rows = await sampleRows(sample, reading);
  if (rows.length === 0) return 'file_unreadable';
  const sameCells = reading.encoding === before.encoding && reading.separator === before.separator;
  if (sameCells && reading.header === before.header) return previewOf(rows, kind, reading);
  const guessed = guessReading(rows, kind, reading, reading.header);
  return previewOf(rows, kind, { ...reading, columns: guessed.columns });
}

function previewOf(rows: readonly (readonly string[])[], kind: ImportKind, reading: Reading): Preview {
  const width = Math.min(
    MAX_COLUMNS,
    rows.reduce((most, row) => Math.max(most, row.length), 0),
  );
  const columns = Array.from({ length: width }, (_, at) => fieldAt(reading.columns[at], kind));
  const body = reading.header ? rows.slice(1) : rows;
  const phone = columns.indexOf('phone');
  return {
    reading: { ...reading, columns },
    headers: reading.header ? (rows[0] ?? []).slice(0, width).map(shown) : [],
    rows: body.slice(0, SHOWN_ROWS).map((row) => row.slice(0, width).map(shown)),
    damagedPhones:
      phone < 0 ? 0 : body.filter((row) => readPhone(row[phone] ?? '') === 'phone_damaged').length,
    missing: missingFields(kind, columns),
  };
}

/** A field of the other kind of file is none here. */
const fieldAt = (field: ImportField | null | undefined, kind: ImportKind): ImportField | null =>
  field !== null && field !== undefined && fieldsOf(kind).includes(field) ? field : null;

const shown = (cell: string): string =>
  cell.length > SHOWN_CHARACTERS ? `${cell.slice(0, SHOWN_CHARACTERS)}…` : cell;
