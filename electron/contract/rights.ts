import { z } from 'zod';
import { EDUCATIONS, INCOMES, NEEDS, PRICE_SENSITIVITIES } from '../../db/domain/members/profile';
import { FIELD_KINDS, SECTIONS } from '../../db/domain/rights/my-data';
import { act, command, plain, query, room } from './rpc';
import { count, dateShape, id, instantShape, line, pointCount, signedPoints, tierShape } from './shapes';

const nothing = z.strictObject({});
const ofMember = z.strictObject({ memberId: id });

/** What a record says, as far as a merge has to choose. */
const recordShape = z.strictObject({
  memberNo: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  cardNo: z.string().nullable(),
  externalId: z.string().nullable(),
  birthday: z.strictObject({ year: z.int().nullable(), month: z.int(), day: z.int() }).nullable(),
  gender: z.enum(['female', 'male']).nullable(),
  referrerName: z.string().nullable(),
  adviserName: z.string().nullable(),
  joinedOn: dateShape,
  tags: z.array(z.string()),
  note: z.string(),
  occupation: z.string(),
  income: z.enum(INCOMES).nullable(),
  education: z.enum(EDUCATIONS).nullable(),
  priceSensitivity: z.enum(PRICE_SENSITIVITIES).nullable(),
  needs: z.array(z.enum(NEEDS)),
  interests: z.array(z.string()),
  tier: tierShape,
  points: signedPoints,
  marketing: z.boolean(),
});
export type MergeRecord = z.output<typeof recordShape>;

const sectionShape = z.strictObject({
  name: z.enum(SECTIONS),
  fields: z.array(z.strictObject({ name: z.string(), kind: z.enum(FIELD_KINDS) })),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
});

const taken = z.strictObject({ memberId: id, name: z.string() });

/** What a member may ask for: what is known of them, all of it gone, two records made one (rules "Lookup and member record"). */
export const rightsRoom = room(() => ({
  /** Everything the store holds of one member, in the order of a page. Who looked is in the audit trail. */
  myData: act({
    input: ofMember,
    output: z.strictObject({ memberNo: z.string(), madeAt: instantShape, sections: z.array(sectionShape) }),
    refusals: { member_gone: plain },
  }),
  /** The same as a JSON file; asks where, null when the person wants none. */
  saveMyData: act({
    input: ofMember,
    output: z.strictObject({ path: z.string() }).nullable(),
    refusals: {
      member_gone: plain,
      file_not_written: z.strictObject({ why: z.enum(['disk_full', 'not_writable']) }),
    },
  }),

  /** What goes and what stays when this member is erased; null for one who is gone. */
  erasePreview: query(
    ofMember,
    z
      .strictObject({
        memberNo: z.string(),
        /** Stay, without a name. */
        purchases: count,
        /** Lapse. */
        points: pointCount,
        /** Withdrawn. */
        openCoupons: count,
        /** Stay to be worked on, without a person. */
        openComplaints: count,
        photos: count,
        /** Ended. */
        openTasks: count,
        /** Records that were merged into this one go with it, and can be taken apart no more. */
        merged: count,
        /** Tables that were written out while this member was there: files that Shuke does not reach. */
        exports: z.array(z.strictObject({ folder: z.string(), at: instantShape })),
      })
      .nullable(),
  ),
  /** Anonymises a member for good. `memberNo` is typed by the owner, so that it is this one. */
  erase: command({
    input: z.strictObject({ memberId: id, memberNo: line(32) }),
    output: nothing,
    refusals: { member_gone: plain, wrong_number: plain },
    changes: [
      ...(['members', 'points', 'coupons', 'complaints', 'care', 'surveys', 'invitations'] as const),
      ...([
        'insights',
        'segments',
        'handbook',
        'exchange',
        'staff',
        'audit',
        'purchases',
        'backups',
      ] as const),
    ],
  }),
  /** How far an erasure is; null for one who is not erased. */
  erasure: query(
    ofMember,
    z
      .strictObject({
        memberNo: z.string(),
        at: instantShape,
        staffName: z.string(),
        /** When the last trace was gone from the store's files; null while that is being done. */
        cleanedAt: instantShape.nullable(),
      })
      .nullable(),
  ),

  /** What merging the two would make; null where one of them is gone or both are the same. */
  mergePreview: query(
    z.strictObject({ oneId: id, otherId: id, phoneOf: id.nullable() }),
    z
      .strictObject({
        /** The older record: its number stays. */
        intoId: id,
        fromId: id,
        /** Whose phone is kept. */
        phoneOf: id,
        into: recordShape,
        from: recordShape,
        merged: recordShape,
        /** What goes over from the newer record. */
        moves: z.strictObject({
          purchases: count,
          coupons: count,
          complaints: count,
          tasks: count,
          contacts: count,
          surveys: count,
        }),
        /** Somebody has said that they are two people. */
        toldApart: z.boolean(),
      })
      .nullable(),
  ),
  merge: command({
    input: z.strictObject({ oneId: id, otherId: id, phoneOf: id.nullable() }),
    output: z.strictObject({ memberId: id, mergeId: id }),
    refusals: {
      members_not_found: plain,
      same_member: plain,
      /** What insight knows of purchases is being made anew: a moment later. */
      busy: plain,
    },
    changes: [
      ...(['members', 'points', 'coupons', 'complaints', 'care', 'surveys', 'invitations'] as const),
      ...(['insights', 'segments', 'handbook', 'staff', 'audit', 'purchases', 'histories'] as const),
    ],
  }),
  /** Within 30 days; what was recorded since stays with the record that it was recorded for. */
  undoMerge: command({
    input: z.strictObject({ mergeId: id }),
    output: z.strictObject({ memberId: id, otherId: id }),
    refusals: {
      merge_gone: plain,
      too_late: plain,
      /** The surviving record was merged into another one since: that is undone first. */
      merged_on: plain,
      /** Points of the one have been spent by the other since. */
      points_used: plain,
      /** Bills that had come over were refunded since. */
      bills_refunded: plain,
      busy: plain,
      phone_taken: taken,
      card_taken: taken,
    },
    changes: [
      ...(['members', 'points', 'coupons', 'complaints', 'care', 'surveys', 'invitations'] as const),
      ...(['insights', 'segments', 'handbook', 'staff', 'audit', 'purchases', 'histories'] as const),
    ],
  }),
  /** Records that were merged into this member and can be taken apart again or could be. Newest first. */
  mergesInto: query(
    ofMember,
    z.array(
      z.strictObject({
        mergeId: id,
        memberNo: z.string(),
        name: z.string(),
        at: instantShape,
        staffName: z.string(),
        /** The last moment at which it can be undone. */
        until: instantShape,
        open: z.boolean(),
      }),
    ),
  ),
}));
