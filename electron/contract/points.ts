import { z } from 'zod';
import { ENTRY_KINDS } from '../../db/domain/points/ledger';
import { ruleStamp } from './loyalty-shapes';
import { command, plain, query, room } from './rpc';
import { amount, count, dateShape, id, instantShape, pointCount, prose, signedPoints } from './shapes';
import { byTwo, ownCard } from './staff';

const entryKindShape = z.enum(ENTRY_KINDS);

export const pointsRoom = room(() => ({
  /** The member's ledger, newest first. */
  entries: query(
    z.strictObject({ memberId: id, offset: count, limit: z.int().min(1).max(200) }),
    z.strictObject({
      total: count,
      rows: z.array(
        z.strictObject({
          seq: count,
          kind: entryKindShape,
          points: signedPoints,
          balanceAfter: signedPoints,
          at: instantShape,
          businessDate: dateShape,
          reason: z.string(),
          receiptNo: z.string().nullable(),
          staffName: z.string(),
        }),
      ),
    }),
  ),
  /** Lots with something left, soonest lapse first. */
  lots: query(
    z.strictObject({ memberId: id }),
    z.array(
      z.strictObject({
        id,
        earnedOn: dateShape,
        points: pointCount,
        remaining: pointCount,
        lastDay: dateShape.nullable(),
        kind: entryKindShape,
      }),
    ),
  ),
  /** Why a balance is what it is: every kind of entry that makes it up, what lies in lots, what is owed. */
  whyBalance: query(
    z.strictObject({ memberId: id }),
    z
      .strictObject({
        balance: signedPoints,
        /** Lapsed lots that the sweep has not written yet: not in the balance any more. */
        lapsedUnwritten: pointCount,
        debt: pointCount,
        byKind: z.array(z.strictObject({ kind: entryKindShape, entries: count, points: signedPoints })),
        worth: z.strictObject({ points: pointCount, worthFen: amount }),
        rule: ruleStamp,
      })
      .nullable(),
  ),
  /** Why a lot lapses when it does, and where its points went. */
  whyLot: query(
    z.strictObject({ lotId: id }),
    z
      .strictObject({
        earnedOn: dateShape,
        points: pointCount,
        remaining: pointCount,
        lastDay: dateShape.nullable(),
        kind: entryKindShape,
        receiptNo: z.string().nullable(),
        purchaseId: id.nullable(),
        /** The lapsed lot whose points live again here. */
        revived: z.boolean(),
        /** Months after the month of earning, as the rule said then; 0 = never. */
        expiryMonths: count,
        /** Of a lot that a refund brought back. */
        restoredLotDays: count,
        rule: ruleStamp,
        moves: z.array(z.strictObject({ kind: entryKindShape, points: signedPoints, at: instantShape })),
      })
      .nullable(),
  ),
  /** What the shop owes in points: all open ones, their worth, and when they lapse. */
  liability: query(
    z.strictObject({}),
    z.strictObject({
      asOf: dateShape,
      members: count,
      points: pointCount,
      worth: amount,
      owedToShop: pointCount,
      /** By month of the last day, `YYYY-MM`, soonest first; every month from this one to the last, also empty ones. */
      months: z.array(z.strictObject({ month: z.string(), points: pointCount, worth: amount })),
      /** Beyond the months that are listed (`MOST_MONTHS`). */
      later: z.strictObject({ points: pointCount, worth: amount }),
      never: z.strictObject({ points: pointCount, worth: amount }),
    }),
  ),
  /** By hand, with a reason; up to a daily limit unless a manager does it. */
  adjust: command({
    input: z.strictObject({ memberId: id, points: signedPoints, reason: prose(200) }),
    output: z.strictObject({ balance: signedPoints }),
    refusals: {
      member_gone: plain,
      reason_needed: plain,
      nothing_to_adjust: plain,
      insufficient_points: z.strictObject({ usable: signedPoints, asked: pointCount }),
      above_daily_limit: z.strictObject({ limit: pointCount, used: pointCount }),
      ...byTwo,
      ...ownCard,
    },
    changes: ['points', 'members'],
  }),
}));
