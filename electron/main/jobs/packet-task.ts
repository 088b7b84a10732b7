import { Kysely } from 'kysely';
import { storeDialect } from '../../../db/dialect';
import { businessDateOf } from '../../../db/domain/calendar/business-day';
import { isOutlived, isToSend } from '../../../db/domain/head-office/reminders';
import { Refusal } from '../../../db/domain/refusal';
import { noteWritten, rememberFolder } from '../../../db/head-office/commands';
import { makePacket } from '../../../db/head-office/making';
import { acksIn, deliver, inOutbox, OutboxDamaged, removeFromOutbox } from '../../../db/head-office/outbox';
import { type Packet, packetsOf } from '../../../db/head-office/queries';
import { takeAck } from '../../../db/head-office/take-ack';
import { connect } from '../../../db/open';
import { PacketCancelled } from '../../../db/packets/write';
import type { Schema } from '../../../db/schema';
import { failureOf } from '../backups/failure';
import type { JobResult, PacketWork } from './task';
import type { TaskCx } from './task-cx';

type PacketResult = Extract<JobResult, { kind: 'packet' }>;

/**
 * The one key: makes a packet, takes the acknowledgements that lie in the folder, copies what waits. A drive that
 * is pulled or full is no failure of the job: it is told, and the packets stay in the outbox.
 */
export async function runPacket(cx: TaskCx, work: PacketWork): Promise<void> {
  const raw = connect(cx.task.storePath);
  const db = new Kysely<Schema>({ dialect: storeDialect(raw, cx.turn) });
  try {
    const made = work.make === null ? null : await make(cx, work, work.make);
    const result: PacketResult = {
      ...{ kind: 'packet', made, folder: work.folder },
      ...{ written: [], trouble: null, acks: 0 },
    };
    const { folder } = work;
    const done = folder === null ? result : { ...result, ...(await send(cx, db, { ...work, folder })) };
    tidy(cx, await packetsOf(db));
    cx.tell({ type: 'done', result: done });
  } catch (error) {
    if (!(error instanceof PacketCancelled)) throw error;
    cx.tell({ type: 'cancelled' });
  } finally {
    raw.close();
  }
}

async function make(cx: TaskCx, work: PacketWork, kind: 'full' | 'delta'): Promise<string> {
  const { storePath, now, calendar } = cx.task;
  const [reader, writer] = [connect(storePath, { readonly: true }), connect(storePath)];
  try {
    return await makePacket(
      {
        ...{ storePath, reader, writer, now, calendar, turn: cx.turn, shuke: work.shuke },
        db: new Kysely<Schema>({ dialect: storeDialect(reader) }),
        today: businessDateOf(now, calendar),
        progress: (rows, of) => cx.progress('writing', rows, of),
        cancelled: cx.cancelled,
      },
      kind,
    );
  } finally {
    reader.close();
    writer.close();
  }
}

type Sent = Pick<PacketResult, 'written' | 'trouble' | 'acks'>;

async function send(
  cx: TaskCx,
  db: Kysely<Schema>,
  { folder, again }: { readonly folder: string; readonly again: readonly string[] },
): Promise<Sent> {
  const { now, storePath } = cx.task;
  const written: string[] = [];
  let acks = 0;
  try {
    acks = await takeAcksIn(cx, db, folder);
    await db.transaction().execute((tx) => rememberFolder(tx, folder));
    const waiting = (await packetsOf(db)).filter(
      (packet) => (isToSend(packet) || again.includes(packet.id)) && inOutbox(storePath, packet.fileName),
    );
    for (const [at, packet] of waiting.entries()) {
      if (cx.cancelled()) break;
      cx.progress('sending', at, waiting.length);
      await deliver(storePath, { name: packet.fileName, sha256: packet.sha256 }, folder);
      await db.transaction().execute((tx) => noteWritten(tx, packet, { folder, now }));
      written.push(packet.id);
    }
    return { written, acks, trouble: null };
  } catch (error) {
    return { written, acks, trouble: troubleOf(error) };
  }
}

/** What is wrong with the drive; what is wrong with the store or the outbox itself is thrown. */
function troubleOf(error: unknown): PacketResult['trouble'] {
  if (error instanceof OutboxDamaged || !(error instanceof Error) || isOfStore(error)) throw error;
  const why = failureOf(error);
  return why === 'not_whole' ? 'read_back' : why;
}

const isOfStore = (error: Error): boolean =>
  'code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE');

async function takeAcksIn(cx: TaskCx, db: Kysely<Schema>, folder: string): Promise<number> {
  let taken = 0;
  for (const text of await acksIn(folder)) {
    const ack = await db.transaction().execute((tx) => takeAck(tx, text, cx.task.now));
    if (!(ack instanceof Refusal)) taken += 1;
  }
  return taken;
}

/** What head office has had for long needs no place here any more. */
function tidy(cx: TaskCx, packets: readonly Packet[]): void {
  for (const packet of packets)
    if (isOutlived(packet, cx.task.now)) removeFromOutbox(cx.task.storePath, packet.fileName);
}
