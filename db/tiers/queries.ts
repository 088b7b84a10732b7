import { sql } from 'kysely';
import type { TierRights, TierThreshold } from '../domain/settings/shop-rules';
import { type Progress, progressOf } from '../domain/tiers/progress';
import type { ChangeKind, Standing } from '../domain/tiers/standing';
import type { Tier } from '../domain/tiers/tier';
import { billsWithin, type TierBill } from '../domain/tiers/window';
import { type BusinessDate, businessDate, type Fen, fen, type Instant, instant } from '../domain/units';
import { dateOrNull } from '../nullable';
import { readOn } from '../reading';
import type { Reader } from '../schema';
import type { RuleStamp } from '../settings/queries';
import {
  accountReading,
  afterRefund,
  type RefundedBill,
  type TierAccount,
  takeBackReading,
} from './accounts';

/** How a member stands today, also when nothing has written it yet; null for one who is no longer active. */
export const tierOnDemand = (
  db: Reader,
  memberId: string,
  today: BusinessDate,
): Promise<TierAccount | null> => readOn(db, accountReading(memberId, today));

/** The level after a refund that has not happened yet; null when it stays. */
export async function tierAfterRefund(
  db: Reader,
  account: TierAccount,
  refund: RefundedBill,
): Promise<{ from: Tier; to: Tier } | null> {
  const changes = await readOn(db, takeBackReading(afterRefund(account, refund)));
  const to = changes.at(-1)?.after.tier ?? account.standing.tier;
  return to === account.standing.tier ? null : { from: account.standing.tier, to };
}

/** A level as the counter tells it: how long, how far to the next, and what it is good for. */
export interface StandingView extends Standing, Progress {
  readonly rights: TierRights;
}

export function standingView({ standing, bills, today, rules }: TierAccount): StandingView {
  const { tiers } = rules.on(today);
  const { money, visits, windowFrom, next, keep } = progressOf(standing, bills, today, tiers);
  const { tier, since, until, fixed } = standing;
  return { tier, since, until, fixed, money, visits, windowFrom, next, keep, rights: tiers.rights[tier] };
}

/** As many bills as a screen shows; what is counted is over all of them. */
const MOST_BILLS = 200;

export interface WhyTier {
  readonly standing: StandingView;
  readonly windowMonths: number;
  readonly protectionMonths: number;
  readonly loyal: TierThreshold;
  readonly vip: TierThreshold;
  readonly rule: RuleStamp;
  /** Newest first. */
  readonly bills: (TierBill & { readonly receiptNo: string | null })[];
  readonly billsInAll: number;
  /** Newest first. */
  readonly changes: ChangeView[];
}

interface ChangeView {
  readonly kind: ChangeKind;
  readonly from: Tier;
  readonly to: Tier;
  readonly on: BusinessDate;
  readonly until: BusinessDate | null;
  readonly fixed: boolean;
  readonly money: Fen;
  readonly visits: number;
  readonly reason: string;
  readonly at: Instant;
  readonly staffName: string;
  readonly rule: RuleStamp;
}

/**
 * Why a level is what it is: what counts, the rule, and every change there ever was. Changes that are
 * due stand as they would be written by whoever looks, at that moment.
 */
export async function whyTier(
  db: Reader,
  memberId: string,
  looks: { readonly today: BusinessDate; readonly now: Instant; readonly staffName: string },
): Promise<WhyTier | null> {
  const account = await tierOnDemand(db, memberId, looks.today);
  if (account === null) return null;
  const { version, tiers } = account.rules.on(looks.today);
  const { windowMonths, protectionMonths, loyal, vip } = tiers;
  const counted = billsWithin(account.bills, looks.today, windowMonths);
  const days = await effectiveDays(db);
  const rule = (of: number): RuleStamp => ({ version: of, effectiveFrom: businessDate(days.get(of) ?? '') });
  const due = account.overdue.map(({ on, kind, before, after, takings, ruleVersion, reason }) => ({
    ...{ kind, on, from: before.tier, to: after.tier, until: after.until, fixed: after.fixed },
    ...{ ...takings, reason, at: looks.now, staffName: looks.staffName, rule: rule(ruleVersion) },
  }));
  return {
    standing: standingView(account),
    ...{ windowMonths, protectionMonths, loyal, vip },
    rule: rule(version),
    bills: await newestFirst(db, counted),
    billsInAll: counted.length,
    changes: [...due.toReversed(), ...(await writtenChanges(db, memberId, rule))],
  };
}

async function effectiveDays(db: Reader): Promise<Map<number, string>> {
  const versions = await db.selectFrom('rule_version').select(['version', 'effective_from']).execute();
  return new Map(versions.map((row) => [row.version, row.effective_from]));
}

async function newestFirst(db: Reader, bills: readonly TierBill[]): Promise<WhyTier['bills']> {
  const ids = JSON.stringify(bills.map(({ purchaseId }) => purchaseId));
  const rows = await db
    .selectFrom('purchase')
    .select(['id', 'receipt_no'])
    .where('id', 'in', sql<string>`(select value from json_each(${ids}))`)
    .orderBy('bought_at', 'desc')
    .orderBy('seq', 'desc')
    .limit(MOST_BILLS)
    .execute();
  const byId = new Map(bills.map((bill) => [bill.purchaseId, bill]));
  return rows.flatMap(({ id, receipt_no }) => {
    const bill = byId.get(id);
    return bill === undefined ? [] : [{ ...bill, receiptNo: receipt_no }];
  });
}

async function writtenChanges(
  db: Reader,
  memberId: string,
  rule: (version: number) => RuleStamp,
): Promise<ChangeView[]> {
  const rows = await db
    .selectFrom('tier_change')
    .innerJoin('staff', 'staff.id', 'tier_change.staff_id')
    .selectAll('tier_change')
    .select('staff.name as staff_name')
    .where('member_id', '=', memberId)
    .orderBy('seq', 'desc')
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    from: row.from_tier,
    to: row.to_tier,
    on: businessDate(row.business_date),
    until: dateOrNull(row.until),
    fixed: row.fixed === 1,
    money: fen(row.money_fen),
    visits: row.visits,
    reason: row.reason,
    at: instant(row.at),
    staffName: row.staff_name,
    rule: rule(row.rule_version),
  }));
}
