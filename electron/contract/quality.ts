import { z } from 'zod';
import { RECORD_PARTS } from '../../db/domain/members/completeness';
import { LIKENESSES, QUALITY_LISTS } from '../../db/domain/quality/checks';
import { command, plain, query, room } from './rpc';
import { count, dateShape, id } from './shapes';

/** A member whose record is to be looked at. */
const recordShape = z.strictObject({
  memberId: id,
  memberNo: z.string(),
  name: z.string(),
  phoneMasked: z.string(),
  /** As it is stored, also where no such day exists. */
  birthday: z.strictObject({ year: z.int().nullable(), month: z.int(), day: z.int() }).nullable(),
  joinedOn: dateShape,
  lastVisitOn: dateShape.nullable(),
  visits: count,
  /** 0-100 (S31). */
  completeness: z.int().min(0).max(100),
});
export type QualityRecord = z.output<typeof recordShape>;

const page = { offset: count, limit: z.int().min(1).max(100) };
const pair = z.strictObject({ oneId: id, otherId: id });

/** What the shop knows of its members, what is amiss, and what to do about it (S31-S33). */
export const qualityRoom = room(() => ({
  standing: query(
    z.strictObject({}),
    z.strictObject({
      members: count,
      completeness: z.strictObject({
        /** Mean of all active members, 0-100; null where there are none. */
        average: z.int().min(0).max(100).nullable(),
        /** Members by tens: 0-9, 10-19, … 90-100. */
        byTens: z.array(count).length(10),
        /** Of how many each part of the record is known. */
        parts: z.array(z.strictObject({ part: z.enum(RECORD_PARTS), known: count, points: count })),
      }),
      lists: z.array(z.strictObject({ list: z.enum(QUALITY_LISTS), members: count })),
      /** Pairs that may be one person and have not been told apart. */
      duplicates: count,
    }),
  ),
  /** Who is on a list, those who come most first: a record that is used is worth most. */
  list: query(
    z.strictObject({ list: z.enum(QUALITY_LISTS), ...page }),
    z.strictObject({ total: count, rows: z.array(recordShape) }),
  ),
  duplicates: query(
    z.strictObject(page),
    z.strictObject({
      total: count,
      /** True where more were found than are looked at; clearing some brings the others. */
      more: z.boolean(),
      rows: z.array(z.strictObject({ why: z.enum(LIKENESSES), one: recordShape, other: recordShape })),
    }),
  ),
  /** Two people, not one: they are not proposed again. */
  tellApart: command({
    input: pair,
    output: z.strictObject({}),
    refusals: { members_not_found: plain, same_member: plain },
    changes: ['insights'],
  }),
  /** Takes that back. */
  untellApart: command({
    input: pair,
    output: z.strictObject({}),
    refusals: { not_told_apart: plain },
    changes: ['insights'],
  }),
}));
