import { z } from 'zod';
import { ALL_STEPS, DIFFERENCES, EXERCISES } from '../../db/domain/practice/exercises';
import { act, plain, query, room } from './rpc';
import { openStoreShape, storeFaultShape, storeShape } from './settings';
import { amount, count, pointCount } from './shapes';

const nothing = z.strictObject({});
const exerciseShape = z.enum(EXERCISES);
const notPractising = { not_practising: plain };

/** The exercises as they stand, in their order; judged by what is in the practice store. */
const exerciseView = z.strictObject({
  exercise: exerciseShape,
  /** Whom it is about; null where it is about nobody in particular. */
  who: z.strictObject({ name: z.string(), tail: z.string() }).nullable(),
  /** What is to be refunded; null in every other exercise. */
  amount: amount.nullable(),
  steps: z.array(z.strictObject({ step: z.enum(ALL_STEPS), done: z.boolean() })),
  done: z.boolean(),
  /** What was done otherwise than asked, and what it should have been; null when nothing was, or it is done. */
  difference: z
    .strictObject({ code: z.enum(DIFFERENCES), amount: amount.nullable(), points: pointCount.nullable() })
    .nullable(),
  /** For how long it was in hand, until it was done; null = not yet taken up. */
  tookMs: count.nullable(),
});
export type ExerciseView = z.output<typeof exerciseView>;

/**
 * Practice mode: a store of its own with invented people, made anew each time; one's own store is closed
 * meanwhile. Source: issue 8, S83.
 */
export const practiceRoom = room(() => ({
  /** Makes a practice store and opens it; called in one, it starts over. */
  begin: act({
    input: nothing,
    output: openStoreShape,
    refusals: { store_fault: z.strictObject({ fault: storeFaultShape }) },
  }),
  /** Back to where one was: one's own store, the sample store, or the first-run screen. The practice store is gone. */
  leave: act({ input: nothing, output: storeShape, refusals: notPractising }),
  /** Null outside of practice. */
  standing: query(
    nothing,
    z.strictObject({ inHand: exerciseShape, exercises: z.array(exerciseView) }).nullable(),
  ),
  /** Another exercise is taken up; what was done in the one before stays done. */
  take: act({ input: z.strictObject({ exercise: exerciseShape }), output: nothing, refusals: notPractising }),
  /** The exercise from its beginning. */
  again: act({
    input: z.strictObject({ exercise: exerciseShape }),
    output: nothing,
    refusals: notPractising,
  }),
  /** What is only read was read. */
  haveRead: act({ input: nothing, output: nothing, refusals: notPractising }),
}));
