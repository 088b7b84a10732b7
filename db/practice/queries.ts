import { sql } from 'kysely';
import { usableOf } from '../domain/points/ledger';
import type {
  Answered,
  Complained,
  Contacted,
  DayClosed,
  Doings,
  HandedOver,
  Refunded,
  SignedUp,
  Sold,
  Tagged,
} from '../domain/practice/doings';
import type { Tier } from '../domain/tiers/tier';
import { type BusinessDate, businessDate, fen, type Instant, instant, points } from '../domain/units';
import { instantOrNull } from '../nullable';
import { accountOf } from '../points/queries';
import { accountFrom } from '../purchases/mapping';
import type { Reader } from '../schema';

/** Everything that was done in the practice store since a moment: what its exercises are judged by. */
export async function doingsSince(db: Reader, since: Instant, today: BusinessDate): Promise<Doings> {
  return {
    signedUp: await signedUp(db, since),
    tagged: await tagged(db, since),
    sold: await sold(db, since, today),
    refunded: await refunded(db, since),
    handedOver: await handedOver(db, since),
    complained: await complained(db, since),
    contacted: await contacted(db, since),
    answered: await answered(db, since),
    closed: await closed(db, since),
  };
}

async function signedUp(db: Reader, since: Instant): Promise<SignedUp[]> {
  const rows = await db
    .selectFrom('member')
    .select(['id', 'phone', 'created_at'])
    .select(
      sql<number>`coalesce((select action = 'given' from consent_entry
        where member_id = member.id and purpose = 'marketing' order by seq desc limit 1), 0)`.as('marketing'),
    )
    .where('created_at', '>=', since)
    .orderBy('created_at')
    .execute();
  return rows.map(({ id, phone, marketing, created_at }) => ({
    ...{ memberId: id, phone, marketing: marketing === 1 },
    at: instant(created_at),
  }));
}

/** A tag has no time of its own: it is as old as the last change of its member. */
async function tagged(db: Reader, since: Instant): Promise<Tagged[]> {
  const rows = await db
    .selectFrom('member_tag')
    .innerJoin('member', 'member.id', 'member_tag.member_id')
    .select(['member.id', 'tag', 'updated_at'])
    .where('updated_at', '>=', since)
    .orderBy('updated_at')
    .execute();
  return rows.map(({ id, tag, updated_at }) => ({ memberId: id, tag, at: instant(updated_at) }));
}

async function sold(db: Reader, since: Instant, today: BusinessDate): Promise<Sold[]> {
  const rows = await db
    .selectFrom('purchase')
    .selectAll()
    .where('recorded_at', '>=', since)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('refund')
            .select('refund.id')
            .whereRef('refund.purchase_id', '=', 'purchase.id')
            .where('refund.kind', '=', 'undo'),
        ),
      ),
    )
    .orderBy('seq')
    .execute();
  const sales: Sold[] = [];
  for (const row of rows) {
    const steps = accountFrom(row)?.steps ?? [];
    const levels = steps.flatMap((step) =>
      step.kind === 'tier' || step.kind === 'member_day' ? [-step.amount] : [],
    );
    const account = await accountOf(db, row.member_id);
    const usable = account === null ? 0 : usableOf(account.holdings, today);
    sales.push({
      memberId: row.member_id,
      gross: fen(row.total_fen + row.discount_fen),
      levelDiscount: fen(levels.reduce((sum, amount) => sum + amount, 0)),
      total: fen(row.total_fen),
      couponIds: steps.flatMap((step) => (step.kind === 'coupon' ? [step.couponId] : [])),
      redeemed: points(row.points_redeemed),
      usableBefore: usable + row.points_redeemed - row.points_earned,
      receiptNo: row.receipt_no,
      at: instant(row.recorded_at),
    });
  }
  return sales;
}

