import type { Selectable } from 'kysely';
import type { MadePacket } from '../domain/head-office/epoch';
import type { WaitingPacket } from '../domain/head-office/reminders';
import type { Schedule } from '../domain/head-office/schedule';
import type { PacketKindName, PersonalLevel } from '../domain/packets/entries';
import type { PacketRef } from '../domain/packets/manifest';
import { type Instant, instant } from '../domain/units';
import type { Ack, HqCard, RulePacket } from '../packets/documents';
import type { Reader } from '../schema';
import type { HqPacketTable } from './tables';

export interface Setup {
  readonly card: HqCard;
  readonly region: string;
  readonly schedule: Schedule;
  readonly personal: PersonalLevel;
  readonly reason: string;
  readonly remindDays: number;
  readonly folder: string | null;
  readonly since: Instant;
}

/** Undefined before the set-up. */
export async function setupOf(db: Reader): Promise<Setup | undefined> {
  const row = await db.selectFrom('hq_setup').selectAll().executeTakeFirst();
  if (row === undefined) return undefined;
  const { personal, region, reason, folder } = row;
  return {
    ...{ personal, region, reason, folder },
    card: kept<HqCard>(row.card),
    schedule: kept<Schedule>(row.schedule),
    remindDays: row.remind_days,
    since: instant(row.since),
  };
}

/** What this store signs with, a secret; undefined before the first set-up. */
export async function signingKeyOf(db: Reader): Promise<string | undefined> {
  const row = await db.selectFrom('hq_key').select('private_key').executeTakeFirst();
  return row?.private_key;
}

/** What belongs to it, and stands on the registration sheet. */
export async function publicKeyKept(db: Reader): Promise<string | undefined> {
  const row = await db.selectFrom('hq_key').select('public_key').executeTakeFirst();
  return row?.public_key;
}

export interface Packet extends MadePacket, WaitingPacket {
  /** `<epoch>-<sequence>`. */
  readonly id: string;
  readonly kind: 'full' | 'delta';
  readonly firstEntry: number;
  readonly marks: Readonly<Record<PacketKindName, number>>;
  readonly rows: Readonly<Record<PacketKindName, number>>;
  readonly personal: PersonalLevel;
  readonly recipient: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly writtenFolder: string | null;
}

/** All packets that this store has made, in the order of their making. */
export async function packetsOf(db: Reader): Promise<Packet[]> {
  const rows = await db.selectFrom('hq_packet').selectAll().orderBy('made').execute();
  return rows.map(packetFrom);
}

function packetFrom(row: Selectable<HqPacketTable>): Packet {
  const { epoch, sequence, kind, personal, recipient, bytes, sha256 } = row;
  return {
    ...{ epoch, sequence, kind, personal, recipient, bytes, sha256 },
    id: `${epoch}-${sequence}`,
    hash: row.manifest_hash,
    epochStartedAt: row.epoch_started_at,
    parent: row.parent === null ? null : kept<PacketRef>(row.parent),
    firstEntry: row.first_entry,
    lastEntry: row.last_entry,
    marks: kept<Packet['marks']>(row.marks),
    rows: kept<Packet['rows']>(row.rows),
    fileName: row.file_name,
    madeAt: row.made_at,
    writtenAt: row.written_at,
    writtenFolder: row.written_folder,
    ackedAt: row.acked_at,
    askedAgain: row.asked_again === 1,
  };
}

/** The newest answer of head office. */
export async function lastAck(db: Reader): Promise<Ack | undefined> {
  const row = await db.selectFrom('hq_ack').select('document').orderBy('at', 'desc').executeTakeFirst();
  return row && kept<Ack>(row.document);
}

export interface KnownRules {
  readonly document: RulePacket;
  readonly state: 'waiting' | 'accepted' | 'refused';
  readonly answered: { readonly at: Instant; readonly staffName: string; readonly reason: string } | null;
}

/** Rules that head office has sent, newest first. */
export async function rulesReceived(db: Reader): Promise<KnownRules[]> {
  const rows = await db
    .selectFrom('hq_rules')
    .leftJoin('staff', 'staff.id', 'hq_rules.answered_by')
    .select(['document', 'state', 'answered_at', 'reason', 'staff.name as staff_name'])
    .orderBy('received_at', 'desc')
    .execute();
  return rows.map(({ document, state, answered_at: at, reason, staff_name }) => ({
    document: kept<RulePacket>(document),
    state,
    answered: at === null ? null : { at: instant(at), staffName: staff_name ?? '', reason },
  }));
}

/** Nobody but Shuke has written it, and only after it was held against its shape. */
const kept = <Shape>(text: string): Shape => JSON.parse(text) as Shape;
