import { z } from 'zod';
import { ENTRY_KINDS } from '../../db/domain/points/ledger';
import { command, plain, query } from './rpc';
import { count, dateShape, id, instantShape, pointCount, prose, signedPoints } from './shapes';

export const entryKindShape = z.enum(ENTRY_KINDS);

export const pointsRoom = {
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
    },
    changes: ['points', 'members'],
  }),
};
