import { z } from 'zod';
import { ENTRY_KINDS } from '../../db/domain/points/ledger';
import { command, plain, query, room } from './rpc';
import { amount, count, dateShape, id, instantShape, signedAmount, signedPoints } from './shapes';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const round = z.int().min(1);
const bills = { count, amount };

/** Sales and refunds as they were carried out at the counter that day; imported bills are no takings of a day. */
const money = {
  /** What was paid in money, after discounts and points. */
  sales: z.strictObject({
    ...bills,
    /** Taken off before: level, coupons, member day. */
    discount: amount,
    /** Paid by points. */
    pointsWorth: amount,
  }),
  /** Money handed back on this day, whenever it was bought. */
  refunds: z.strictObject(bills),
  /** Bills that were undone on this day, at what had been paid. */
  undos: z.strictObject(bills),
  /** Sales less refunds less undone bills. */
  net: signedAmount,
};
const adjustments = z.strictObject({ count, up: signedPoints, down: signedPoints });

export const dayFigures = z.strictObject({
  ...money,
  points: z.strictObject({
    in: signedPoints,
    out: signedPoints,
    /** Every kind that occurred; `points` signed as in the ledger. */
    byKind: z.array(z.strictObject({ kind: z.enum(ENTRY_KINDS), entries: count, points: signedPoints })),
  }),
  /** By hand. */
  adjustments,
  coupons: z.strictObject({ issued: count, used: count, givenBack: count, revoked: count }),
  complaints: z.strictObject({ logged: count, closed: count }),
  signUps: count,
  /** Everybody who did something that day, by name. */
  staff: z.array(
    z.strictObject({
      staffId: id,
      name: z.string(),
      ...money,
      adjustments,
      couponsByHand: count,
      complaints: z.strictObject({ logged: count, closed: count }),
      signUps: count,
    }),
  ),
});
export type DayFigures = z.output<typeof dayFigures>;

/** What came to a day after it had been closed. */
const lateRow = z.strictObject({
  kind: z.enum(['sale', 'refund', 'undo', 'adjustment']),
  /** Its entry in the audit trail. */
  seq: z.int().min(1),
  at: instantShape,
  staffName: z.string(),
  memberId: id.nullable(),
  memberName: z.string().nullable(),
  purchaseId: id.nullable(),
  receiptNo: z.string().nullable(),
  /** Paid, or handed back. */
  amount: signedAmount.nullable(),
  /** Earned, or adjusted. */
  points: signedPoints.nullable(),
});

const closeRow = z.strictObject({
  id,
  date: dateShape,
  /** 1, and one more each time the day was closed again after something had come to it. */
  round,
  closedAt: instantShape,
  staffName: z.string(),
  sales: count,
  net: signedAmount,
  /** The head of the audit trail that it sealed. */
  auditSeq: count,
  auditHash: hash,
});

export const daysRoom = room(() => ({
  /** A day as it stands; null = today's business date. */
  preview: query(
    z.strictObject({ date: dateShape.nullable() }),
    z.strictObject({
      date: dateShape,
      /** Whether it is today: more may come. */
      isToday: z.boolean(),
      figures: dayFigures,
      /** To be sent with `close`: what is sealed is what was seen. */
      stamp: hash,
      /** Newest first. */
      closes: z.array(closeRow),
      /** What came after the last close; empty when there is none. */
      late: z.array(lateRow),
      /** Business days with sales before this one that nobody has closed, newest first, at most 10. */
      open: z.array(dateShape),
    }),
  ),
  /** Seals the figures of a day together with the head of the audit trail. */
  close: command({
    input: z.strictObject({ date: dateShape, stamp: hash }),
    output: z.strictObject({ closeId: id, round }),
    refusals: {
      /** Something has come since it was looked at. */
      figures_changed: plain,
      /** Closed already, and nothing has come since. */
      already_closed: z.strictObject({ closeId: id }),
      day_not_begun: plain,
    },
    changes: ['days', 'audit'],
  }),
  /** Newest first. */
  closes: query(
    z.strictObject({ offset: count, limit: z.int().min(1).max(100) }),
    z.strictObject({ total: count, rows: z.array(closeRow) }),
  ),
  /** One close as it was sealed, for the sheet of paper; null when there is none. */
  sheet: query(
    z.strictObject({ closeId: id }),
    z
      .strictObject({
        ...closeRow.shape,
        storeName: z.string(),
        figures: dayFigures,
        /** Whether a later round of the same day replaces it. */
        replaced: z.boolean(),
        /** What came to the day after this close, as it stands now. */
        late: z.array(lateRow),
        /** The close before it, whatever its day: paper hangs on paper. */
        previous: z.strictObject({ date: dateShape, round, auditSeq: count, auditHash: hash }).nullable(),
      })
      .nullable(),
  ),
}));
