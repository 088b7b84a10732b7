import { z } from 'zod';
import { REASON_GROUPS } from '../../db/domain/complaints/reasons';
import { LOCALES } from '../../db/domain/locale';
import { VERSION_STATES } from '../../db/domain/settings/rule-history';
import { RULE_NAMES } from '../../db/domain/settings/rule-problem';
import { LONGEST_TAKE_BACK_DAYS } from '../../db/domain/tiers/take-back';
import { careScriptShape, festivalShape, taskKindShape } from './care-shapes';
import { couponTerms, dateSpan, rateShape, tierRights, triggerShape } from './loyalty-shapes';
import { act, command, plain, query, room } from './rpc';
import { amount, count, dateShape, id, instantShape, line, pointCount } from './shapes';
import { newPinRefusals, pinShape } from './staff';

const nothing = z.strictObject({});

/** Why a store could not be opened; each has its own screen that says what is kept and what to do. */
export const storeFaultShape = z.enum([
  'newer_version',
  'not_a_database',
  'damaged',
  'read_only',
  'disk_full',
  'already_open',
  'migration_failed',
  'network_place',
  'synced_place',
]);

export const openStoreShape = z.strictObject({
  state: z.literal('open'),
  id,
  name: line(60),
  zone: z.string(),
  dayStartHour: z.int().min(0).max(11),
  /** Nothing in it is anybody's: the sample store, or the practice store. */
  sample: z.boolean(),
  /** The practice store: made anew each time, gone when it is left. */
  practice: z.boolean(),
});
export const storeShape = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('none'), guessedZone: z.string() }),
  openStoreShape,
  z.strictObject({
    state: z.literal('fault'),
    fault: storeFaultShape,
    path: z.string(),
    /** Newest backup beside the store that was read back and found whole. */
    backup: z.strictObject({ path: z.string(), madeAt: z.int() }).nullable(),
    reference: z.string(),
  }),
]);
export type StoreView = z.output<typeof storeShape>;

export const preferencesShape = z.strictObject({
  locale: z.enum(LOCALES),
  theme: z.enum(['light', 'dark', 'auto']),
});
export type Preferences = z.output<typeof preferencesShape>;

/** No points in it: it is part of a rule's path. */
const dayCount = z.int().min(1).max(366);
const fourLimits = <S extends z.ZodType>(limit: S) => z.tuple([limit, limit, limit, limit]).readonly();
const ruleId = z.string().regex(/^[\w-]{1,60}$/);
/** Minutes after midnight of the store's zone. */
const minuteOfDay = z.int().min(0).max(1440);
const percentShape = z.int().min(0).max(100);

const threshold = z.strictObject({ money: amount, visits: count });

