import type { Period } from '@domain/calendar/period';
import { comparedWith } from '@domain/overview/compared';
import { nowInstant, today as todayIn } from '@renderer/lib/format';
import type { Replies } from '../support/bridge';
import { asOwner, idOf } from '../support/shop';

/** The shop of these tests lives today: its window reads the clock. */
export const TODAY = todayIn({ locale: 'zh-CN', zone: 'Asia/Shanghai', dayStartHour: 0 }, nowInstant());

export const within = (percent: number, low: number, high: number, of: number) => ({
  percent,
  low,
  high,
  of,
});

export const someFigures = (more: object = {}) => ({
  ...{ money: 120_000, taken: 130_000, refunded: 10_000, bills: 40, refunds: 2, averageTicket: 3250 },
  ...{ buyers: 31, newMembers: 6, pointsGiven: 1200, pointsUsed: 300 },
  ...more,
});

export const figuresOf = (period: Period, more: object = {}) => ({
  period,
  compared: comparedWith(period),
  now: someFigures(),
  before: someFigures({ money: 100_000, bills: 50, newMembers: 0 }),
  by: 'day',
  series: [
    { at: '2026-11-01', money: 70_000, bills: 22, before: { at: '2026-10-01', money: 50_000, bills: 20 } },
    { at: '2026-11-02', money: 50_000, bills: 18, before: null },
  ],
  staff: [
    { staffId: LI.staffId, name: LI.name, money: 90_000, bills: 30 },
    { staffId: null, name: null, money: 30_000, bills: 10 },
  ],
  ...more,
});

const LI = { staffId: idOf(98), name: '李店员' };

const movement = (more: object = {}) => ({
  ...{ atStart: 200, fresh: 9, back: 4, lost: 12, atEnd: 201, bought: 31, returning: 22 },
  ...{ freshMoney: 30_000, returningMoney: 90_000, retention: within(94, 89.8, 96.5, 200) },
  ...more,
});

export const customersOf = (period: Period, more: object = {}) => ({
  period,
  compared: { from: period.from, to: period.to },
  dormantDays: 90,
  now: movement(),
  before: movement({ lost: 3, retention: null }),
  months: [
    { month: '2026-10', movement: movement({ fresh: 5 }) },
    { month: '2026-11', movement: movement() },
  ],
  ...more,
});

const indicators = (more: object = {}) => ({
  answers: 57,
  satisfaction: within(94.7, 85.6, 98.2, 57),
  loyalty: within(61, 52.1, 69.2, 120),
  wordOfMouth: within(40, 22, 61.3, 20),
  nps: { score: 25, low: -11.6, high: 53.4, of: 20 },
  loyaltyScore: { score: 77.9, low: 71.6, high: 82.4 },
  complaints: 3,
  answeredOnTime: within(100, 34.2, 100, 2),
  resolvedOnTime: null,
  ...more,
});

export const someIndicators = (more: object = {}) => ({
  targets: { satisfaction: 80, loyalty: 60, wordOfMouth: 100 },
  now: indicators(),
  before: indicators({ satisfaction: within(90, 80, 95, 50), nps: null }),
  staff: [
    {
      ...LI,
      satisfaction: within(95, 83.5, 98.6, 40),
      repurchase: within(50, 40.4, 59.6, 100),
      loyaltyScore: { score: 72.5, low: 65, high: 78 },
      complaintsOnTime: null,
    },
  ],
  worth: { asOf: TODAY, buyers: 250, spent: 52_000, expected: 31_000 },
  ...more,
});

/** A shop on a good day, with all that its owner asks of it. */
export const onAGoodDay = (more: Replies = {}): Replies => ({
  ...asOwner,
  'overview.today': () => ({
    day: TODAY,
    comparedWith: TODAY,
    until: nowInstant(),
    now: someFigures({ money: 8000, bills: 4, buyers: 3, newMembers: 1, averageTicket: 2000 }),
    before: someFigures({ money: 10_000, bills: 4, buyers: 0, newMembers: 1, averageTicket: null }),
  }),
  'overview.figures': (period: Period) => figuresOf(period),
  'overview.customers': (period: Period) => customersOf(period),
  'overview.indicators': () => someIndicators(),
  'insights.views': () => null,
  'insights.warnings': () => ({ total: 3, expectedMoney: 90_000, rows: [] }),
  'insights.standing': () => ({
    run: null,
    since: { entries: 0, rulesChanged: false, dayOver: false },
    running: null,
    failed: false,
  }),
  'points.liability': () => ({
    ...{ asOf: TODAY, members: 1250, points: 184_300, worth: 184_300, owedToShop: 0 },
    months: [{ month: '2026-11', points: 20_000, worth: 20_000 }],
    later: { points: 0, worth: 0 },
    never: { points: 164_300, worth: 164_300 },
  }),
  'care.results': () => ({ kinds: [], outcomes: [], churnReasons: [] }),
  'complaints.counts': () => ({ open: 4, overdue: 1, dueSoon: 2 }),
  'care.counts': () => ({ ready: 7, held: 2 }),
  'segments.count': () => ({ members: 3, reachable: 3, names: ['张三'] }),
  'segments.members': () => ({ total: 0, rows: [] }),
  ...more,
});
