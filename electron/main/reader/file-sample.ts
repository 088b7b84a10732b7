import { type FileHandle, open } from 'node:fs/promises';
import { bomLength, guessEncoding } from '../../../db/domain/exchange/encoding';
import type { Encoding, Reading, Separator } from '../../../db/domain/exchange/fields';
import { guessSeparator } from '../../../db/domain/exchange/separator';
import type { FileRow } from '../../../db/exchange/file-row';
import { type FileRefusal, refusalOf, sizeOfFile } from './chosen-file';
import { type RowCutter, rowCutter } from './cut-rows';
import { decoderOf } from './decode';

const SAMPLE_BYTES = 256 * 1024;
const SAMPLE_ROWS = 300;

/** The beginning of a chosen file. */
export interface FileSample {
  readonly bytes: Buffer;
  /** Size of the whole file. */
  readonly size: number;
}

/** Reads the beginning of a file; answers why it cannot be imported at all. */
export async function readSample(path: string): Promise<FileSample | FileRefusal> {
  // Asked before it is opened: opening a pipe waits for somebody to write into it.
  const size = await sizeOfFile(path);
  if (typeof size === 'string') return size;
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    const bytes = Buffer.alloc(Math.min(SAMPLE_BYTES, size));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return isWorkbook(bytes) ? 'file_is_workbook' : { bytes: bytes.subarray(0, bytesRead), size };
  } catch (error) {
    return refusalOf(error);
  } finally {
    await file?.close();
  }
}

/** xlsx and its kin are ZIP files, xls is an OLE file. */
const isWorkbook = (bytes: Buffer): boolean =>
  bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1')) ||
  bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));

/** How the sample's text is cut, as far as it shows. */
export function guessCut(sample: FileSample): { encoding: Encoding; separator: Separator } {
  const encoding = guessEncoding(sample.bytes);
  return { encoding, separator: guessSeparator(textOf(sample, encoding)) };
}

const textOf = ({ bytes }: FileSample, encoding: Encoding): string =>
  decoderOf(encoding).write(bytes.subarray(bomLength(bytes, encoding)));

/** The first rows of the file, its head among them; none when it is no table. */
export async function sampleRows(
  sample: FileSample,
  cut: Pick<Reading, 'encoding' | 'separator'>,
): Promise<readonly (readonly string[])[]> {
  const cutter = rowCutter(cut.separator);
  const rows = await wholeRows(sample, cut.encoding, cutter);
  return rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells);
}

async function wholeRows(
  sample: FileSample,
  encoding: Encoding,
  cutter: RowCutter,
): Promise<readonly FileRow[]> {
  const rows: FileRow[] = [];
  try {
    rows.push(...(await cutter.write(textOf(sample, encoding))));
    // The last row of a longer file is cut short by the sample, so it is left out.
    if (sample.bytes.length === sample.size) rows.push(...(await cutter.end()));
  } catch {
    // The whole file is read, and the line named, before anything is written.
    rows.push(...cutter.taken());
  }
  return rows;
}
