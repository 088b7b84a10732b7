import { z } from 'zod';
import { SCHEDULE_KINDS } from '../../db/domain/head-office/schedule';
import { PACKET_KIND_NAMES } from '../../db/domain/packets/entries';
import { RULE_NAMES } from '../../db/domain/settings/rule-problem';
import { jobShape } from './exchange';
import { act, command, plain, query, room } from './rpc';
import { ruleChange } from './settings';
import { count, dateShape, id, instantShape, line } from './shapes';

const nothing = z.strictObject({});
const hour = z.int().min(0).max(23);

/** When a packet is due, in the store's own time. Source: exchange, "Packet". */
const scheduleShape = z.discriminatedUnion('kind', [
  /** ISO weekday, 1 = Monday. */
  z.strictObject({ kind: z.literal(SCHEDULE_KINDS[0]), weekday: z.int().min(1).max(7), hour }),
  z.strictObject({ kind: z.literal(SCHEDULE_KINDS[1]), hour }),
  z.strictObject({ kind: z.literal(SCHEDULE_KINDS[2]), hour }),
  z.strictObject({ kind: z.literal(SCHEDULE_KINDS[3]) }),
]);

/** How much of a person head office is told: 0 pseudonymous, 1 masked, 2 full. */
const personalLevel = z.literal([0, 1, 2]);

/** Who head office is, by the card it has handed out. */
const cardShape = z.strictObject({
  name: z.string(),
  /** In groups, to be compared with what head office says on the phone. */
  fingerprint: z.string(),
});

/** In the outbox; written elsewhere and read back; acknowledged by head office. */
const packetState = z.enum(['prepared', 'written', 'acked']);

/** One packet of this store, newest first in lists. */
const packetShape = z.strictObject({
  /** `<epoch>-<sequence>`. */
  id: z.string(),
  epoch: z.string(),
  sequence: count,
  kind: z.enum(['full', 'delta']),
  state: packetState,
  madeAt: instantShape,
  fileName: z.string(),
  bytes: count,
  entries: count,
  rows: z.strictObject(Object.fromEntries(PACKET_KIND_NAMES.map((kind) => [kind, count]))),
  personal: personalLevel,
  /** Where it was last written and read back. */
  written: z.strictObject({ at: instantShape, folder: z.string() }).nullable(),
  ackedAt: instantShape.nullable(),
  /** The last answer of head office says that it is missing there: it goes along the next time. */
  askedAgain: z.boolean(),
  /** Its file still lies in the outbox; 90 days after the acknowledgement only this row stays. */
  kept: z.boolean(),
});
export type PacketView = z.output<typeof packetShape>;

const ackShape = z.strictObject({
  epoch: z.string(),
  /** The last packet up to which head office has everything; null when it has none of that epoch. */
  upto: count.nullable(),
  /** Packets from `from` to `to`, both included. */
  missing: z.array(z.strictObject({ epoch: z.string(), from: count, to: count })),
  /** Two stores send under one name: head office settles it first. */
  forked: z.boolean(),
  rejected: z.array(z.strictObject({ file: z.string(), why: z.string() })),
  at: instantShape,
});

const rulePacketShape = z.strictObject({
  id: z.string(),
  number: count,
  title: z.string(),
  why: z.string(),
  from: dateShape,
  issuedAt: instantShape,
  state: z.enum(['waiting', 'accepted', 'refused']),
  /** By whom and when it was answered. */
  answered: z.strictObject({ at: instantShape, staffName: z.string(), reason: z.string() }).nullable(),
  /** Rule by rule, as it would change what holds on that day; of an answered one nothing. */
  changes: z.array(ruleChange),
  /** The newest version of the rules that `changes` was compared with; goes back with the acceptance. */
  basedOn: z.int(),
});
export type RulePacketView = z.output<typeof rulePacketShape>;

const settingsShape = z.strictObject({
  region: line(40),
  schedule: scheduleShape,
  personal: personalLevel,
  /** Why head office is told so much of people; needed above 0. */
  reason: line(200),
  /** Days without an acknowledgement after which it is reminded of. */
  remindDays: z.int().min(1).max(90),
});
export type HeadOfficeSettings = z.output<typeof settingsShape>;

const setUpShape = settingsShape.extend({
  card: cardShape,
  /** Of this store's own key, as its registration sheet says it. */
  fingerprint: z.string(),
  since: instantShape,
  /** Where packets were written last; `present`: it is there now. */
  folder: z.strictObject({ path: z.string(), present: z.boolean() }).nullable(),
});

const cannotMake = {
  in_sample: plain,
  not_set_up: plain,
  job_running: plain,
  /** Under 100 MB are left where the store is: the counter needs them. */
  little_room: z.strictObject({ freeBytes: count }),
};
const notACard = { not_a_card: plain, newer_version: plain };

