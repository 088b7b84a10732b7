import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { insertKey, putSetup } from '@db/head-office/commands';
import { outboxOf } from '@db/head-office/outbox';
import { type Packet, packetsOf } from '@db/head-office/queries';
import { takeAck } from '@db/head-office/take-ack';
import { type OpenedStore, openStore } from '@db/open';
import { ackText, cardText, readCard } from '@db/packets/documents';
import { newIdentity, newSigningKey, recipientOf } from '@db/packets/keys';
import { storeRow } from '@db/settings/queries';
import { isToSend } from '@domain/head-office/reminders';
import { done } from '../../integration/exchange/in-process';
import { STORE_NOW } from '../../support/store-file';
import { broken, lost } from '../support/store-check';
import { soldStore } from './sold-store';
import type { MakeSubject, Tried } from './subject';

/**
 * A packet for head office, made and carried to a drive: what has its name there is whole, what is said to be
 * written lies there, and what was made waits in the outbox until head office answers.
 */
export const packet: MakeSubject = async (folder) => {
  const { path, acks, staffId } = await soldStore(folder);
  const opened = openStore(path, STORE_NOW);
  const answer = await reportTo(opened, staffId);
  const drive = join(folder, 'drive');
  return {
    attempt: async (whileFailing) => {
      mkdirSync(drive);
      const work = { kind: 'packet', make: 'delta', folder: drive, again: [], shuke: '0.1.0' } as const;
      const tried = await whileFailing(() => done({ path }, work, { staffId }));
      const packets = await packetsOf(opened.db);
      const wrong = [...unlike(drive, packets), ...unlike(outboxOf(path), packets)];
      const waiting = packets.filter(isToSend).filter(({ fileName }) => !existsSync(join(drive, fileName)));
      wrong.push(...wrongSaid(tried, waiting.length));
      wrong.push(...packets.flatMap(({ id, fileName }) => gone(outboxOf(path), id, fileName)));
      await answer(packets);
      rmSync(drive, { recursive: true });
      return wrong;
    },
    end: async () => {
      const packets = await packetsOf(opened.db);
      const torn = packets.filter((each) => !followsIn(packets, each)).map(({ id }) => `${id} is torn off`);
      const wrong = [...lost(opened.raw, acks), ...(await broken(opened)), ...torn];
      await opened.close();
      return wrong;
    },
  };
};

/** The first of its epoch, or the one after another of it. */
const followsIn = (packets: readonly Packet[], { epoch, sequence }: Packet): boolean =>
  sequence === 1 || packets.some((each) => each.epoch === epoch && each.sequence === sequence - 1);

type Work = Tried<Awaited<ReturnType<typeof done>>>;

/** Done without trouble leaves nothing waiting; trouble without a failed call is none of the disk's. */
function wrongSaid(tried: Work, waiting: number): string[] {
  const said = tried.ended === 'well' ? tried.value : null;
  const result = said?.type === 'done' && said.result?.kind === 'packet' ? said.result : null;
  const isWell = result !== null && result.trouble === null;
  if (isWell && waiting > 0) return ['said to be carried, but it is not there'];
  const how = tried.ended === 'well' ? JSON.stringify(tried.value) : String(tried.error);
  return !isWell && tried.failed === 0 ? [`it ends with ${how}`] : [];
}

/** Files with a packet's name that are not byte for byte what was made. */
function unlike(folder: string, packets: readonly Packet[]): string[] {
  if (!existsSync(folder)) return [];
  const hashOf = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  const made = new Map(packets.map(({ fileName, sha256 }) => [fileName, sha256]));
  return readdirSync(folder)
    .filter((name) => made.has(name) && made.get(name) !== hashOf(name))
    .map((name) => `${name} has its name and is not whole`);
}

const gone = (outbox: string, id: string, name: string): string[] =>
  existsSync(join(outbox, name)) ? [] : [`${id} was made and is gone from the outbox`];

/** Sets the store up with a head office; answers how that one acknowledges all packets, each time later than before. */
async function reportTo(
  { db }: OpenedStore,
  staffId: string,
): Promise<(packets: readonly Packet[]) => Promise<void>> {
  const signingKey = newSigningKey();
  const recipient = await recipientOf(await newIdentity());
  const card = readCard(cardText({ name: '总部', recipient, signingKey }));
  if ('code' in card) throw new Error(card.code);
  await db.transaction().execute(async (tx) => {
    const setup = { card, region: '', personal: 0, reason: '', remindDays: 7 } as const;
    await putSetup(tx, { ...setup, schedule: { kind: 'byHand' } }, { staffId, now: STORE_NOW });
    await insertKey(tx, newSigningKey(), STORE_NOW);
  });
  const { id: storeId } = await storeRow(db);
  let said = 0;
  return async (packets) => {
    const last = packets.at(-1);
    if (last === undefined) return;
    said += 1;
    const upto = { sequence: last.sequence, entry: last.lastEntry, hash: last.hash };
    const at = new Date(STORE_NOW + said).toISOString();
    const ack = { storeId, epoch: last.epoch, upto, missing: [], forks: [], rejected: [], at };
    await db.transaction().execute((tx) => takeAck(tx, ackText(ack, signingKey), STORE_NOW));
  };
}
