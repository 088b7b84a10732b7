import { z } from 'zod';
import { EDUCATIONS, INCOMES, NEEDS, PRICE_SENSITIVITIES } from '../../db/domain/members/profile';
import { couponView, rateShape, tierStanding } from './loyalty-shapes';
import { command, plain, query, room } from './rpc';
import { amount, count, dateShape, id, instantShape, line, pointCount, prose, tierShape } from './shapes';

/** How the box read what was typed; shown beside it ("读作：手机尾号"). */
const readAsShape = z.enum([
  'nothing',
  'phone',
  'phone_part',
  'card',
  'coupon',
  'pinyin',
  'name',
  'payment_code',
]);

/** Why a row is there; digits are tried as prefix, tail, part, in this order. */
const matchShape = z.enum([
  'phone',
  'phone_prefix',
  'phone_tail',
  'phone_part',
  'card',
  'coupon',
  'name',
  'pinyin',
  'initials',
  'recent',
]);

export const memberRow = z.strictObject({
  id,
  name: z.string(),
  /** `138****8812`; empty when no phone is known. */
  phoneMasked: z.string(),
  memberNo: z.string(),
  tier: tierShape,
  points: z.int(),
  openComplaints: count,
  /** Unused ones whose days include today. */
  usableCoupons: count,
  lastVisitOn: dateShape.nullable(),
  visits: count,
  match: matchShape,
});
export type MemberRow = z.output<typeof memberRow>;

const birthday = z.strictObject({
  year: z.int().min(1900).max(2100).nullable(),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
});
const gender = z.enum(['female', 'male']);
export const sourceShape = z.enum(['walk_in', 'online_ad', 'event', 'referral', 'import']);
const purpose = z.enum(['personal_data', 'marketing']);

/** Digits of a phone as typed; spaces, dashes and +86 are folded by the rule, which refuses the rest. */
const phoneInput = line(32);
const tags = z.array(line(16).pipe(z.string().min(1))).max(20);

export const memberCard = z.strictObject({
  id,
  memberNo: z.string(),
  cardNo: z.string().nullable(),
  name: z.string(),
  phone: z.string().nullable(),
  phoneMasked: z.string(),
  phoneShared: z.boolean(),
  gender: gender.nullable(),
  birthday: birthday.nullable(),
  source: sourceShape,
  referrer: z.strictObject({ id, name: z.string() }).nullable(),
  /** Judged today, also when the daily pass has not come to them yet. */
  tier: tierShape,
  standing: tierStanding,
  /** Coupons that can be used today, soonest lapse first. */
  coupons: z.array(couponView),
  /** Store-wide discount of a member day today, in percent; 0 = none today. */
  memberDayPercent: z.int().min(0).max(99),
  /** Birthday and anniversary of joining while their window is open. */
  occasions: z.array(
    z.strictObject({
      kind: z.enum(['birthday', 'anniversary']),
      /** 0 today, negative = so many days ago. */
      inDays: z.int(),
      /** Years completed on that day; null for a birthday without a year. */
      years: count.nullable(),
      /** What points are multiplied by today; null = not. */
      multiplier: rateShape.nullable(),
    }),
  ),
  adviser: z.strictObject({ id, name: z.string() }).nullable(),
  joinedOn: dateShape,
  tags: z.array(z.string()),
  note: z.string(),
  /** Usable points today: lapsed lots are never counted, debt is already taken off (may be negative). */
  points: z.int(),
  pointsWorth: z.int(),
  debt: pointCount,
  lapsingSoon: z.strictObject({ points: pointCount, lastDay: dateShape }).nullable(),
  visits: count,
  spent: amount,
  lastVisitOn: dateShape.nullable(),
  /** What they bought most often in the last 12 months; null without lines. */
  usualItem: z.string().nullable(),
  openComplaints: z.array(
    z.strictObject({
      id,
      number: count,
      what: z.string(),
      state: z.string(),
      dueAt: instantShape,
      /** Its clocks stand still: the customer is waited for. */
      paused: z.boolean(),
      overdue: z.boolean(),
    }),
  ),
  consent: z.strictObject({
    personalData: z.boolean(),
    marketing: z.boolean(),
  }),
});
export type MemberCard = z.output<typeof memberCard>;

const similar = z.strictObject({
  id,
  name: z.string(),
  phoneMasked: z.string(),
  why: z.enum(['same_name_and_birthday', 'same_name_and_phone_tail']),
});

