import { z } from 'zod';
import { CLOCK_STATES } from '../../db/domain/audit/clock';
import { type Plain, SUBJECT_KINDS } from '../../db/domain/audit/entry';
import { FINDING_KINDS } from '../../db/domain/audit/finding';
import { WATCH_CODES, WATCH_ROW_KINDS } from '../../db/domain/audit/watch';
import { act, command, plain, query, room } from './rpc';
import { count, dateShape, id, instantShape, signedAmount, signedPoints } from './shapes';

const seq = z.int().min(1);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const actName = z.string().regex(/^[\w.]{1,60}$/);
const person = z.strictObject({ id, name: z.string() });

const subjectKindShape = z.enum(SUBJECT_KINDS);
/** What an entry is about. `label` is how it is called today: a name, a receipt number; null when it has none (left). */
const subject = z.strictObject({ kind: subjectKindShape, id: z.string(), label: z.string().nullable() });

/** One act, as a line of the list. */
const entryRow = z.strictObject({
  seq,
  at: instantShape,
  businessDate: dateShape,
  /** Null: Shuke itself. */
  staff: person.nullable(),
  /** Who approved it by their PIN. */
  approver: person.nullable(),
  /** The channel (`points.adjust`), or what happened without one (`clock.back`). */
  act: z.string(),
  subjects: z.array(subject),
  /** The first reason given; empty when there is none. */
  why: z.string(),
  /** Whether it says what was before and after. */
  hasChange: z.boolean(),
  /** Its day had been closed already. */
  afterClose: z.boolean(),
});
export type AuditRow = z.output<typeof entryRow>;

const page = z.strictObject({
  rows: z.array(entryRow),
  /** Ask with `before` of this for what is older; null at the beginning of the trail. */
  next: seq.nullable(),
});
const paging = { before: seq.nullable(), limit: z.int().min(1).max(200) };

const finding = z.strictObject({ kind: z.enum(FINDING_KINDS), seq });
export const verification = z.strictObject({
  at: instantShape,
  /** Entries that were read. */
  entries: count,
  /** The first of each kind and place, at most 100; empty = everything is as it was written. */
  findings: z.array(finding),
  /** How many there are in all. */
  found: count,
});
export type Verification = z.output<typeof verification>;

/** `stepped`: set back by 2 minutes or more; `behind`: by a day or more, nothing is recorded until the owner says so. */
const clockState = z.strictObject({
  state: z.enum(CLOCK_STATES),
  now: instantShape,
  /** Of the last entry; null in an empty trail. */
  lastAt: instantShape.nullable(),
});

/** Whatever a handler noted: it is sealed as JSON, and shown as such. */
const plainValue = z.custom<Plain>((value) => value !== undefined);

export const auditRoom = room(() => ({
  /** Newest first. Every filter narrows; null = all. */
  list: query(
    z.strictObject({
      subject: z.strictObject({ kind: subjectKindShape, id: z.string().min(1).max(80) }).nullable(),
      staffId: id.nullable(),
      act: actName.nullable(),
      from: dateShape.nullable(),
      to: dateShape.nullable(),
      ...paging,
    }),
    page,
  ),
  /** Who changed this member, and why. Newest first; what was done about them in any room. */
  ofMember: query(z.strictObject({ memberId: id, ...paging }), page),
  /** Every act that is in the trail, for choosing one, in the order of their names. */
  acts: query(z.strictObject({}), z.array(z.string())),
  /** One entry with everything it says; null when there is none of this number. */
  entry: query(
    z.strictObject({ seq }),
    z
      .strictObject({
        ...entryRow.shape,
        notes: z.array(
          z.strictObject({
            why: z.string().nullable(),
            before: plainValue.nullable(),
            after: plainValue.nullable(),
          }),
        ),
        /** Of a person's own (name, phone): gone with the person, its seal stays. */
        personal: z.discriminatedUnion('state', [
          z.strictObject({ state: z.literal('none') }),
          z.strictObject({ state: z.literal('erased') }),
          z.strictObject({ state: z.literal('kept'), before: plainValue, after: plainValue }),
        ]),
        previousHash: hash,
        hash,
        /** Whether it still says what was sealed. */
        intact: z.boolean(),
      })
      .nullable(),
  ),
  /** The trail as a whole. */
  standing: query(
    z.strictObject({}),
    z.strictObject({
      entries: count,
      head: z.strictObject({ seq, hash, at: instantShape }).nullable(),
      /** Null until the one at the start has ended. */
      lastVerification: verification.nullable(),
      verifying: z.boolean(),
      lastClose: z.strictObject({ date: dateShape, round: z.int().min(1), seq, hash }).nullable(),
    }),
  ),
  /** Reads the whole trail in a thread of its own and answers what it found. */
  verify: act({ input: z.strictObject({}), output: verification, refusals: {} }),
  /** The owner knows why the trail ends before what was known (a copy was put back by hand): from now on this end counts. */
  acceptEnd: act({ input: z.strictObject({}), output: verification, refusals: { nothing_to_accept: plain } }),
  clock: query(z.strictObject({}), clockState),
  /** The owner has looked at the clock of the PC and it is right: entries go on from it. */
  confirmClock: command({
    input: z.strictObject({}),
    output: z.strictObject({ at: instantShape }),
    refusals: { clock_right: plain },
    changes: ['audit', 'store'],
  }),
  /** What an owner should look at, over the business days `from`-`to` (at most 92); the gravest kinds first. */
  watchList: query(
    z.strictObject({ from: dateShape, to: dateShape }),
    z.strictObject({
      findings: z.array(
        z.strictObject({
          code: z.enum(WATCH_CODES),
          staff: person.nullable(),
          member: person.nullable(),
          /** The day on which it was, where it is of one. */
          date: dateShape.nullable(),
          /** How many rows are behind it, and from how many on it is told (0 = from the first). */
          count,
          limit: count,
          /** Points and money of its rows, added up. */
          points: signedPoints,
          amount: signedAmount,
          /** The rows behind it, oldest first, at most 100. */
          rows: z.array(
            z.strictObject({
              kind: z.enum(WATCH_ROW_KINDS),
              /** Of the purchase, the refund's purchase, the ledger entry; of an `entry` its number in the trail. */
              id: z.string(),
              at: instantShape,
              businessDate: dateShape,
              staff: person.nullable(),
              member: person.nullable(),
              receiptNo: z.string().nullable(),
              amount: signedAmount.nullable(),
              points: signedPoints.nullable(),
              /** The reason given, or the act of an `entry`. */
              text: z.string(),
            }),
          ),
        }),
      ),
    }),
  ),
}));
