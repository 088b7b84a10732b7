import type SQLite from 'better-sqlite3';
import { prepared } from '../prepared';
import { billStands } from '../purchases/standing';
import type { Tx } from '../schema';

/**
 * `member_history.log`: what a member has bought, as text entries one after the other, each a letter and whole
 * numbers with commas between them. Days count from 1970-01-01, money is fen:
 *
 *     b<day>,<money>            a bill: what was paid for it in money
 *     c<day>,<money>,<kept>     one bill of that day and that money was changed: so much of it was kept
 *     g<day>,<money>            one bill of that day and that money is gone: it went back as a whole
 *
 * A refund names the bill by what it was worth just before, so an entry needs no id: of two bills of one day
 * with the same money it does not matter which one went back. Money is what was paid less what went back and
 * what was kept back for spent points, as in db/tiers/accounts.ts.
 */
export interface Mark {
  /** Up to which row of each ledger the histories have come; -1 while they are being made anew. */
  readonly purchaseSeq: number;
  readonly refundSeq: number;
}

const DAY = (date: string) => `(unixepoch(${date}) / 86400)`;

/** Bills of a range of the ledger, to the end of their members' logs. */
const addBills = (which: string) => `
insert into member_history (n, log)
select m.n, group_concat('b' || ${DAY('p.business_date')} || ',' || p.paid_fen, '')
from purchase p cross join member m on m.id = p.member_id
where ${which} group by m.n
on conflict (n) do update set log = log || excluded.log`;
const ADD_BILLS = addBills('p.seq > +? and p.seq <= +?');
/** Those of one member up to a row, by their own index. */
const BILLS_OF = addBills('p.member_id = ? and +p.seq <= ?');

const moneyBack = (which: string) =>
  `p.paid_fen - coalesce((select sum(r.money_back_fen + r.reduced_by_fen) from refund r
     where r.purchase_id = p.id and r.seq ${which} now.seq), 0)`;

/** What the refunds of a range did to their bills; one of a bill that was gone already did nothing. */
const addRefunds = (which: string) => `
insert into member_history (n, log)
select n, group_concat(entry, '' order by seq) from (
  select m.n, seq, case when gone then 'g' || day || ',' || before else 'c' || day || ',' || before || ',' || kept end as entry
  from (
    select now.seq, now.member_id, ${DAY('p.business_date')} as day, ${moneyBack('<')} as before, ${moneyBack('<=')} as kept,
      not ${billStands('p', 'and r.seq <= now.seq')} as gone
    from refund now cross join purchase p on p.id = now.purchase_id
    where ${which} and ${billStands('p', 'and r.seq < now.seq')}
  ) cross join member m on m.id = member_id
  where gone or kept <> before
) group by n
on conflict (n) do update set log = log || excluded.log`;
const ADD_REFUNDS = addRefunds('now.seq > +? and now.seq <= +?');
const REFUNDS_OF = addRefunds('now.member_id = ? and +now.seq <= ?');

const MARK = 'select purchase_seq as purchaseSeq, refund_seq as refundSeq from history_mark';

export function markOf(raw: SQLite.Database): Mark {
  const row = raw.prepare<[], Mark>(MARK).get();
  if (row === undefined) throw new Error('a store without its mark');
  return row;
}

/** Where the ledgers end. */
export function ledgersEnd(raw: SQLite.Database): Mark {
  const last = (table: 'purchase' | 'refund') =>
    raw.prepare<[], number | null>(`select max(seq) from ${table}`).pluck().get() ?? 0;
  return { purchaseSeq: last('purchase'), refundSeq: last('refund') };
}

/** Rows of the ledgers that the histories do not know yet. */
export function rowsBehind(raw: SQLite.Database): number {
  const [mark, end] = [markOf(raw), ledgersEnd(raw)];
  return end.purchaseSeq - mark.purchaseSeq + end.refundSeq - mark.refundSeq;
}

/**
 * Takes at most so many new rows of the ledgers into the histories, inside the caller's transaction; answers how
 * many it took, 0 when there are no more. It costs what the new rows cost, however many there are already.
 * Bills come first: a refund changes one that is there. Does nothing while the histories are made anew.
 */
export function catchUp(raw: SQLite.Database, most: number): number {
  const [mark, end] = [markOf(raw), ledgersEnd(raw)];
  if (mark.purchaseSeq < 0) return 0;
  const purchaseSeq = Math.min(end.purchaseSeq, mark.purchaseSeq + most);
  const bills = purchaseSeq - mark.purchaseSeq;
  const all = purchaseSeq === end.purchaseSeq;
  const refundSeq = all ? Math.min(end.refundSeq, mark.refundSeq + most - bills) : mark.refundSeq;
  const refunds = refundSeq - mark.refundSeq;
  if (bills > 0) raw.prepare(ADD_BILLS).run(mark.purchaseSeq, purchaseSeq);
  if (refunds > 0) raw.prepare(ADD_REFUNDS).run(mark.refundSeq, refundSeq);
  if (bills + refunds > 0) setMark(raw, { purchaseSeq, refundSeq });
  return bills + refunds;
}

/**
 * Makes the histories of these members anew as far as all of them have come: a merge has moved bills between them.
 * False while all histories are made anew, from a picture in which the bills are still where they were.
 */
export function historiesAnew(tx: Tx, memberIds: readonly string[]): boolean {
  const mark = prepared<Mark>(tx, MARK).get();
  if (mark === undefined || mark.purchaseSeq < 0) return false;
  for (const id of memberIds) {
    prepared(tx, 'delete from member_history where n = (select n from member where id = ?)').run(id);
    prepared(tx, BILLS_OF).run(id, mark.purchaseSeq);
    prepared(tx, REFUNDS_OF).run(id, mark.refundSeq);
  }
  return true;
}

export function setMark(raw: SQLite.Database, { purchaseSeq, refundSeq }: Mark): void {
  raw.prepare('update history_mark set purchase_seq = ?, refund_seq = ?').run(purchaseSeq, refundSeq);
}
