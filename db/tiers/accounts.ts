import { addDays, earlierOf } from '../domain/calendar/business-day';
import { advanceTier, standingAfter } from '../domain/tiers/judge';
import type { Standing, TierChange } from '../domain/tiers/standing';
import { decideTakeBack, LONGEST_TAKE_BACK_DAYS, upgradesOf } from '../domain/tiers/take-back';
import { type TierBill, windowFrom } from '../domain/tiers/window';
import { type BusinessDate, businessDate, DAY_MS, type Fen, fen } from '../domain/units';
import { billStands } from '../purchases/standing';
import { type Reading, rows } from '../reading';
import { type HistoryRow, historyFrom, type StandingRow, standingFrom } from './mapping';
import { ruleCalendar, type StoredRules } from './rule-calendar';

/** A member's level, judged today. */
export interface TierAccount {
  readonly memberId: string;
  readonly today: BusinessDate;
  readonly standing: Standing;
  /** What has become due since it was last written, and is not written yet. */
  readonly overdue: readonly TierChange[];
  /** Every bill that can still count, today or for a take-back. */
  readonly bills: readonly TierBill[];
  readonly rules: StoredRules;
}

/**
 * The day that was certainly judged of member `m`: a pass judged everybody, refunds and changes look
 * first. Before the first pass there is nothing to look back on. Takes today.
 */
export const JUDGED_ON = `max(coalesce((select max(business_date) from daily_pass), +?),
      coalesce((select business_date from tier_change where member_id = m.id order by seq desc limit 1), ''),
      coalesce((select max(business_date) from refund where member_id = m.id), ''))`;

const STANDING = `
  select m.tier, m.tier_since, m.tier_until, m.tier_fixed, m.joined_on, ${JUDGED_ON} as judged_on
  from member m where m.id = +? and m.state = 'active'`;

/** What was paid in money, less what went back; money that was kept back for spent points is no takings either. */
const MONEY = `p.paid_fen - coalesce((select sum(r.money_back_fen + r.reduced_by_fen)
    from refund r where r.purchase_id = p.id), 0)`;

/** What is read of a bill `p`. */
export const BILL_COLUMNS = `p.id, p.business_date, ${MONEY} as money, ${billStands('p')} as stands`;

const BILLS = `select ${BILL_COLUMNS} from purchase p where p.member_id = +? and p.bought_at >= +?`;

const HISTORY = `
  select kind, business_date, from_tier, from_since, from_until, to_tier, since, until, fixed
  from tier_change where member_id = +? order by seq`;

export interface BillRow {
  readonly id: string;
  readonly business_date: string;
  readonly money: number;
  readonly stands: 0 | 1;
}

/** An instant before any moment of that business date, in whatever zone: only narrows what is read. */
export const noLaterThan = (day: BusinessDate): number => Date.parse(day) - 2 * DAY_MS;

export const billFrom = (row: BillRow): TierBill => ({
  purchaseId: row.id,
  on: businessDate(row.business_date),
  money: fen(row.money),
  stands: row.stands === 1,
});

/** How a member stands today, whatever has been written; null for one who is no longer active. */
export function* accountReading(memberId: string, today: BusinessDate): Reading<TierAccount | null> {
  const [member] = yield* rows<StandingRow & { judged_on: string }>(STANDING, today, memberId);
  if (member === undefined) return null;
  const stored = standingFrom(member);
  const judgedOn = earlierOf(businessDate(member.judged_on), today);
  const since = earlierOf(judgedOn, stored.until ?? judgedOn);
  const rules = yield* rulesSince(since, today);
  const bills = (yield* rows<BillRow>(BILLS, memberId, noLaterThan(firstDayRead(since, today, rules)))).map(
    billFrom,
  );
  const overdue = advanceTier({ standing: stored, bills, judgedOn, today, rules });
  return { memberId, today, standing: standingAfter(stored, overdue), overdue, bills, rules };
}

/** A refund as far as a level is concerned. */
export interface RefundedBill {
  readonly purchaseId: string;
  /** Money that goes back, what is kept back for spent points included. */
  readonly back: Fen;
  /** Nothing of the bill is left. */
  readonly whole: boolean;
}

/** The account as it is after a refund that its bills do not know yet. */
export const afterRefund = (
  account: TierAccount,
  { purchaseId, back, whole }: RefundedBill,
): TierAccount => ({
  ...account,
  bills: account.bills.map((bill) =>
    bill.purchaseId === purchaseId
      ? { ...bill, money: fen(bill.money - back), stands: bill.stands && !whole }
      : bill,
  ),
});

/** What the refunds that the account knows do to its level. */
export function* takeBackReading(account: TierAccount): Reading<TierChange[]> {
  const { memberId, today, standing, rules, bills } = account;
  const history = yield* rows<HistoryRow>(HISTORY, memberId);
  const upgrades = upgradesOf([...history.map(historyFrom), ...account.overdue]);
  return decideTakeBack({ standing, upgrades, bills, today, rules });
}

/** The rules that judging everything since that day needs, and any take-back. */
export const rulesSince = (since: BusinessDate, today: BusinessDate): Reading<StoredRules> =>
  ruleCalendar(earlierOf(since, addDays(today, -LONGEST_TAKE_BACK_DAYS)), today);

/** From here on a bill may count: for the earliest judgement that is due, and for any upgrade that may be taken back. */
export function firstDayRead(since: BusinessDate, today: BusinessDate, rules: StoredRules): BusinessDate {
  const from = earlierOf(since, addDays(today, -rules.on(today).tiers.takeBackDays));
  return windowFrom(from, rules.longestWindow(from));
}
