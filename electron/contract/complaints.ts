import { z } from 'zod';
import { COMPENSATION_KINDS } from '../../db/domain/complaints/compensation';
import { CORRECTABLE } from '../../db/domain/complaints/correction';
import { FOUND_PLACES } from '../../db/domain/complaints/search-text';
import { STEP_KINDS } from '../../db/domain/complaints/timeline';
import {
  clockShape,
  complaintChannelShape,
  complaintStateShape,
  giftShape,
  objectShape,
  onTime,
  reasonGroupShape,
  reasonShape,
  satisfactionShape,
  severityShape,
  spread,
  staffRef,
} from './complaint-shapes';
import { act, command, plain, query, room } from './rpc';
import { amount, count, dateShape, id, instantShape, line, pointCount, prose } from './shapes';
import { byTwo, ownCard } from './staff';

const complaintRow = z.strictObject({
  id,
  number: count,
  memberId: id.nullable(),
  memberName: z.string().nullable(),
  object: objectShape,
  reasonGroup: reasonGroupShape,
  reason: reasonShape,
  /** The owner's word for the reason; empty = the word of the source. */
  reasonName: z.string(),
  severity: severityShape,
  what: z.string(),
  state: complaintStateShape,
  receivedAt: instantShape,
  /** Both clocks stand still since then. */
  pausedAt: instantShape.nullable(),
  escalatedTo: staffRef.nullable(),
  /** The running clock that runs out first: response while unanswered, resolution until resolved; null when neither runs. */
  nextDue: z.strictObject({ clock: clockShape, at: instantShape }).nullable(),
  /** An answer or a result that came too late, or is late now. */
  late: z.boolean(),
});
export type ComplaintRow = z.output<typeof complaintRow>;

/** Why a due time is what it is: set by this step, from `from`, `hours` of its clock later. */
const explainedDueShape = z.strictObject({
  clock: clockShape,
  at: instantShape,
  from: instantShape,
  /** Hours that the clock gives, or that were left of it when it stood still. */
  hours: z.number().min(0),
  /** Counted while the store is open only. */
  storeHours: z.boolean(),
});

/** What narrows the archive; nothing of it = everything. Dates are business days, both included. */
const complaintFilters = z.strictObject({
  which: z.enum(['open', 'closed', 'all']),
  /** Any text of the complaint, its timeline and the member's name; or its number, `#123`. */
  text: z.string().max(64),
  object: objectShape.nullable(),
  reasonGroup: reasonGroupShape.nullable(),
  reason: reasonShape.nullable(),
  severity: severityShape.nullable(),
  aboutStaffId: id.nullable(),
  from: dateShape.nullable(),
  to: dateShape.nullable(),
  /** Only those late now, or answered or resolved too late. */
  lateOnly: z.boolean(),
});
export type ComplaintFilters = z.output<typeof complaintFilters>;

const refusals = {
  complaint_gone: plain,
  /** The state does not allow this step; another window may have gone ahead. */
  not_in_this_state: z.strictObject({ state: complaintStateShape }),
  text_needed: plain,
};

