import { decideUp } from '../domain/tiers/judge';
import type { TierChange } from '../domain/tiers/standing';
import type { Tier } from '../domain/tiers/tier';
import type { BusinessDate, Fen } from '../domain/units';
import type { Stamp } from '../points/stamp';
import { insertRows, prepared } from '../prepared';
import { readIn } from '../reading';
import type { Tx } from '../schema';
import {
  accountReading,
  afterRefund,
  type RefundedBill,
  type TierAccount,
  takeBackReading,
} from './accounts';
import { changeRow, type TierAbout } from './mapping';

export interface TierMove {
  readonly from: Tier;
  readonly to: Tier;
}

const UPDATE = 'update member set tier = ?, tier_since = ?, tier_until = ?, tier_fixed = ? where id = ?';
/** Nobody worked on a member who rose by themselves; an import that brought them can still be undone. */
const WORKED_ON = 'update member set updated_at = ? where id = ?';

/**
 * Writes decided changes of one member and how they stand after them: the one place that changes a
 * level. Answers the move from first to last, null when the level is the same.
 */
export function appendTierChanges(
  tx: Tx,
  memberId: string,
  changes: readonly TierChange[],
  about: TierAbout,
  stamp: Stamp,
): TierMove | null {
  const [first, last] = [changes[0], changes.at(-1)];
  if (first === undefined || last === undefined) return null;
  for (const change of changes) insertRows(tx, 'tier_change', [changeRow(memberId, change, about, stamp)]);
  const { tier, since, until, fixed } = last.after;
  prepared(tx, UPDATE).run(tier, since, until, fixed ? 1 : 0, memberId);
  if (changes.some(({ kind }) => kind === 'by_hand')) prepared(tx, WORKED_ON).run(stamp.now, memberId);
  return first.before.tier === tier ? null : { from: first.before.tier, to: tier };
}

/**
 * How a member stands today, with everything written that has become due: sales, refunds and levels
 * set by hand begin with it, before they write anything of their own. Null for one who is no longer active.
 */
export function settleTier(tx: Tx, memberId: string, stamp: Stamp): TierAccount | null {
  const account = readIn(tx, accountReading(memberId, stamp.today));
  if (account === null) return null;
  appendTierChanges(tx, memberId, account.overdue, {}, stamp);
  return { ...account, overdue: [] };
}

/**
 * Up at once, at the sale: `paid` is what was paid in money, `on` the business day of a bill that came
 * later. Answers the move, null when there is none.
 */
export function judgeSale(
  tx: Tx,
  account: TierAccount,
  sale: { readonly purchaseId: string; readonly paid: Fen; readonly on?: BusinessDate },
  stamp: Stamp,
): TierMove | null {
  const { memberId, standing, today, rules } = account;
  const bill = { purchaseId: sale.purchaseId, on: sale.on ?? today, money: sale.paid, stands: true };
  const up = decideUp(standing, [...account.bills, bill], today, rules.on(today));
  if (up === null) return null;
  return appendTierChanges(tx, memberId, [up], { purchaseId: sale.purchaseId }, stamp);
}

/**
 * Takes back an upgrade whose reason the refund undoes. `account` is from before the refund
 * (`settleTier`); the refund itself is written by now.
 */
export function judgeRefund(
  tx: Tx,
  account: TierAccount,
  refund: RefundedBill & { readonly refundId: string },
  stamp: Stamp,
): TierMove | null {
  const changes = readIn(tx, takeBackReading(afterRefund(account, refund)));
  return appendTierChanges(tx, account.memberId, changes, { refundId: refund.refundId }, stamp);
}
