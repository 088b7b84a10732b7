import { z } from 'zod';
import { ruleStamp, tierStanding } from './loyalty-shapes';
import { command, plain, query, room } from './rpc';
import { amount, count, dateShape, id, instantShape, prose, signedAmount, tierShape } from './shapes';

const threshold = z.strictObject({ money: amount, visits: count });

const tierChangeRow = z.strictObject({
  kind: z.enum(['up', 'down', 'kept', 'taken_back', 'by_hand', 'hand_ended']),
  from: tierShape,
  to: tierShape,
  /** The business day as of which it was judged. */
  on: dateShape,
  until: dateShape.nullable(),
  fixed: z.boolean(),
  /** What was counted in the window then. */
  money: signedAmount,
  visits: count,
  reason: z.string(),
  at: instantShape,
  staffName: z.string(),
  rule: ruleStamp,
});
export type TierChangeRow = z.output<typeof tierChangeRow>;

export const tiersRoom = room(() => ({
  /** Why a level is what it is: what was counted, the rule, and every change there ever was. */
  why: query(
    z.strictObject({ memberId: id }),
    z
      .strictObject({
        standing: tierStanding,
        windowMonths: count,
        protectionMonths: count,
        loyal: threshold,
        vip: threshold,
        rule: ruleStamp,
        /** The bills that count, newest first; the sums above are over all of them. */
        bills: z
          .array(
            z.strictObject({
              purchaseId: id,
              on: dateShape,
              receiptNo: z.string().nullable(),
              money: signedAmount,
              stands: z.boolean(),
            }),
          )
          .max(200),
        billsInAll: count,
        /** Newest first. */
        changes: z.array(tierChangeRow),
      })
      .nullable(),
  ),
  /** By a manager: a level that joins the automatic rule, or one that is fixed until a day or for good. */
  setByHand: command({
    input: z.strictObject({
      memberId: id,
      tier: tierShape,
      joinsAutomatic: z.boolean(),
      until: dateShape.nullable(),
      reason: prose(200),
    }),
    output: z.strictObject({ tier: tierShape, until: dateShape.nullable() }),
    refusals: {
      member_gone: plain,
      reason_needed: plain,
      until_in_past: plain,
    },
    changes: ['members'],
  }),
}));
