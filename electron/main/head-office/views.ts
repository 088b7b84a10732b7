import { effectOf } from '../../../db/domain/head-office/ack';
import { remindersOf } from '../../../db/domain/head-office/reminders';
import { dueNow } from '../../../db/domain/head-office/schedule';
import { type Instant, instant } from '../../../db/domain/units';
import { folderPresent, inOutbox } from '../../../db/head-office/outbox';
import {
  lastAck,
  type Packet,
  packetsOf,
  publicKeyKept,
  rulesReceived,
  type Setup,
  setupOf,
} from '../../../db/head-office/queries';
import { instantOrNull } from '../../../db/nullable';
import type { Ack } from '../../../db/packets/documents';
import { fingerprintOf } from '../../../db/packets/keys';
import type { PacketView } from '../../contract/head-office';
import type { QueryCx } from '../context';

/** What a person must know of head office at this moment. */
export async function standingOf(cx: QueryCx) {
  const { db, now, calendar } = cx;
  const [setup, packets] = [await setupOf(db), await packetsOf(db)];
  const last = packets.at(-1);
  const since = Math.max(setup?.since ?? 0, last?.madeAt ?? 0);
  const due = dueNow(setup?.schedule ?? { kind: 'byHand' }, { since: instant(since), now }, calendar);
  const rules = (await rulesReceived(db)).filter(({ state }) => state === 'waiting');
  const ack = await lastAck(db);
  const reminders = remindersOf({
    ...{ packets: setup === undefined ? [] : packets, due, now },
    rulesWaiting: setup === undefined ? 0 : rules.length,
    remindDays: setup?.remindDays ?? 1,
  });
  return {
    ...reminders,
    setUp: setup === undefined ? null : await setUpView(cx, setup),
    due,
    last: last === undefined ? null : packetView(last, cx.app.session.path()),
    ack: ack === undefined ? null : ackView(ack, packets),
    rulesWaiting: rules.length,
    begunAnew: begunAnew(packets),
  };
}

async function setUpView({ db }: QueryCx, setup: Setup) {
  const { card, region, schedule, personal, reason, remindDays, since, folder } = setup;
  return {
    ...{ region, schedule, personal, reason, remindDays, since },
    card: { name: card.name, fingerprint: card.fingerprint },
    fingerprint: fingerprintOf((await publicKeyKept(db)) ?? card.publicKey),
    folder: folder === null ? null : { path: folder, present: await folderPresent(folder) },
  };
}

/** Told until head office has a packet of the new epoch: from then on it knows. */
function begunAnew(packets: readonly Packet[]): { epoch: string; at: Instant } | null {
  const last = packets.at(-1);
  if (last === undefined || last.parent === null) return null;
  const known = packets.some(({ epoch, ackedAt }) => epoch === last.epoch && ackedAt !== null);
  return known ? null : { epoch: last.epoch, at: instant(last.epochStartedAt) };
}

export function packetView(packet: Packet, storePath: string): PacketView {
  const { id, epoch, sequence, kind, fileName, bytes, rows, personal, askedAgain } = packet;
  const { writtenAt, writtenFolder, ackedAt } = packet;
  const written = writtenAt === null ? null : { at: instant(writtenAt), folder: writtenFolder ?? '' };
  return {
    ...{ id, epoch, sequence, kind, fileName, bytes, rows, personal, askedAgain, written },
    state: ackedAt !== null ? 'acked' : written !== null ? 'written' : 'prepared',
    madeAt: instant(packet.madeAt),
    entries: packet.lastEntry - packet.firstEntry + 1,
    ackedAt: instantOrNull(ackedAt),
    kept: inOutbox(storePath, fileName),
  };
}

export function ackView(ack: Ack, packets: readonly Packet[]) {
  const { epoch, upto, missing, forks, rejected, at } = ack;
  return {
    ...{ epoch, missing, rejected },
    upto: upto === null ? null : upto.sequence,
    forked: forks.length > 0 || effectOf(ack, packets).forked,
    at: instant(Date.parse(at)),
  };
}