const identityRefusals = {
  name_or_phone_needed: plain,
  phone_malformed: plain,
  phone_taken: z.strictObject({ memberId: id, name: z.string(), phoneMasked: z.string() }),
  card_taken: z.strictObject({ memberId: id, name: z.string() }),
  card_malformed: plain,
  birthday_malformed: plain,
  referrer_unknown: plain,
};

const identity = {
  name: line(40),
  phone: phoneInput,
  /** A family shares this phone; otherwise a taken phone is refused. */
  phoneShared: z.boolean(),
  cardNo: line(32),
  birthday: birthday.nullable(),
  gender: gender.nullable(),
  source: sourceShape,
  referrerId: id.nullable(),
  tags,
  note: prose(2000),
};

/** What a member may tell of themselves; all of it optional (S10, S11, S33). */
const profile = z.strictObject({
  occupation: line(40),
  income: z.enum(INCOMES).nullable(),
  education: z.enum(EDUCATIONS).nullable(),
  priceSensitivity: z.enum(PRICE_SENSITIVITIES).nullable(),
  needs: z.array(z.enum(NEEDS)).max(NEEDS.length).readonly(),
  interests: tags.readonly(),
});

export const membersRoom = room(() => ({
  lookup: query(
    z.strictObject({ text: z.string().max(64) }),
    z.strictObject({ readAs: readAsShape, rows: z.array(memberRow).max(20) }),
  ),
  /** Today's last customers, newest first: what the left column shows while nothing is typed. */
  recent: query(z.strictObject({}), z.array(memberRow).max(20)),
  card: query(z.strictObject({ memberId: id }), memberCard.nullable()),
  /** The members' list: pages of a stable order. */
  list: query(
    z.strictObject({
      order: z.enum(['last_visit', 'joined', 'points', 'visits']),
      offset: count,
      limit: z.int().min(1).max(200),
    }),
    z.strictObject({ total: count, rows: z.array(memberRow.extend({ joinedOn: dateShape })) }),
  ),
  consents: query(
    z.strictObject({ memberId: id }),
    z.array(
      z.strictObject({
        purpose,
        action: z.enum(['given', 'withdrawn']),
        textVersion: z.string(),
        channel: z.string(),
        staffName: z.string(),
        at: instantShape,
      }),
    ),
  ),
  signUp: command({
    input: z.strictObject({
      ...identity,
      consent: z.strictObject({
        personalData: z.boolean(),
        marketing: z.boolean(),
        textVersion: line(32),
        /** Ticked by the cashier, tapped by the customer on their own screen, or signed on a printed slip. */
        channel: z.enum(['counter', 'display', 'paper']).default('counter'),
      }),
      /** The cashier has seen the similar members and says this is another person. */
      distinct: z.boolean(),
    }),
    output: z.strictObject({ memberId: id, memberNo: z.string() }),
    refusals: {
      ...identityRefusals,
      consent_needed: plain,
      similar_exists: z.strictObject({ members: z.array(similar).max(5) }),
    },
    changes: ['members', 'coupons'],
  }),
  /** The named member of staff who looks after them (S54); null = nobody. */
  setAdviser: command({
    input: z.strictObject({ memberId: id, staffId: id.nullable() }),
    output: z.strictObject({}),
    refusals: { member_gone: plain, staff_gone: plain },
    changes: ['members'],
  }),
  profile: query(z.strictObject({ memberId: id }), profile),
  /** Without consent to keeping their data it may only tell less than before (S28). */
  setProfile: command({
    input: profile.extend({ memberId: id }),
    output: z.strictObject({}),
    refusals: { member_gone: plain, consent_needed: plain },
    changes: ['members'],
  }),
  change: command({
    input: z.strictObject({ memberId: id, ...identity }),
    output: z.strictObject({}),
    refusals: { ...identityRefusals, member_gone: plain },
    changes: ['members', 'coupons'],
  }),
  recordConsent: command({
    input: z.strictObject({
      memberId: id,
      purpose,
      action: z.enum(['given', 'withdrawn']),
      textVersion: line(32),
      channel: z.enum(['counter', 'phone', 'paper']),
    }),
    output: z.strictObject({}),
    refusals: { member_gone: plain },
    changes: ['members'],
  }),
}));
