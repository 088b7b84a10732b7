import type SQLite from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { trailHead } from '../audit/queries';
import type { StoreCalendar } from '../domain/calendar/business-day';
import { type NextPlace, nextPlace, packetKind, refOf } from '../domain/head-office/epoch';
import { packetFileName } from '../domain/packets/names';
import { type BusinessDate, type Instant, instant } from '../domain/units';
import { giveWay, Slices } from '../exchange/slices';
import { versionOf } from '../migrate';
import { newEpoch } from '../packets/epoch';
import { type PacketHead, type WrittenPacket, writePacket } from '../packets/write';
import type { Schema } from '../schema';
import { storeRow } from '../settings/queries';
import { recoveryCodeKept } from '../staff/queries';
import type { Turn } from '../turn';
import { storeFigures } from './figures';
import { noteOutboxHead, outboxHead, outboxOf, removeFromOutbox } from './outbox';
import { type Packet, packetsOf, type Setup, setupOf, signingKeyOf } from './queries';
import { countRows, newestRows, ofEachKind, packetRows, type RowRange } from './rows';

/** What making needs: one connection that reads one picture of the store, one that writes between sales. */
export interface Making {
  readonly storePath: string;
  readonly reader: SQLite.Database;
  readonly db: Kysely<Schema>;
  readonly writer: SQLite.Database;
  readonly turn: Turn;
  readonly now: Instant;
  readonly today: BusinessDate;
  readonly calendar: StoreCalendar;
  readonly shuke: string;
  readonly progress: (rows: number, of: number) => void;
  readonly cancelled: () => boolean;
}

/**
 * Makes the next packet: reads one picture of the store, writes it into the outbox, remembers it. Whenever a
 * crash comes between, nothing of it was ever outside, and the next one has its number and entries. Answers its
 * id; throws `PacketCancelled`, and what the disk says. Source: exchange, "Packet".
 */
export async function makePacket(cx: Making, wanted: 'full' | 'delta'): Promise<string> {
  const newest = await takePicture(cx);
  const plan = await planOf(cx, wanted, newest);
  const total = Object.values(countRows(cx.reader, plan.range)).reduce((sum, rows) => sum + rows, 0);
  // A crash may have left one of this number behind that was to be of the other kind.
  for (const kind of ['full', 'delta'] as const)
    removeFromOutbox(cx.storePath, packetFileName({ ...plan.head, kind }));
  const written = await writePacket({
    folder: outboxOf(cx.storePath),
    head: plan.head,
    rows: packetRows(cx.reader, plan.range, plan.setup.personal),
    signingKey: plan.signingKey,
    recipients: plan.recipients,
    progress: (rows) => cx.progress(rows, total),
    cancelled: cx.cancelled,
  });
  await cx.turn.take(() => remember(cx, plan, written));
  await forgetChanges(cx, newest.changesUpto);
  const { epoch, sequence } = written.manifest;
  return `${epoch}-${sequence}`;
}

/** Where nothing can be written, the picture that is read is the one that the marks are raised for. */
async function takePicture({ reader, writer, turn }: Making): Promise<RowRange> {
  await turn.take(() => writer.exec('begin immediate'));
  try {
    reader.exec('begin');
    const upto = newestRows(reader);
    const changesUpto =
      reader.prepare<[], number>('select coalesce(max(seq), 0) from hq_change').pluck().get() ?? 0;
    const raise = writer.prepare('update hq_mark set upto = ? where kind = ? and upto < ?');
    for (const [kind, newest] of Object.entries(upto)) raise.run(newest, kind, newest);
    writer.exec('commit');
    return { after: ofEachKind(() => 0), upto, changesUpto };
  } finally {
    if (writer.inTransaction) writer.exec('rollback');
  }
}

interface Plan {
  readonly head: PacketHead;
  readonly range: RowRange;
  readonly setup: Setup;
  readonly signingKey: string;
  readonly recipients: readonly string[];
}

