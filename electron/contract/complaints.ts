import { z } from 'zod';
import { OBJECTS, REASONS } from '../../db/domain/complaints/reasons';
import { command, plain, query } from './rpc';
import { count, id, instantShape, line, prose } from './shapes';

export const objectShape = z.enum(OBJECTS);
export const reasonShape = z.enum(REASONS);
export const severityShape = z.enum(['low', 'normal', 'high']);
export const complaintStateShape = z.enum(['open', 'responded', 'resolved', 'closed', 'reopened']);
export const complaintChannelShape = z.enum(['counter', 'phone', 'wechat', 'other']);

export const complaintRow = z.strictObject({
  id,
  number: count,
  memberId: id.nullable(),
  memberName: z.string().nullable(),
  object: objectShape,
  reason: reasonShape,
  severity: severityShape,
  what: z.string(),
  state: complaintStateShape,
  receivedAt: instantShape,
  /** The running clock that runs out first: response while unanswered, resolution until resolved; null when neither runs. */
  nextDue: z.strictObject({ clock: z.enum(['response', 'resolution']), at: instantShape }).nullable(),
});
export type ComplaintRow = z.output<typeof complaintRow>;

const refusals = {
  complaint_gone: plain,
  /** The state does not allow this step; another window may have gone ahead. */
  not_in_this_state: z.strictObject({ state: complaintStateShape }),
  text_needed: plain,
};

export const complaintsRoom = {
  list: query(
    z.strictObject({
      which: z.enum(['open', 'closed', 'all']),
      text: z.string().max(64),
      offset: count,
      limit: z.int().min(1).max(200),
    }),
    z.strictObject({ total: count, rows: z.array(complaintRow) }),
  ),
  /** For the rail's badge. */
  counts: query(z.strictObject({}), z.strictObject({ open: count, overdue: count, dueSoon: count })),
  detail: query(
    z.strictObject({ complaintId: id }),
    complaintRow
      .extend({
        purchaseId: id.nullable(),
        channel: complaintChannelShape,
        wish: z.string(),
        responseDueAt: instantShape,
        resolutionDueAt: instantShape,
        respondedAt: instantShape.nullable(),
        resolvedAt: instantShape.nullable(),
        closedAt: instantShape.nullable(),
        result: z.string(),
        cause: z.string(),
        measure: z.string(),
        timeline: z.array(
          z.strictObject({
            seq: count,
            kind: z.enum(['logged', 'note', 'responded', 'resolved', 'closed', 'reopened']),
            note: z.string(),
            at: instantShape,
            staffName: z.string(),
            /** Why a due time is what it is: set by this step, from `from`, `hours` later. */
            due: z
              .array(
                z.strictObject({
                  clock: z.enum(['response', 'resolution']),
                  at: instantShape,
                  from: instantShape,
                  hours: count,
                }),
              )
              .max(2),
          }),
        ),
      })
      .nullable(),
  ),
  log: command({
    input: z.strictObject({
      memberId: id.nullable(),
      purchaseId: id.nullable(),
      object: objectShape,
      reason: reasonShape,
      severity: severityShape,
      channel: complaintChannelShape,
      what: prose(2000),
      wish: prose(500),
    }),
    output: z.strictObject({
      complaintId: id,
      number: count,
      responseDueAt: instantShape,
      resolutionDueAt: instantShape,
    }),
    /** `purchase_gone`: no such bill, or not one of this member. */
    refusals: { text_needed: plain, member_gone: plain, purchase_gone: plain },
    changes: ['complaints', 'members'],
  }),
  addNote: command({
    input: z.strictObject({ complaintId: id, note: prose(2000) }),
    output: z.strictObject({}),
    refusals,
    changes: ['complaints'],
  }),
  respond: command({
    input: z.strictObject({ complaintId: id, note: prose(2000) }),
    output: z.strictObject({}),
    refusals,
    changes: ['complaints', 'members'],
  }),
  resolve: command({
    input: z.strictObject({ complaintId: id, result: prose(2000) }),
    output: z.strictObject({}),
    refusals,
    changes: ['complaints', 'members'],
  }),
  /** Needs cause and preventive measure (S71). */
  close: command({
    input: z.strictObject({ complaintId: id, cause: prose(1000), measure: prose(1000) }),
    output: z.strictObject({}),
    refusals,
    changes: ['complaints', 'members'],
  }),
  reopen: command({
    input: z.strictObject({ complaintId: id, reason: line(500) }),
    output: z.strictObject({}),
    refusals,
    changes: ['complaints', 'members'],
  }),
};
