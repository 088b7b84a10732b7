import type { Likeness, QualityList } from '@domain/quality/checks';
import { client } from '../../lib/client';
import type { Answered } from '../../lib/rooms';
import { useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export type Standing = Answered<'quality', 'standing'>;
export type QualityRecord = Answered<'quality', 'list'>['rows'][number];
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

/** All of a list, for a file: page after page, as far as a file goes. */
export async function wholeList(list: QualityList): Promise<QualityRecord[]> {
  const rows: QualityRecord[] = [];
  for (;;) {
    const page = await client.quality.list({ list, offset: rows.length, limit: PAGE });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= Math.min(page.total, MOST_IN_FILE)) return rows;
  }
}