async function planOf(cx: Making, wanted: 'full' | 'delta', newest: RowRange): Promise<Plan> {
  const { db, now, today } = cx;
  const [setup, signingKey] = [await setupOf(db), await signingKeyOf(db)];
  if (setup === undefined || signingKey === undefined) throw new Error('head office is not set up');
  const [store, packets] = [await storeRow(db), await packetsOf(db)];
  const place = nextPlace(store.id, packets, outboxHead(cx.storePath));
  const kind = kindOf(packets, { place, setup, wanted, now });
  const last = packets.at(-1);
  const isDelta = kind === 'delta' && last !== undefined;
  const head = await trailHead(db);
  const recovery = await recoveryCodeKept(db);
  const owners = recovery === undefined ? [] : [recovery.recipient];
  return {
    setup,
    signingKey,
    recipients: [setup.card.recipient, ...owners],
    // Everything of a full one is new; what has changed since is in it as it stands.
    range: isDelta ? { ...newest, after: last.marks } : { ...newest, changesUpto: 0 },
    head: {
      schema: versionOf(cx.reader),
      shuke: cx.shuke,
      store: { id: store.id, name: store.name, region: setup.region, zone: store.calendar.zone },
      ...standingOf(place, now),
      kind,
      audit: head === null ? { seq: 0, hash: '0'.repeat(64) } : { seq: head.seq, hash: head.hash },
      clock: { madeAt: new Date(now).toISOString(), businessDate: today },
      level: { personal: setup.personal, reason: setup.reason },
      figures: await storeFigures(db, cx),
    },
  };
}

function standingOf(place: NextPlace, now: Instant) {
  if (place.begins) {
    const { parent } = place;
    const first = { sequence: 1, previous: null, firstEntry: 1 };
    return { ...first, epoch: newEpoch(), epochStartedAt: new Date(now).toISOString(), parent };
  }
  const { epoch, sequence, hash, lastEntry, epochStartedAt, parent } = place.follows;
  return {
    ...{ epoch, parent, sequence: sequence + 1, previous: hash, firstEntry: lastEntry + 1 },
    epochStartedAt: new Date(epochStartedAt).toISOString(),
  };
}

function kindOf(
  packets: readonly Packet[],
  { place, setup, ...asked }: { place: NextPlace; setup: Setup; wanted: 'full' | 'delta'; now: Instant },
): 'full' | 'delta' {
  return packetKind({
    ...asked,
    begins: place.begins,
    lastFull: packets.findLast(({ kind }) => kind === 'full') ?? null,
    before: packets.at(-1) ?? null,
    recipient: setup.card.recipient,
    personal: setup.personal,
  });
}

/** First the store, then the folder: one that is behind is only told again, one that is ahead would begin an epoch. */
function remember(cx: Making, { range, setup, head }: Plan, written: WrittenPacket): void {
  const { manifest, path, bytes, sha256, manifestHash } = written;
  const rows = ofEachKind((kind) => manifest.files.find((file) => file.kind === kind)?.rows ?? 0);
  cx.writer
    .prepare(
      `insert into hq_packet (epoch, sequence, kind, epoch_started_at, parent, first_entry, last_entry, marks,
         rows, personal, recipient, file_name, bytes, sha256, manifest_hash, made_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      ...[head.epoch, head.sequence, head.kind, instant(Date.parse(head.epochStartedAt))],
      head.parent === null ? null : JSON.stringify(refOf(head.parent)),
      ...[head.firstEntry, manifest.lastEntry, JSON.stringify(range.upto), JSON.stringify(rows)],
      ...[setup.personal, setup.card.recipient, path.slice(outboxOf(cx.storePath).length + 1)],
      ...[bytes, sha256, manifestHash, cx.now],
    );
  noteOutboxHead(cx.storePath, {
    storeId: head.store.id,
    ...{ epoch: head.epoch, sequence: head.sequence, hash: manifestHash },
  });
}

/** What the packet holds has not changed since; a crash before it means that it is sent once more. */
async function forgetChanges({ writer, turn }: Making, upto: number): Promise<void> {
  const slices = new Slices(writer, turn);
  const forget = writer.prepare(
    'delete from hq_change where seq in (select seq from hq_change where seq <= ? order by seq limit 500)',
  );
  try {
    while (slices.run(() => forget.run(upto)).changes > 0) {
      if (!slices.full) continue;
      slices.end();
      await giveWay(turn);
    }
    slices.end();
  } finally {
    slices.abandon();
  }
}