export const rulesShape = z.strictObject({
  points: z.strictObject({
    earn: z.strictObject({ points: pointCount, perFen: amount }),
    expiryMonths: z.int().min(0).max(120),
    redeem: z.strictObject({ points: pointCount, worthFen: amount }),
    redeemMinimum: pointCount,
    redeemStep: pointCount,
    redeemMaxPercent: z.int().min(0).max(100),
    restoredLotDays: z.int().min(1).max(366),
    adjustDailyLimit: pointCount,
  }),
  complaints: z.strictObject({
    responseHours: z.int().min(1).max(720),
    resolutionHours: z.int().min(1).max(8760),
    storeHours: z.boolean(),
    reasons: z
      .array(
        z.strictObject({
          id: ruleId,
          group: z.enum(REASON_GROUPS),
          name: line(20),
          active: z.boolean(),
        }),
      )
      .min(1)
      .max(100)
      .readonly(),
  }),
  tiers: z.strictObject({
    windowMonths: z.int().min(1).max(60),
    protectionMonths: z.int().min(1).max(60),
    takeBackDays: z.int().min(0).max(LONGEST_TAKE_BACK_DAYS),
    loyal: threshold,
    vip: threshold,
    rights: z.strictObject({ regular: tierRights, loyal: tierRights, vip: tierRights }),
  }),
  memberDay: z.strictObject({
    weekdays: z.array(z.int().min(1).max(7)).max(7).readonly(),
    monthDays: z.array(z.int().min(1).max(31)).max(31).readonly(),
    dates: z.array(dateShape).max(100).readonly(),
    percentOff: z.int().min(0).max(99),
  }),
  birthday: z.strictObject({
    daysBefore: z.int().min(0).max(60),
    daysAfter: z.int().min(0).max(60),
    multiplier: rateShape,
    giftCost: amount,
  }),
  earnEvents: z
    .array(dateSpan.extend({ name: line(40), multiplier: rateShape }))
    .max(50)
    .readonly(),
  coupons: z.strictObject({
    templates: z
      .array(
        z.strictObject({
          id: ruleId,
          name: line(40),
          trigger: triggerShape.exclude(['birthday']),
          active: z.boolean(),
          terms: couponTerms,
          stacks: z.boolean(),
          validity: z.discriminatedUnion('kind', [
            z.strictObject({ kind: z.literal('days'), days: z.int().min(1).max(3660) }),
            z.strictObject({ kind: z.literal('range'), from: dateShape, to: dateShape }),
          ]),
          blackout: z.array(dateSpan).max(50).readonly(),
        }),
      )
      .max(200)
      .readonly(),
    handAllowance: amount,
  }),
  hours: z.strictObject({
    weekly: z
      .array(z.strictObject({ opens: z.int().min(0).max(1439), closes: z.int().min(1).max(1800) }).nullable())
      .length(7)
      .readonly(),
    closedDates: z.array(dateShape).max(100).readonly(),
  }),
  care: z.strictObject({
    quiet: z.strictObject({ from: minuteOfDay, to: minuteOfDay }),
    budget: z.strictObject({
      perMonth: z.int().min(0).max(31),
      lowered: z.int().min(0).max(31),
      afterUnanswered: z.int().min(1).max(31),
    }),
    firstPurchaseDays: z.int().min(0).max(60),
    birthdayDays: z.int().min(0).max(60),
    complaintDays: z.int().min(0).max(60),
    dormantDays: z.int().min(60).max(90),
    nurtureDays: z.array(z.int().min(1).max(365)).max(12).readonly(),
    refreshMonths: z.int().min(0).max(120),
    controlPercent: z.int().min(0).max(50),
    off: z.array(taskKindShape).max(20).readonly(),
    festivals: z.array(festivalShape).max(50).readonly(),
    scripts: z.array(careScriptShape).max(100).readonly(),
  }),
  surveys: z.strictObject({
    targets: z.strictObject({
      satisfaction: percentShape,
      loyalty: percentShape,
      wordOfMouth: percentShape,
    }),
    dimensions: z
      .array(
        z.strictObject({
          id: ruleId,
          group: z.enum(['expected', 'exceeding']),
          name: line(20),
          active: z.boolean(),
        }),
      )
      .max(40)
      .readonly(),
    pauseDays: z.int().min(0).max(366),
  }),
  timeBands: z
    .array(z.strictObject({ id: ruleId, from: minuteOfDay, to: minuteOfDay, hint: line(60) }))
    .max(24)
    .readonly(),
  insights: z.strictObject({
    classA: z.strictObject({ purchases: z.int().min(1).max(31), days: dayCount }),
    classBDays: dayCount,
    rfm: z.strictObject({
      windowMonths: z.int().min(1).max(60),
      thresholds: z
        .strictObject({ recencyDays: fourLimits(count), bills: fourLimits(count), money: fourLimits(amount) })
        .nullable(),
    }),
    value: z.strictObject({ highPercent: percentShape, middlePercent: percentShape }),
    lost: z.strictObject({ alivePercent: percentShape, usualGaps: z.int().min(2).max(20) }),
    growthPercent: z.int().min(1).max(1000),
    baseFrom: z.int().min(1).max(4),
    excludedAfterDays: dayCount,
    signUpTarget: z.int().min(0).max(100_000),
    minRepeatBuyers: z.int().min(50).max(100_000),
    yearlyDiscountPercent: percentShape,
  }),
  staff: z.strictObject({
    lockMinutes: z.int().min(1).max(60),
    pinDigits: z.int().min(4).max(8),
    fourEyes: z.strictObject({ points: pointCount, money: amount }),
    watch: z.strictObject({
      adjustmentsPerDay: z.int().min(1).max(1000),
      salesPerCard: z.int().min(2).max(1000),
      refundMinutes: z.int().min(1).max(1440),
    }),
  }),
});

