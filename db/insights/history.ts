import type SQLite from 'better-sqlite3';
import { billStands } from '../members/lookup-figures';

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
const ADD_BILLS = `
insert into member_history (n, log)
select m.n, group_concat('b' || ${DAY('p.business_date')} || ',' || p.paid_fen, '')
from purchase p cross join member m on m.id = p.member_id
where p.seq > +? and p.seq <= +? group by m.n
on conflict (n) do update set log = log || excluded.log`;

const moneyBack = (which: string) =>
  `p.paid_fen - coalesce((select sum(r.money_back_fen + r.reduced_by_fen) from refund r
     where r.purchase_id = p.id and r.seq ${which} now.seq), 0)`;

/** What the refunds of a range did to their bills; one of a bill that was gone already did nothing. */
const ADD_REFUNDS = `
insert into member_history (n, log)
select n, group_concat(entry, '' order by seq) from (
  select m.n, seq, case when gone then 'g' || day || ',' || before else 'c' || day || ',' || before || ',' || kept end as entry
  from (
    select now.seq, now.member_id, ${DAY('p.business_date')} as day, ${moneyBack('<')} as before, ${moneyBack('<=')} as kept,
      not ${billStands('p', 'and r.seq <= now.seq')} as gone
    from refund now cross join purchase p on p.id = now.purchase_id
    where now.seq > +? and now.seq <= +? and ${billStands('p', 'and r.seq < now.seq')}
  ) cross join member m on m.id = member_id
  where gone or kept <> before
) group by n
on conflict (n) do update set log = log || excluded.log`;

export function markOf(raw: SQLite.Database): Mark {
  const row = raw
    .prepare<[], Mark>('select purchase_seq as purchaseSeq, refund_seq as refundSeq from history_mark')
    .get();
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

export function setMark(raw: SQLite.Database, { purchaseSeq, refundSeq }: Mark): void {
  raw.prepare('update history_mark set purchase_seq = ?, refund_seq = ?').run(purchaseSeq, refundSeq);
}
