import { dirname } from 'node:path';
import { businessDateOf } from '../../../db/domain/calendar/business-day';
import type { TableHead, TableRow } from '../../../db/domain/exchange/table';
import { type Refusal, refuse } from '../../../db/domain/refusal';
import { storeRow } from '../../../db/settings/queries';
import type { AppCx } from '../context';
import { littleRoom } from '../disk-room';
import { writeWanted } from '../write-file';
import { type TableFormat, tableFile, tableFileName, tableKinds } from './table-file';

type NotWritten = Extract<Awaited<ReturnType<typeof writeWanted>>, Refusal>;

/**
 * Asks where to, and writes the table there page by page, as a workbook or as CSV: as the name that the
 * person has given ends. Null when they want none. Pages of 500 rows or fewer keep main free in between.
 */
export async function saveTable(
  { dialogs, freeBytes, preferences, session, sources }: AppCx,
  head: TableHead,
  pages: AsyncIterable<readonly TableRow[]> | Iterable<readonly TableRow[]>,
  format: TableFormat = 'xlsx',
): Promise<{ path: string; rows: number } | NotWritten | null> {
  const { locale } = preferences.get();
  const { opened, calendar } = session.shop();
  const at = sources.clock();
  const today = businessDateOf(at, calendar);
  const path = await dialogs.saveFile(tableFileName(head.title, today, format), tableKinds(locale, format));
  if (path === null) return null;
  // What little is left the counter needs.
  if (littleRoom(freeBytes, [dirname(path), dirname(opened.path)]) !== null)
    return refuse('file_not_written', { why: 'disk_full' });
  const { name: store } = await storeRow(opened.db);
  const counted = new Counted(pages);
  const content = tableFile(path, head, counted, { store, at, zone: calendar.zone, locale });
  return (await writeWanted(path, content)) ?? { path, rows: counted.rows };
}

/** Pages as they come, and how many rows have come. */
class Counted implements AsyncIterable<readonly TableRow[]> {
  rows = 0;

  constructor(private readonly pages: AsyncIterable<readonly TableRow[]> | Iterable<readonly TableRow[]>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<readonly TableRow[]> {
    for await (const page of this.pages) {
      yield page;
      this.rows += page.length;
    }
  }
}

/** A table that is in memory already, page by page. */
export function* inPages(rows: readonly TableRow[], size = 500): Generator<readonly TableRow[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}