/** One change of the rules (`RuleDifference`): what was, what is, as JSON; empty = was not there. */
export const ruleChange = z.strictObject({ path: z.string(), before: z.string(), after: z.string() });

export const settingsRoom = room(() => ({
  store: query(nothing, storeShape),
  createStore: act({
    input: z.strictObject({
      name: line(60).pipe(z.string().min(1)),
      zone: z.string().max(64),
      /** The first owner; without a PIN the counter stands open, and the screens say so. */
      owner: z.strictObject({ name: line(40).pipe(z.string().min(1)), pin: pinShape.nullable() }),
    }),
    /** The owner is signed in. The recovery code comes with the first PIN, and is shown this once. */
    output: z.strictObject({ store: openStoreShape, recoveryCode: z.string().nullable() }),
    refusals: {
      ...newPinRefusals,
      unknown_zone: plain,
      store_exists: plain,
      store_fault: z.strictObject({ fault: storeFaultShape }),
    },
  }),
  /** Opens the sample store, making it at first (2,000 members, two years). It never mixes with the real one. */
  openSample: act({
    input: nothing,
    output: openStoreShape,
    refusals: { store_fault: z.strictObject({ fault: storeFaultShape }) },
  }),
  /** Back from the sample store to one's own store, or to the first-run screen. */
  leaveSample: act({ input: nothing, output: storeShape, refusals: { not_in_sample: plain } }),
  /** Tries again to open a store that could not be opened. */
  retryStore: act({ input: nothing, output: storeShape, refusals: {} }),
  showStoreFolder: act({ input: nothing, output: nothing, refusals: {} }),
  quit: act({ input: nothing, output: nothing, refusals: {} }),

  preferences: query(nothing, preferencesShape),
  setPreferences: act({ input: preferencesShape, output: preferencesShape, refusals: {} }),
  /** Whether the counter shall be shown to whoever sits here: once per PC, after its first store was made. */
  tour: query(nothing, z.strictObject({ due: z.boolean() })),
  /** Walked through or skipped: it does not come by itself again. */
  endTour: act({ input: nothing, output: nothing, refusals: {} }),

  /** The rules in force today, and the ones that are planned for a later day, soonest first. */
  rules: query(
    nothing,
    z.strictObject({
      /** What a change must be based on: the newest version there is, in force or planned. */
      latest: z.int(),
      version: z.int(),
      effectiveFrom: dateShape,
      rules: rulesShape,
      planned: z.array(z.strictObject({ version: z.int(), effectiveFrom: dateShape, rules: rulesShape })),
    }),
  ),
  /** Every version, newest first, with what it changed against the one that was in force before it. */
  ruleHistory: query(
    nothing,
    z.array(
      z.strictObject({
        version: z.int(),
        effectiveFrom: dateShape,
        madeAt: instantShape,
        staffName: z.string(),
        state: z.enum(VERSION_STATES),
        changes: z.array(ruleChange),
      }),
    ),
  ),
  changeRules: command({
    input: z.strictObject({
      basedOn: z.int(),
      rules: rulesShape,
      /** From this business day on; null = from today. Past entries are never touched. */
      effectiveFrom: dateShape.nullable().default(null),
    }),
    output: z.strictObject({ version: z.int() }),
    refusals: {
      changed_meanwhile: plain,
      /** `at` names the rule, as the paths of the history do. */
      invalid_rule: z.strictObject({ rule: z.enum(RULE_NAMES), at: z.string() }),
      effective_in_past: plain,
      /** A plan for a later day cannot follow this change. */
      plan_conflict: z.strictObject({ effectiveFrom: dateShape }),
    },
    changes: ['settings', 'members', 'points', 'coupons', 'complaints', 'care', 'surveys'],
  }),
  renameStore: command({
    input: z.strictObject({ name: line(60).pipe(z.string().min(1)) }),
    output: nothing,
    refusals: {},
    changes: ['store'],
  }),
}));
