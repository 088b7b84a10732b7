import { z } from 'zod';
import type { FindingName, Findings } from '../../db/domain/insights/findings';
import { CLASSES, RELATIONS, RFM_GROUPS, STAGES, TRAITS, VALUES } from '../../db/domain/insights/words';
import { insightViews } from './insight-views';
import { act, query, room } from './rpc';
import { amount, count, dateShape, id, instantShape, signedAmount, tierShape } from './shapes';

const nothing = z.strictObject({});
const perMille = z.int().min(0).max(1000);

/** What a run is at: its steps come in this order. */
const runStepShape = z.enum(['histories', 'judging', 'finding', 'writing']);

/** A run at work; `done` of `total` members, or nulls where the step has no measure. */
const runningShape = z.strictObject({
  step: runStepShape,
  done: count,
  total: count.nullable(),
});
export type Running = z.output<typeof runningShape>;

/**
 * A finding as it was stored by the last run; null before the first one, and where another version of Shuke
 * wrote it. It is our own JSON, so it is not looked into again: `format` of the run guards it.
 */
const finding = <Name extends FindingName>(_name: Name) => query(nothing, z.custom<Findings[Name] | null>());

/** Of the last run, so as old as it; whoever has joined since has none. */
const asOfTheRun = z.strictObject({
  asOf: dateShape,
  /** A week before; null for who was no member then. */
  classBefore: z.enum(CLASSES).nullable(),
  excluded: z.boolean(),
  value: z.enum(VALUES),
  stage: z.enum(STAGES),
  relation: z.enum(RELATIONS),
  /** Null without a purchase in the window. */
  rfm: z
    .strictObject({
      recency: z.int().min(1).max(5),
      frequency: z.int().min(1).max(5),
      money: z.int().min(1).max(5),
      group: z.enum(RFM_GROUPS),
    })
    .nullable(),
  traits: z.array(z.enum(TRAITS)),
  /** As many traits as the rules ask for: 基盘客户 (S12). */
  base: z.boolean(),
  cluster: count.nullable(),
  /** Median days between visits; null below four visits. */
  usualGap: count.nullable(),
  /** That they will come again; null where there is no model. */
  alivePerMille: perMille.nullable(),
  /** Purchases of the coming 12 months, and their discounted money. */
  expectedPurchases: z.number().min(0).nullable(),
  expectedMoney: amount.nullable(),
  warned: z.boolean(),
});

export const insightsRoom = room(() => ({
  /** Of when everything in this room is, what has come since, and whether a run is at work. */
  standing: query(
    nothing,
    z.strictObject({
      /** Null until there was one. */
      run: z
        .strictObject({
          asOf: dateShape,
          madeAt: instantShape,
          tookMs: count,
          members: count,
          /** Who bought on two days or more, and how many of them the models need (`minRepeatBuyers`). */
          repeatBuyers: count,
          neededRepeatBuyers: count,
          enough: z.boolean(),
          /** False while the rows of members are partly of another run: one is writing, or was interrupted. */
          whole: z.boolean(),
        })
        .nullable(),
      since: z.strictObject({
        /** Bills and refunds that the run does not know. */
        entries: count,
        rulesChanged: z.boolean(),
        /** The run is of another day. */
        dayOver: z.boolean(),
      }),
      running: runningShape.nullable(),
      /** The last run broke off by an error; it is tried again with the next day, or when asked. */
      failed: z.boolean(),
    }),
  ),
  /** Computes everything anew; says nothing new where a run is at work already. */
  run: act({ input: nothing, output: runningShape, refusals: {} }),

  rfm: finding('rfm'),
  pareto: finding('pareto'),
  cohorts: finding('cohorts'),
  clusters: finding('clusters'),
  survival: finding('survival'),
  model: finding('model'),
  forecast: finding('forecast'),
  products: finding('products'),

  /** One member: what their bills say this moment, and what the last run says (S13); null when there is no such member. */
  ofMember: query(
    z.strictObject({ memberId: id }),
    z
      .strictObject({
        class: z.enum(CLASSES),
        memberDays: count,
        /** Bills that stand, and the money that was kept for them. */
        visits: count,
        spent: signedAmount,
        lastOn: dateShape.nullable(),
        /** Since the last visit, or since joining. */
        silentDays: count,
        averageTicket: signedAmount.nullable(),
        /** Visits per 30 days since the first one, one decimal; null before a second day has come. */
        visitsPerMonth: z.number().min(0).nullable(),
        /** Members they brought, and those of them who bought (S38). */
        brought: count,
        broughtBuyers: count,
        run: asOfTheRun.nullable(),
      })
      .nullable(),
  ),
  /**
   * What to point out to one member (S36): what goes with their usual item and they have not bought in a year,
   * with the bills that say so; null where there is nothing, or no run yet.
   */
  hint: query(
    z.strictObject({ memberId: id }),
    z
      .strictObject({
        usual: z.string(),
        product: z.string(),
        together: count,
        withUsual: count,
        /** How much more often than by chance, times 100. */
        lift: count,
        /** The days whose bills were counted. */
        from: dateShape,
        to: dateShape,
      })
      .nullable(),
  ),
  /** Valuable members about to leave (S18), the most valuable first: "usually every 9 days, silent for 31". */
  warnings: query(
    z.strictObject({ offset: count, limit: z.int().min(1).max(200) }),
    z.strictObject({
      total: count,
      /** What they all should bring in 12 months, of those with a number. */
      expectedMoney: amount,
      rows: z.array(
        z.strictObject({
          memberId: id,
          name: z.string(),
          memberNo: z.string(),
          phoneMasked: z.string(),
          tier: tierShape,
          class: z.enum(CLASSES),
          lastOn: dateShape,
          /** As of today. */
          silentDays: count,
          usualGap: count.nullable(),
          alivePerMille: perMille.nullable(),
          yearMoney: signedAmount,
          expectedMoney: amount.nullable(),
          /** An open care task of theirs about staying away. */
          taskId: id.nullable(),
        }),
      ),
    }),
  ),
  ...insightViews,
}));
