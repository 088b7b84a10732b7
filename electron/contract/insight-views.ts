import { z } from 'zod';
import { PIPELINE_STEPS } from '../../db/domain/insights/pipeline';
import { CLASSES, RELATIONS, RFM_GROUPS, STAGES, TRAITS, VALUES } from '../../db/domain/insights/words';
import { sourceShape } from './members';
import { query } from './rpc';
import { amount, count, dateShape } from './shapes';

const nothing = z.strictObject({});
const month = z.string().regex(/^\d{4}-\d{2}$/);
const band = z.int().min(1).max(5);

/** What 12 months should bring from some members; null where the model knows nothing of money. */
const foretold = { members: count, purchases: z.number().min(0), money: amount.nullable() };

const moved = z.strictObject({ from: z.enum(CLASSES).nullable(), to: z.enum(CLASSES), members: count });

/**
 * The members of the last run, counted as they are now. Every count is that of the rule that finds its members
 * (`db/domain/insights/rules-of.ts`), so a list holds as many as its number says.
 */
export const insightViews = {
  views: query(
    nothing,
    z
      .strictObject({
        asOf: dateShape,
        members: count,
        /** All classes, in their order; `before` = a week earlier (S01-S04). */
        classes: z.array(z.strictObject({ class: z.enum(CLASSES), members: count, before: count })),
        /** Who moved since last week, the largest first (S05); `joined` = were no members then. */
        drift: z.strictObject({
          up: z.array(moved),
          down: z.array(moved),
          joined: z.array(moved),
          stayed: count,
        }),
        /** With their money of 12 months (S08). */
        values: z.array(
          z.strictObject({
            value: z.enum(VALUES),
            members: count,
            money: amount,
            moneyPerMille: z.int().min(0).max(1000),
          }),
        ),
        /** With the relation that each belongs to (S23, S25). */
        stages: z.array(
          z.strictObject({ stage: z.enum(STAGES), relation: z.enum(RELATIONS), members: count }),
        ),
        rfm: z.strictObject({
          groups: z.array(z.strictObject({ group: z.enum(RFM_GROUPS), members: count, money: amount })),
          /** 25 cells, best recency first, then best frequency; money is that of 12 months. */
          grid: z.array(z.strictObject({ recency: band, frequency: band, members: count, money: amount })),
        }),
        /** As many as the finding `clusters` has, in its order. */
        clusters: z.array(z.strictObject({ cluster: count, members: count })),
        base: z.strictObject({
          /** A base customer has so many traits or more (S12). */
          from: z.int().min(1).max(4),
          members: count,
          /** 0 to 4. */
          scores: z.array(z.strictObject({ score: z.int().min(0).max(4), members: count })),
          traits: z.array(z.strictObject({ trait: z.enum(TRAITS), members: count })),
        }),
      })
      .nullable(),
  ),
  /** What the model expects of those it speaks of (S16, S19); null where the last run had none. */
  worth: query(
    nothing,
    z
      .strictObject({
        byClass: z.array(z.strictObject({ class: z.enum(CLASSES), ...foretold })),
        byStage: z.array(z.strictObject({ stage: z.enum(STAGES), ...foretold })),
        /** How likely they come again, in ten bands of per cent, both ends included. */
        alive: z.array(z.strictObject({ from: count, to: count, members: count })),
      })
      .nullable(),
  ),
  /** How far the members of each source have come (S26): every step holds those of the steps after it. */
  pipeline: query(
    nothing,
    z.strictObject({
      /** A base customer has so many traits or more: the last step. */
      baseFrom: z.int().min(1).max(4),
      /** All sources together first (`source` null), then each that has members, most first. */
      sources: z.array(
        z.strictObject({
          source: sourceShape.nullable(),
          steps: z.array(z.strictObject({ step: z.enum(PIPELINE_STEPS), members: count })),
        }),
      ),
    }),
  ),
  /** Work with new members beside that with old ones, and how the shop grew (S98): the last 12 months, this one last. */
  growth: query(
    nothing,
    z.strictObject({
      /** S05: each member excluded this month is replaced by a new one. */
      signUps: z.strictObject({
        month,
        /** Days of it so far, today included: the rule of who joined in it asks for them. */
        days: z.int().min(1).max(31),
        excluded: count,
        excludedInMonth: count,
        target: count,
        joined: count,
      }),
      months: z.array(
        z.strictObject({
          month,
          joined: count,
          /** Members of today who had joined by its end. */
          members: count,
          /** Contacts for tasks of new members (first purchase, nurture), and for all others. */
          newWork: z.strictObject({ contacts: count, reached: count }),
          oldWork: z.strictObject({ contacts: count, reached: count }),
        }),
      ),
    }),
  ),
};
