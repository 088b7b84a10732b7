import { z } from 'zod';
import { CHECKLISTS } from '../../db/domain/handbook/checklist';
import { command, plain, query, room } from './rpc';
import { dateShape, id, prose } from './shapes';

const checklistShape = z.enum(CHECKLISTS);
/** Where somebody stands on each of the six service levels (S89): 0 not yet - 3 always. */
const levels = z.record(z.string().regex(/^[\w-]{1,40}$/), z.int().min(0).max(3));

export const handbookRoom = room(() => ({
  /** The last self-check of everybody, with the one before for the direction. */
  selfChecks: query(
    z.strictObject({}),
    z.array(
      z.strictObject({
        staffId: id,
        name: z.string(),
        last: z.strictObject({ on: dateShape, levels, note: z.string() }).nullable(),
        before: z.strictObject({ on: dateShape, levels }).nullable(),
      }),
    ),
  ),
  checkSelf: command({
    input: z.strictObject({ aboutStaffId: id, levels, note: prose(500) }),
    output: z.strictObject({}),
    refusals: { staff_gone: plain, level_missing: plain },
    changes: ['handbook'],
  }),
  /** The last run of each checklist (S91). */
  checklists: query(
    z.strictObject({}),
    z.array(
      z.strictObject({
        checklist: checklistShape,
        runs: z.array(
          z.strictObject({ id, on: dateShape, by: z.string(), held: z.array(z.string()), note: z.string() }),
        ),
      }),
    ),
  ),
  runChecklist: command({
    input: z.strictObject({
      checklist: checklistShape,
      held: z.array(z.string().max(60)).max(60),
      note: prose(500),
    }),
    output: z.strictObject({}),
    refusals: { item_unknown: plain },
    changes: ['handbook'],
  }),
  stories: query(
    z.strictObject({}),
    z.array(
      z.strictObject({
        id,
        memberId: id.nullable(),
        memberName: z.string().nullable(),
        story: z.string(),
        mayShare: z.boolean(),
        on: dateShape,
        by: z.string(),
      }),
    ),
  ),
  addStory: command({
    input: z.strictObject({ memberId: id.nullable(), story: prose(2000), mayShare: z.boolean() }),
    output: z.strictObject({}),
    refusals: { text_needed: plain, member_gone: plain },
    changes: ['handbook'],
  }),
}));
