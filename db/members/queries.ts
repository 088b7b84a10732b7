import { sql } from 'kysely';
import { openComplaintsOf } from '../complaints/queries';
import { viewOn } from '../coupons/mapping';
import { openCouponsOf } from '../coupons/queries';
import { addDays } from '../domain/calendar/business-day';
import { occasionsOf } from '../domain/members/occasions';
import { maskPhone, phoneTail } from '../domain/members/phone';
import type { Identity, Known, SimilarMember } from '../domain/members/sign-up';
import { isMemberDay } from '../domain/purchases/member-day';
import { worthOf } from '../domain/purchases/redemption';
import { type BusinessDate, businessDate, type Fen, fen, type Instant, instant } from '../domain/units';
import { dateOrNull } from '../nullable';
import { usablePoints } from '../points/queries';
import { billStands } from '../purchases/standing';
import type { Reader } from '../schema';
import { currentRules } from '../settings/queries';
import { standingView, tierOnDemand } from '../tiers/queries';
import { birthdayFrom } from './mapping';

/** Shown as possibly the same person; more would be a list, not a warning. */
const SIMILAR_LOOKED_AT = 5;
/** The usual item is that of the last 12 months. */
const USUAL_DAYS = 365;

/** A member who may be served: known, and neither erased nor merged away. */
export async function memberExists(db: Reader, memberId: string): Promise<boolean> {
  return (await activeMember(db, memberId)) !== undefined;
}

export interface ActiveMember extends Pick<Identity, 'phone' | 'phoneShared' | 'referrerId'> {
  /** The number by which another system knows them. */
  readonly externalId: string | null;
}

export async function activeMember(db: Reader, memberId: string): Promise<ActiveMember | undefined> {
  const row = await db
    .selectFrom('member')
    .select(['phone', 'phone_shared', 'referrer_id', 'external_id'])
    .where('id', '=', memberId)
    .where('state', '=', 'active')
    .executeTakeFirst();
  return (
    row && {
      phone: row.phone,
      phoneShared: row.phone_shared === 1,
      referrerId: row.referrer_id,
      externalId: row.external_id,
    }
  );
}

/** Who looks after them (S54); null = nobody. */
export async function adviserOf(db: Reader, memberId: string): Promise<string | null> {
  const row = await db
    .selectFrom('member')
    .select('adviser_id')
    .where('id', '=', memberId)
    .executeTakeFirst();
  return row?.adviser_id ?? null;
}

/** What is kept of who they are, as a change of it would write it. */
export async function identityOf(db: Reader, memberId: string): Promise<Identity> {
  const row = await db.selectFrom('member').selectAll().where('id', '=', memberId).executeTakeFirstOrThrow();
  return {
    ...{ name: row.name, phone: row.phone, phoneShared: row.phone_shared === 1, cardNo: row.card_no },
    birthday: birthdayFrom(row),
    ...{ gender: row.gender, source: row.source, referrerId: row.referrer_id, note: row.note },
    tags: await tagsOf(db, memberId),
  };
}

/** Who is already there, as far as it bears on an identity; `except` is the member being changed. */
export async function knownBeside(db: Reader, identity: Identity, except: string | null): Promise<Known> {
  const { phone, cardNo, referrerId } = identity;
  const others = db
    .selectFrom('member')
    .select(['id', 'name', 'phone'])
    .where('state', '=', 'active')
    .where('id', '<>', except ?? '');
  const byPhone = phone === null ? undefined : await others.where('phone', '=', phone).executeTakeFirst();
  const byCard = cardNo === null ? undefined : await others.where('card_no', '=', cardNo).executeTakeFirst();
  return {
    byPhone: byPhone ?? null,
    byCard: byCard ?? null,
    similar: await similarTo(db, identity, except),
    referrerThere: referrerId === null || (await mayRefer(db, referrerId, except)),
  };
}

/** Nobody has brought themselves, nor whoever brought them: each would reward the other. */
async function mayRefer(db: Reader, referrerId: string, memberId: string | null): Promise<boolean> {
  const referrer = await activeMember(db, referrerId);
  if (referrer === undefined || memberId === null) return referrer !== undefined;
  return referrerId !== memberId && referrer.referrerId !== memberId;
}

/** Same name and birthday, or same name and last four digits. */
async function similarTo(
  db: Reader,
  { name, phone, birthday }: Identity,
  except: string | null,
): Promise<SimilarMember[]> {
  const tail = phoneTail(phone);
  if (name === '' || (tail === undefined && birthday === null)) return [];
  const sameDay = sql<number>`coalesce(birth_month = ${birthday?.month ?? null} and birth_day = ${birthday?.day ?? null}
    and (birth_year is null or ${birthday?.year ?? null} is null or birth_year = ${birthday?.year ?? null}), 0)`;
  const rows = await db
    .selectFrom('member')
    .select(['id', 'name', 'phone', sameDay.as('same_day')])
    .where('name', '=', name)
    .where('name', '<>', sql.lit('')) // a literal, so that the partial index on names applies
    .where('state', '=', 'active')
    .where('id', '<>', except ?? '')
    .where((eb) => eb.or([eb(sameDay, '=', 1), eb(sql`substr(phone, -4)`, '=', tail ?? null)]))
    .orderBy('n', 'desc')
    .limit(SIMILAR_LOOKED_AT)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    phone: row.phone,
    why: row.same_day === 1 ? 'same_name_and_birthday' : 'same_name_and_phone_tail',
  }));
}

