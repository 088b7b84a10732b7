import { z } from 'zod';
import { act, command, plain, query } from './rpc';
import { amount, id, line, pointCount } from './shapes';

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
]);

const openStore = z.strictObject({
  state: z.literal('open'),
  id,
  name: line(60),
  zone: z.string(),
  dayStartHour: z.int().min(0).max(11),
  sample: z.boolean(),
});
const storeShape = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('none'), guessedZone: z.string() }),
  openStore,
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
  locale: z.enum(['zh-CN', 'en']),
  theme: z.enum(['light', 'dark', 'auto']),
});
export type Preferences = z.output<typeof preferencesShape>;

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
  }),
});

export const settingsRoom = {
  store: query(nothing, storeShape),
  createStore: act({
    input: z.strictObject({ name: line(60).pipe(z.string().min(1)), zone: z.string().max(64) }),
    output: openStore,
    refusals: {
      unknown_zone: plain,
      store_exists: plain,
      store_fault: z.strictObject({ fault: storeFaultShape }),
    },
  }),
  /** Opens the sample store, making it at first (2,000 members, two years). It never mixes with the real one. */
  openSample: act({
    input: nothing,
    output: openStore,
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

  rules: query(nothing, z.strictObject({ version: z.int(), rules: rulesShape })),
  changeRules: command({
    input: z.strictObject({ basedOn: z.int(), rules: rulesShape }),
    output: z.strictObject({ version: z.int() }),
    refusals: {
      changed_meanwhile: plain,
      invalid_rule: z.strictObject({
        rule: z.enum(['earn_rate', 'redeem_rate', 'redeem_step', 'redeem_minimum', 'complaint_hours']),
      }),
    },
    changes: ['settings', 'members', 'points', 'complaints'],
  }),
  renameStore: command({
    input: z.strictObject({ name: line(60).pipe(z.string().min(1)) }),
    output: nothing,
    refusals: {},
    changes: ['store'],
  }),
};