export const headOfficeRoom = room(() => ({
  /** What a person must know of head office at this moment. */
  standing: query(
    nothing,
    z.strictObject({
      setUp: setUpShape.nullable(),
      due: z.strictObject({
        /** `none`: by hand only. `overdue`: a day and more ago. */
        state: z.enum(['none', 'upcoming', 'due', 'overdue']),
        at: instantShape.nullable(),
      }),
      last: packetShape.nullable(),
      /** Packets that lie in the outbox and were never written anywhere, or were asked for again. */
      toSend: count,
      /** Written, not acknowledged; `days` of the oldest; `late`: longer than `remindDays`. */
      unanswered: z.strictObject({ packets: count, days: count, late: z.boolean() }),
      ack: ackShape.nullable(),
      rulesWaiting: count,
      /** The numbering of packets was begun anew, since the store was restored from a backup or moved here. */
      begunAnew: z.strictObject({ epoch: z.string(), at: instantShape }).nullable(),
      /** How many things wait for somebody: the badge. */
      waiting: count,
    }),
  ),
  packets: query(nothing, z.array(packetShape)),
  rulePackets: query(nothing, z.array(rulePacketShape)),

  /** Reads head office's card: of a file that is asked for, or pasted; null when the person cancelled. */
  readCard: act({
    input: z.strictObject({ text: z.string().max(20_000).nullable() }),
    /** `text` goes back with `setUp`. */
    output: cardShape.extend({ text: z.string() }).nullable(),
    refusals: notACard,
  }),
  /** Takes head office's card and makes this store's key if it has none; again = another card. */
  setUp: command({
    input: settingsShape.extend({ card: z.string().max(20_000) }),
    output: z.strictObject({ fingerprint: z.string() }),
    refusals: { in_sample: plain, ...notACard, reason_needed: plain },
    changes: ['head_office'],
  }),
  change: command({
    input: settingsShape,
    output: nothing,
    refusals: { not_set_up: plain, reason_needed: plain },
    changes: ['head_office'],
  }),
  /** No more packets and no reminders; the key and the list of what was sent stay. */
  stop: command({
    input: nothing,
    output: nothing,
    refusals: { not_set_up: plain },
    changes: ['head_office'],
  }),
  /** What head office registers this store by; null before the set-up. */
  sheet: query(
    nothing,
    z
      .strictObject({
        storeId: id,
        name: z.string(),
        region: z.string(),
        fingerprint: z.string(),
        /** Canonical JSON: the content of the QR code, and of the file. */
        text: z.string(),
        headOffice: cardShape,
      })
      .nullable(),
  ),
  /** Asks where to and writes the sheet as `<name>.shuke-store`; null when the person cancelled. */
  saveSheet: act({
    input: nothing,
    output: z.strictObject({ path: z.string() }).nullable(),
    refusals: {
      not_set_up: plain,
      file_not_written: z.strictObject({ why: z.enum(['disk_full', 'not_writable']) }),
    },
  }),

  /**
   * The one key: makes a packet and copies everything that waits to a drive or folder, as a job that goes
   * on when the screen is left. Acknowledgements that lie there are taken along. Null when no folder was chosen.
   */
  send: act({
    input: z.strictObject({
      /** `due`: when one is due, or nothing waits to be sent. */
      make: z.enum(['due', 'delta', 'full', 'none']),
      /** `last` asks where none was chosen yet, or it is not there. */
      to: z.enum(['last', 'choose', 'nowhere']),
      /** These once more, byte for byte, besides what waits. */
      again: z.array(z.string().max(40)).max(200).default([]),
    }),
    output: jobShape.nullable(),
    refusals: cannotMake,
  }),
  /** Asks for acknowledgement files of head office; null when the person cancelled. */
  takeAck: act({
    input: nothing,
    output: ackShape.nullable(),
    refusals: {
      not_set_up: plain,
      not_an_ack: plain,
      /** Written by a newer Shuke. */
      newer_version: plain,
      /** Signed by somebody else than the head office of the card. */
      wrong_signature: plain,
      other_store: plain,
      /** A newer one was taken already. */
      older: plain,
    },
  }),
  showOutbox: act({ input: nothing, output: nothing, refusals: {} }),

  /** Asks for a rule packet of head office and keeps it until it is answered; null when cancelled. */
  readRules: act({
    input: nothing,
    output: rulePacketShape.nullable(),
    refusals: {
      not_set_up: plain,
      not_rules: plain,
      newer_version: plain,
      wrong_signature: plain,
      /** It names a rule that this Shuke does not have, or a value that it does not take: `at` says which. */
      unknown_rules: z.strictObject({ at: z.string() }),
      answered_already: z.strictObject({ state: z.enum(['accepted', 'refused']) }),
    },
  }),
  acceptRules: command({
    input: z.strictObject({ id: z.string().max(80), basedOn: z.int() }),
    output: z.strictObject({ version: z.int() }),
    refusals: {
      /** Answered, or never read. */
      not_waiting: plain,
      changed_meanwhile: plain,
      invalid_rule: z.strictObject({ rule: z.enum(RULE_NAMES), at: z.string() }),
      plan_conflict: z.strictObject({ effectiveFrom: dateShape }),
    },
    changes: ['head_office', 'settings', 'members', 'points', 'coupons', 'complaints', 'care', 'surveys'],
  }),
  refuseRules: command({
    input: z.strictObject({ id: z.string().max(80), reason: line(200).pipe(z.string().min(1)) }),
    output: nothing,
    refusals: { not_waiting: plain },
    changes: ['head_office'],
  }),
}));