/** Everything the customer card shows of an active member; null for anybody else. */
export async function memberCard(
  db: Reader,
  memberId: string,
  at: { readonly today: BusinessDate; readonly now: Instant },
) {
  const member = await memberOnCard(db, memberId);
  const level = await tierOnDemand(db, memberId, at.today);
  if (member === undefined || level === null) return null;
  const { usable, debt, lapsingSoon } = await usablePoints(db, memberId, at.today);
  const { rules } = await currentRules(db, at.today);
  const birthday = birthdayFrom(member);
  const joinedOn = businessDate(member.joined_on);
  const standing = standingView(level);
  return {
    id: member.id,
    memberNo: member.member_no,
    cardNo: member.card_no,
    name: member.name,
    phone: member.phone,
    phoneMasked: maskPhone(member.phone),
    phoneShared: member.phone_shared === 1,
    gender: member.gender,
    birthday,
    source: member.source,
    referrer:
      member.referrer_id === null ? null : { id: member.referrer_id, name: member.referrer_name ?? '' },
    tier: standing.tier,
    standing,
    coupons: await usableCouponsOf(db, memberId, at.today),
    memberDayPercent: isMemberDay(at.today, rules.memberDay) ? rules.memberDay.percentOff : 0,
    occasions: occasionsOf({ birthday, joinedOn, tier: standing.tier }, rules, at.today),
    adviser:
      member.adviser_id === null || member.adviser_name === null
        ? null
        : { id: member.adviser_id, name: member.adviser_name },
    joinedOn,
    tags: await tagsOf(db, memberId),
    note: member.note,
    points: usable,
    pointsWorth: usable > 0 ? worthOf(usable, rules.points) : fen(0),
    debt,
    lapsingSoon,
    visits: member.visits,
    spent: await spentBy(db, memberId),
    lastVisitOn: dateOrNull(member.last_visit),
    usualItem: await usualItemOf(db, memberId, at.today),
    openComplaints: await openComplaintsOf(db, memberId, at.now),
    consent: await consentOf(db, memberId),
  };
}

/** An adviser who has left looks after nobody. */
function memberOnCard(db: Reader, memberId: string) {
  return db
    .selectFrom('member')
    .innerJoin('member_lookup as l', 'l.n', 'member.n')
    .leftJoin('member as referrer', 'referrer.id', 'member.referrer_id')
    .leftJoin('staff as adviser', (join) =>
      join.onRef('adviser.id', '=', 'member.adviser_id').on('adviser.active', '=', 1),
    )
    .selectAll('member')
    .select(['l.visits', 'l.last_visit', 'referrer.name as referrer_name', 'adviser.name as adviser_name'])
    .where('member.id', '=', memberId)
    .where('member.state', '=', 'active')
    .executeTakeFirst();
}

/** What can lie on a bill today, soonest lapse first; a day of blackout is none. */
async function usableCouponsOf(db: Reader, memberId: string, today: BusinessDate) {
  const open = await openCouponsOf(db, memberId, today);
  return open.map((coupon) => viewOn(coupon, today)).filter(({ stateToday }) => stateToday === 'usable');
}

/** What the shop has noted of them in single words, in the order in which they stand on the card. */
export async function tagsOf(db: Reader, memberId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('member_tag')
    .select('tag')
    .where('member_id', '=', memberId)
    .orderBy('position')
    .execute();
  return rows.map((row) => row.tag);
}

/** Paid, less the money that went back. */
async function spentBy(db: Reader, memberId: string): Promise<Fen> {
  const row = await db
    .selectFrom('purchase')
    .select([
      sql<number>`coalesce(sum(paid_fen), 0)`.as('paid'),
      sql<number>`(select coalesce(sum(money_back_fen), 0) from refund where member_id = ${memberId})`.as(
        'back',
      ),
    ])
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow();
  return fen(row.paid - row.back);
}

/** On how many standing bills of the last 12 months a product was; the latest of equals. */
async function usualItemOf(db: Reader, memberId: string, today: BusinessDate): Promise<string | null> {
  const row = await db
    .selectFrom('purchase as p')
    .innerJoin('purchase_line as line', 'line.purchase_id', 'p.id')
    .select('line.product')
    .where('p.member_id', '=', memberId)
    .where('p.business_date', '>', addDays(today, -USUAL_DAYS))
    // An imported file may count pieces without naming them.
    .where('line.product', '<>', '')
    .where(sql<boolean>`${sql.raw(billStands('p'))}`)
    .groupBy('line.product')
    .orderBy((eb) => eb.fn.count('p.seq').distinct(), 'desc')
    .orderBy((eb) => eb.fn.max('p.seq'), 'desc')
    .orderBy('line.product')
    .limit(1)
    .executeTakeFirst();
  return row?.product ?? null;
}

/** What holds now: the last entry of each purpose. */
export async function consentOf(
  db: Reader,
  memberId: string,
): Promise<{ personalData: boolean; marketing: boolean }> {
  const rows = await db
    .selectFrom('consent_entry')
    .select(['purpose', 'action', (eb) => eb.fn.max('seq').as('last')]) // SQLite: the row of the maximum
    .where('member_id', '=', memberId)
    .groupBy('purpose')
    .execute();
  const holds = (purpose: string) => rows.some((row) => row.purpose === purpose && row.action === 'given');
  return { personalData: holds('personal_data'), marketing: holds('marketing') };
}

/** Every consent entry of a member, newest first. */
export async function consentsOf(db: Reader, memberId: string) {
  const rows = await db
    .selectFrom('consent_entry')
    .innerJoin('staff', 'staff.id', 'consent_entry.staff_id')
    .select(['purpose', 'action', 'text_version', 'channel', 'staff.name as staff_name', 'at'])
    .where('member_id', '=', memberId)
    .orderBy('seq', 'desc')
    .execute();
  return rows.map((row) => ({
    purpose: row.purpose,
    action: row.action,
    textVersion: row.text_version,
    channel: row.channel,
    staffName: row.staff_name,
    at: instant(row.at),
  }));
}
