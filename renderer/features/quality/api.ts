import type { QualityRecord } from '@contract/quality';
import type { Likeness, QualityList } from '@domain/quality/checks';
import { ask } from '../../lib/client';
import type { Answered } from '../../lib/rooms';
import { useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export type Standing = Answered<'quality', 'standing'>;
export interface Pair {
  readonly why: Likeness;
  readonly one: QualityRecord;
  readonly other: QualityRecord;
}

export const PAGE = 100;
/** What one file holds (`exchange.saveTable`). */
export const MOST_IN_FILE = 10_000;

export const useStanding = () => useRead('quality', 'standing', {});
export const useRecords = (list: QualityList, page: number) =>
  useRead('quality', 'list', { list, offset: page * PAGE, limit: PAGE }, { keepLast: true });
export const useDuplicates = () =>
  useRead('quality', 'duplicates', { offset: 0, limit: PAGE }, { keepLast: true });
export const useTellApart = () => useCommand('quality', 'tellApart');
export const useUntellApart = () => useCommand('quality', 'untellApart');

interface Page<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

/** For a file: page after page, as far as a file goes. */
async function all<Row>(read: (offset: number) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const page = await read(rows.length);
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= Math.min(page.total, MOST_IN_FILE)) return rows;
  }
}

export const wholeList = (list: QualityList): Promise<QualityRecord[]> =>
  all((offset) => ask('quality', 'list', { list, offset, limit: PAGE }));
export const allDuplicates = (): Promise<Pair[]> =>
  all((offset) => ask('quality', 'duplicates', { offset, limit: PAGE }));