async function refunded(db: Reader, since: Instant): Promise<Refunded[]> {
  const rows = await db
    .selectFrom('refund')
    .select(['purchase_id', 'amount_fen', 'refunded_at'])
    .where('refunded_at', '>=', since)
    .where('kind', 'in', ['part', 'all'])
    .orderBy('seq')
    .execute();
  return rows.map(({ purchase_id, amount_fen, refunded_at }) => ({
    ...{ purchaseId: purchase_id, amount: fen(amount_fen) },
    at: instant(refunded_at),
  }));
}

async function handedOver(db: Reader, since: Instant): Promise<HandedOver[]> {
  const rows = await db
    .selectFrom('coupon_event as event')
    .innerJoin('coupon', 'coupon.id', 'event.coupon_id')
    .select(['coupon.member_id', 'coupon.trigger', 'event.at'])
    .where('event.at', '>=', since)
    .where('event.kind', '=', 'handed_over')
    .orderBy('event.seq')
    .execute();
  return rows.map(({ member_id, trigger, at }) => ({ memberId: member_id, trigger, at: instant(at) }));
}

async function complained(db: Reader, since: Instant): Promise<Complained[]> {
  const gifts = db
    .selectFrom('compensation')
    .select(['complaint_id', sql<number>`sum(worth_fen)`.as('worth'), sql<number>`max(at)`.as('given_at')])
    .groupBy('complaint_id')
    .as('gift');
  const rows = await db
    .selectFrom('complaint')
    .leftJoin(gifts, 'gift.complaint_id', 'complaint.id')
    .selectAll('complaint')
    .select(['gift.worth', 'gift.given_at'])
    .where((eb) => eb.or([eb('received_at', '>=', since), eb('resolved_at', '>=', since)]))
    .orderBy('number')
    .execute();
  const moment = (at: number | null) => instantOrNull(at);
  return rows.map((row) => ({
    ...{ memberId: row.member_id, object: row.object, reason: row.reason },
    receivedAt: instant(row.received_at),
    responseDueAt: instant(row.response_due_at),
    firstRespondedAt: moment(row.first_responded_at),
    given:
      row.worth === null || row.given_at === null
        ? null
        : { worth: fen(row.worth), at: instant(row.given_at) },
    resolvedAt: moment(row.resolved_at),
    closedAt: moment(row.closed_at),
  }));
}

async function contacted(db: Reader, since: Instant): Promise<Contacted[]> {
  const rows = await db
    .selectFrom('care_contact as contact')
    .leftJoin('care_outcome as outcome', 'outcome.contact_id', 'contact.id')
    .select(['contact.channel', 'contact.at', (eb) => eb.fn.max('outcome.at').as('outcomeAt')])
    .where('contact.at', '>=', since)
    .where('contact.direction', '=', 'out')
    .groupBy('contact.id')
    .orderBy('contact.seq')
    .execute();
  return rows.map(({ channel, at, outcomeAt }) => ({
    ...{ channel, at: instant(at) },
    outcomeAt: instantOrNull(outcomeAt),
  }));
}

async function answered(db: Reader, since: Instant): Promise<Answered[]> {
  const rows = await db
    .selectFrom('survey_answer')
    .select(['member_id', 'satisfaction', 'recommend', 'at'])
    .where('at', '>=', since)
    .orderBy('seq')
    .execute();
  return rows.map(({ member_id, at, ...scores }) => ({ memberId: member_id, ...scores, at: instant(at) }));
}

async function closed(db: Reader, since: Instant): Promise<DayClosed[]> {
  const rows = await db
    .selectFrom('day_close')
    .select(['business_date', 'closed_at'])
    .where('closed_at', '>=', since)
    .orderBy('closed_at')
    .execute();
  return rows.map(({ business_date, closed_at }) => ({
    date: businessDate(business_date),
    at: instant(closed_at),
  }));
}

/** The levels as they are now. Every discount of the exercises is that of a level which one sale does not change. */
export async function tiersOf(db: Reader, memberIds: readonly string[]): Promise<ReadonlyMap<string, Tier>> {
  const rows = await db.selectFrom('member').select(['id', 'tier']).where('id', 'in', memberIds).execute();
  return new Map(rows.map(({ id, tier }) => [id, tier]));
}
