import { z } from 'zod';
import { COMPARISONS } from '../../db/domain/overview/compared';
import { query, room } from './rpc';
import { amount, amountSum, count, dateShape, id, instantShape, signedAmount, signedPoints } from './shapes';
import { netScore, percentWithin } from './surveys';

const period = z.strictObject({ from: dateShape, to: dateShape });

/** What a stretch of days came to. */
const figures = z.strictObject({
  /** Paid for bills of these days, less what went back on these days: what a till says in the evening. */
  money: signedAmount,
  taken: amountSum,
  refunded: amountSum,
  /** Bills that were not undone; those that went back later are among them. */
  bills: count,
  refunds: count,
  /** Taken per bill; null without bills. */
  averageTicket: amount.nullable(),
  /** Members of today with a bill that stands. */
  buyers: count,
  /** Members of today who joined. */
  newMembers: count,
  pointsGiven: signedPoints,
  pointsUsed: signedPoints,
});

/** How customers moved: `atStart` + `fresh` + `back` - `lost` = `atEnd`. */
const movement = z.strictObject({
  /** Bought within the dormant days before the first day. */
  atStart: count,
  /** Bought for the first time. */
  fresh: count,
  /** Had been silent for the dormant days, and bought again. */
  back: count,
  /** Silent for the dormant days now; had not been before, or bought in between. */
  lost: count,
  atEnd: count,
  /** Everybody who bought: `fresh` and `returning`, who had bought before. */
  bought: count,
  returning: count,
  /** Money of these days' bills by whom they came from, as far as it was kept. */
  freshMoney: signedAmount,
  returningMoney: signedAmount,
  /** Of those at the start, who are customers at the end as well (S21). */
  retention: percentWithin,
});

/** Beside its target where there is one: S85, S86, S21. */
const indicators = z.strictObject({
  answers: count,
  satisfaction: percentWithin,
  loyalty: percentWithin,
  wordOfMouth: percentWithin,
  nps: netScore,
  /** Mean of satisfaction and loyalty, 0-100, with its 95 % interval (S17); null unless both are known. */
  loyaltyScore: z.strictObject({ score: z.number(), low: z.number(), high: z.number() }).nullable(),
  complaints: count,
  answeredOnTime: percentWithin,
  resolvedOnTime: percentWithin,
});

export const overviewRoom = room(() => ({
  /** This moment, against the same weekday a week ago up to the same time of day. */
  today: query(
    z.strictObject({}),
    z.strictObject({
      day: dateShape,
      comparedWith: dateShape,
      until: instantShape,
      now: figures,
      before: figures,
    }),
  ),
  /** A period as far as it is over, what it is fairly compared with, and both day by day or month by month. */
  figures: query(
    period,
    z.strictObject({
      period,
      compared: period.extend({ how: z.enum(COMPARISONS) }),
      now: figures,
      before: figures,
      by: z.enum(['day', 'month']),
      /** `at` = a day or a month `YYYY-MM`; `before` = the same place in what it is compared with, as far as it goes. */
      series: z.array(
        z.strictObject({
          at: z.string(),
          money: signedAmount,
          bills: count,
          before: z.strictObject({ at: z.string(), money: signedAmount, bills: count }).nullable(),
        }),
      ),
      /** Who sold the bills; a refund counts against them, too. Imported bills were nobody's sale here: nulls. */
      staff: z.array(
        z.strictObject({
          staffId: id.nullable(),
          name: z.string().nullable(),
          money: signedAmount,
          bills: count,
        }),
      ),
    }),
  ),
  /** How customers came, stayed and went in the period, and in each of the twelve months up to its end. */
  customers: query(
    period,
    z.strictObject({
      period,
      compared: period,
      /** Whoever is silent for so many days is lost (S04). */
      dormantDays: count,
      now: movement,
      before: movement,
      months: z.array(z.strictObject({ month: z.string(), movement })),
    }),
  ),
  /** The key figures of the store and of each member of staff; the one with the surest satisfaction first. */
  indicators: query(
    period,
    z.strictObject({
      targets: z.strictObject({ satisfaction: count, loyalty: count, wordOfMouth: count }),
      now: indicators,
      before: indicators,
      staff: z.array(
        z.strictObject({
          staffId: id,
          name: z.string(),
          satisfaction: percentWithin,
          repurchase: percentWithin,
          loyaltyScore: indicators.shape.loyaltyScore,
          complaintsOnTime: percentWithin,
        }),
      ),
      /** What a customer is worth on average (S21): spent so far, and what 12 months should bring by the last run. */
      worth: z
        .strictObject({
          asOf: dateShape,
          buyers: count,
          spent: signedAmount,
          /** Null where there is no model. */
          expected: amount.nullable(),
        })
        .nullable(),
    }),
  ),
}));