export const complaintsRoom = room(() => ({
  list: query(
    complaintFilters.extend({ offset: count, limit: z.int().min(1).max(200) }),
    z.strictObject({
      total: count,
      /** `found`: a piece of a text that the row does not show and that holds what was looked for. */
      rows: z.array(
        complaintRow.extend({
          found: z.strictObject({ in: z.enum(FOUND_PLACES), excerpt: z.string() }).nullable(),
        }),
      ),
    }),
  ),
  /** For the rail's badge. */
  counts: query(z.strictObject({}), z.strictObject({ open: count, overdue: count, dueSoon: count })),
  detail: query(
    z.strictObject({ complaintId: id }),
    complaintRow
      .extend({
        purchase: z
          .strictObject({ id, receiptNo: z.string().nullable(), on: dateShape, paid: amount })
          .nullable(),
        product: z.string(),
        aboutStaff: staffRef.nullable(),
        channel: complaintChannelShape,
        wish: z.string(),
        storeHours: z.boolean(),
        responseDueAt: instantShape,
        resolutionDueAt: instantShape,
        firstRespondedAt: instantShape.nullable(),
        respondedAt: instantShape.nullable(),
        resolvedAt: instantShape.nullable(),
        closedAt: instantShape.nullable(),
        responseBreached: z.boolean(),
        resolutionBreached: z.boolean(),
        satisfaction: satisfactionShape.nullable(),
        result: z.string(),
        cause: z.string(),
        measure: z.string(),
        photos: z.array(
          z.strictObject({ id, width: count, height: count, at: instantShape, staffName: z.string() }),
        ),
        compensations: z.array(
          z.strictObject({
            kind: z.enum(COMPENSATION_KINDS),
            what: z.string(),
            worth: amount,
            at: instantShape,
            staffName: z.string(),
          }),
        ),
        timeline: z.array(
          z.strictObject({
            seq: count,
            kind: z.enum(STEP_KINDS),
            note: z.string(),
            at: instantShape,
            staffName: z.string(),
            due: z.array(explainedDueShape).max(2),
            /** What the kind says beyond its note, in the words of the contract. */
            data: z.discriminatedUnion('of', [
              z.strictObject({ of: z.literal('nothing') }),
              z.strictObject({ of: z.literal('escalation'), to: z.string() }),
              z.strictObject({
                of: z.literal('compensation'),
                kind: z.enum(COMPENSATION_KINDS),
                what: z.string(),
                worth: amount,
              }),
              z.strictObject({ of: z.literal('satisfaction'), score: satisfactionShape }),
              z.strictObject({
                of: z.literal('correction'),
                changes: z.array(
                  /** Words where there are any: the names of member and staff, the owner's name of a reason; else ids. */
                  z.strictObject({ field: z.enum(CORRECTABLE), before: z.string(), after: z.string() }),
                ),
              }),
            ]),
          }),
        ),
      })
      .nullable(),
  ),
  /** The member's bills that a complaint may be about, newest first, with what was bought and who sold it. */
  billsOf: query(
    z.strictObject({ memberId: id }),
    z.array(
      z.strictObject({
        purchaseId: id,
        on: dateShape,
        paid: amount,
        receiptNo: z.string().nullable(),
        products: z.array(z.string()),
        soldBy: staffRef,
      }),
    ),
  ),
  log: command({
    input: z.strictObject({
      memberId: id.nullable(),
      purchaseId: id.nullable(),
      object: objectShape,
      reason: reasonShape,
      product: line(60),
      aboutStaffId: id.nullable(),
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
    /** `purchase_gone`: no such bill, or not one of this member. `reason_gone`: not in the tree, or switched off. */
    refusals: {
      text_needed: plain,
      member_gone: plain,
      purchase_gone: plain,
      reason_gone: plain,
      staff_gone: plain,
    },
    changes: ['complaints', 'members', 'care'],
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
  /** Both clocks stand still; needs the reason, for instance what is awaited from the customer. */
  pause: command({
    input: z.strictObject({ complaintId: id, reason: prose(500) }),
    output: z.strictObject({}),
    refusals: { ...refusals, paused_already: plain },
    changes: ['complaints'],
  }),
  /** Both clocks go on with what was left of them. */
  resume: command({
    input: z.strictObject({ complaintId: id, note: prose(500) }),
    output: z.strictObject({}),
    refusals: { ...refusals, not_paused: plain },
    changes: ['complaints'],
  }),
  /** A hard case goes to a manager or the owner (S81). */
  escalate: command({
    input: z.strictObject({ complaintId: id, toStaffId: id, reason: prose(500) }),
    output: z.strictObject({}),
    refusals: { ...refusals, staff_gone: plain, not_a_manager: plain },
    changes: ['complaints'],
  }),
  resolve: command({
    input: z.strictObject({ complaintId: id, result: prose(2000) }),
    output: z.strictObject({}),
    refusals,
    changes: ['complaints', 'members', 'care'],
  }),
  /** Needs cause and preventive measure (S71); asks how content the customer is now. */
  close: command({
    input: z.strictObject({
      complaintId: id,
      cause: prose(1000),
      measure: prose(1000),
      satisfaction: satisfactionShape.nullable(),
    }),
    output: z.strictObject({}),
    refusals,
    changes: ['complaints', 'members', 'care'],
  }),
  reopen: command({
    input: z.strictObject({ complaintId: id, reason: line(500) }),
    output: z.strictObject({}),
    refusals,
    changes: ['complaints', 'members', 'care'],
  }),
  /** Asked after it was resolved or closed. */
  recordSatisfaction: command({
    input: z.strictObject({ complaintId: id, satisfaction: satisfactionShape, note: prose(500) }),
    output: z.strictObject({}),
    refusals,
    changes: ['complaints'],
  }),
  /** A wrong entry is put right; the timeline keeps what it was. One of nobody known may become a member's. */
  correct: command({
    input: z.strictObject({
      complaintId: id,
      memberId: id.nullable(),
      object: objectShape,
      reason: reasonShape,
      product: line(60),
      aboutStaffId: id.nullable(),
      severity: severityShape,
      note: prose(500),
    }),
    output: z.strictObject({}),
    /** `member_known`: it is a member's already, and stays theirs. */
    refusals: {
      complaint_gone: plain,
      nothing_changed: plain,
      reason_gone: plain,
      staff_gone: plain,
      member_gone: plain,
      member_known: plain,
    },
    changes: ['complaints', 'members', 'care'],
  }),
  /** What may be given, and what is left of today's allowance; null = without a limit. */
  compensationChoices: query(
    z.strictObject({ complaintId: id }),
    z.strictObject({
      allowance: z.strictObject({ limit: amount, used: amount }).nullable(),
      templates: z.array(
        z.strictObject({ id: z.string(), name: z.string(), worth: amount.nullable(), lastDay: dateShape }),
      ),
      /** What a point is worth, for points as a compensation. */
      pointsWorth: z.strictObject({ points: pointCount, worth: amount }),
    }),
  ),
  compensate: command({
    input: z.strictObject({
      complaintId: id,
      give: giftShape,
      reason: prose(500),
    }),
    output: z.strictObject({ worth: amount, couponCode: z.string().nullable() }),
    refusals: {
      complaint_gone: plain,
      /** Coupons and points need somebody who is a member. */
      member_needed: plain,
      nothing_given: plain,
      reason_needed: plain,
      template_gone: plain,
      template_over: z.strictObject({ lastDay: dateShape }),
      worth_unknown: plain,
      above_allowance: z.strictObject({ limit: amount, used: amount, worth: amount }),
      ...byTwo,
      ...ownCard,
    },
    changes: ['complaints', 'coupons', 'points', 'members'],
  }),
  /** A JPEG as the page has drawn it anew; kept in the store's folder without anything but the picture. */
  addPhoto: command({
    input: z.strictObject({ complaintId: id, jpeg: z.instanceof(Uint8Array) }),
    output: z.strictObject({ photoId: id }),
    refusals: {
      complaint_gone: plain,
      not_a_photo: plain,
      photo_too_large: z.strictObject({ maxBytes: count, maxSide: count }),
      too_many_photos: z.strictObject({ most: count }),
      folder_unwritable: plain,
    },
    changes: ['complaints'],
  }),
  photo: query(
    z.strictObject({ photoId: id }),
    z.strictObject({ jpeg: z.instanceof(Uint8Array) }).nullable(),
  ),

  /** Figures of the complaints received on these business days, both included. */
  statistics: query(
    z.strictObject({ from: dateShape, to: dateShape }),
    z.strictObject({
      total: count,
      open: count,
      /** Among members' complaints of the period: a second one of the same reason within 90 days. */
      repeats: z.array(
        z.strictObject({
          memberId: id,
          memberName: z.string(),
          reason: reasonShape,
          reasonName: z.string(),
          count,
        }),
      ),
      byReason: z.array(
        z.strictObject({
          group: reasonGroupShape,
          reason: reasonShape,
          reasonName: z.string(),
          count,
          before: count,
        }),
      ),
      byObject: z.array(z.strictObject({ object: objectShape, count })),
      byChannel: z.array(z.strictObject({ channel: complaintChannelShape, count })),
      bySeverity: z.array(z.strictObject({ severity: severityShape, count })),
      /** Whom complaints are about, and who took them on time. */
      byStaff: z.array(z.strictObject({ staff: staffRef, about: count, taken: count, onTime })),
      /** Of the store's wall clock, 24 entries. */
      byHour: z.array(count).length(24),
      /** Month by month, with what was on time. */
      byMonth: z.array(z.strictObject({ month: z.string(), count, response: onTime, resolution: onTime })),
      response: onTime,
      resolution: onTime,
      toResponse: spread,
      toResolution: spread,
      satisfaction: z.strictObject({ mean: z.number(), of: count }).nullable(),
      reopened: count,
      compensation: z.strictObject({ count, worth: amount }),
    }),
  ),
  /** Writes what the filters show as CSV to a place of the person's choice; null when they chose none. */
  exportArchive: act({
    input: complaintFilters,
    output: z.strictObject({ path: z.string(), rows: count }).nullable(),
    refusals: { file_not_written: z.strictObject({ why: z.enum(['disk_full', 'not_writable']) }) },
  }),
}));
