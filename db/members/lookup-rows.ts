import type SQLite from 'better-sqlite3';
import type { BusinessDate } from '../domain/units';
import { prepared } from '../prepared';
import type { Tx } from '../schema';
import { type Figures, figuresSql, type LookupRow } from './lookup-figures';
import { BEFORE, membersOfImport, rebuildAll, rebuildSome } from './lookup-rebuild';
import { lookupWrites } from './lookup-writes';

/** Members are read and written in lists of so many: a list is one statement of each kind. */
const STEP = 2000;

const FIGURES = figuresSql('id');

/**
 * Renews what the counter shows of these members, within the transaction that changed them. Only
 * what differs is written; the search indexes only when a name or phone has changed, so a sale
 * writes none. Members who are no longer active lose their row.
 */
export function refreshLookup(tx: Tx, memberIds: readonly string[], today: BusinessDate): void {
  for (let from = 0; from < memberIds.length; from += STEP) {
    const ids = memberIds.slice(from, from + STEP);
    const figures = prepared<Figures>(tx, FIGURES).all(today, JSON.stringify(ids));
    const before = prepared<LookupRow>(tx, BEFORE).all(JSON.stringify(figures.map(({ n }) => n)));
    for (const { sql, list } of lookupWrites(figures, before)) prepared(tx, sql).run(list);
  }
}

/**
 * The same for very many members, over the raw connection: all of them, or those whom an import
 * brought or sold to. Runs in a transaction of its own unless one is open.
 */
export function rebuildLookup(
  raw: SQLite.Database,
  today: BusinessDate,
  where: 'all' | { readonly importId: string } = 'all',
): void {
  raw.transaction(() => {
    const touched = where === 'all' ? undefined : membersOfImport(raw, where.importId);
    const members = raw.prepare<[], number>('select count(*) from member').pluck().get() ?? 0;
    // Beyond a third of the store, dropping the indexes and making them again is the shorter way.
    if (touched === undefined || touched.length * 3 > members) rebuildAll(raw, today);
    else rebuildSome(raw, today, touched);
  })();
}
