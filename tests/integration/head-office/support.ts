import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobView } from '@contract/exchange';
import type { HeadOfficeSettings } from '@contract/head-office';
import { type Ack, ackText, cardText, readSheet } from '@db/packets/documents';
import { newIdentity, newSigningKey, recipientOf } from '@db/packets/keys';
import { openPacket } from '@db/packets/read';
import { PACKET_KIND_NAMES, type PacketKindName } from '@domain/packets/entries';
import type { PacketManifest } from '@domain/packets/manifest';
import type { TestShop } from '../../support/shop';
import { ended } from '../exchange/support';

export const SETTINGS: HeadOfficeSettings = {
  region: '华南',
  schedule: { kind: 'weekly', weekday: 1, hour: 10 },
  personal: 2,
  reason: '总部客服回访',
  remindDays: 7,
};

export interface HeadOffice {
  readonly signingKey: string;
  readonly identity: string;
  readonly card: string;
}

export async function aHeadOffice(name = '总部'): Promise<HeadOffice> {
  const [signingKey, identity] = [newSigningKey(), await newIdentity()];
  return {
    signingKey,
    identity,
    card: cardText({ name, recipient: await recipientOf(identity), signingKey }),
  };
}

export async function setUp(shop: TestShop, office: HeadOffice, settings: Partial<HeadOfficeSettings> = {}) {
  const asked = { ...SETTINGS, ...settings, card: office.card };
  const done = await shop.client.headOffice.setUp(shop.request(), asked);
  if (!done.ok) throw new Error(done.refusal.code);
}

export const aFolder = (): string => mkdtempSync(join(tmpdir(), 'shuke-hq-'));

type Sent = Extract<NonNullable<JobView['result']>, { kind: 'packet' }>;

/** The one key, to the end of its job. */
export async function send(
  shop: TestShop,
  folder: string | null,
  make: 'due' | 'delta' | 'full' | 'none' = 'delta',
  again: string[] = [],
): Promise<Sent> {
  shop.dialogs.folder = folder;
  const to = folder === null ? 'nowhere' : 'choose';
  const answer = await shop.client.headOffice.send({ make, to, again });
  if (!answer.ok || answer.value === null) throw new Error(JSON.stringify(answer));
  const job = await ended(shop, answer.value);
  if (job.result?.kind !== 'packet') throw new Error(JSON.stringify({ job, reported: shop.reported }));
  return job.result;
}

export const packetsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.shuke'))
    .sort();

export interface Read {
  readonly manifest: PacketManifest;
  readonly hash: string;
  readonly entries: Readonly<Record<PacketKindName, readonly Readonly<Record<string, unknown>>[]>>;
}

/** As head office opens it, with all of its checks. */
export async function read(shop: TestShop, office: HeadOffice, path: string): Promise<Read> {
  const sheet = readSheet((await shop.client.headOffice.sheet({}))?.text ?? '');
  if ('code' in sheet) throw new Error(sheet.code);
  const opened = await openPacket(path, {
    identities: [office.identity],
    registered: (storeId) => (storeId === sheet.storeId ? sheet.publicKey : null),
    scratch: aFolder(),
  });
  if (!('lines' in opened)) throw new Error(JSON.stringify(opened));
  const entries: Partial<Record<PacketKindName, Record<string, unknown>[]>> = {};
  for (const kind of PACKET_KIND_NAMES) {
    let text = '';
    for await (const piece of opened.lines(kind)) text += piece;
    // Lines of a packet that was checked.
    entries[kind] = text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }
  await opened.close();
  // Every kind was just read.
  return { manifest: opened.manifest, hash: opened.hash, entries: entries as Read['entries'] };
}

/** What head office has of a kind after these packets: the latest entry of each key, from the last full one on. */
export function together(
  packets: readonly Read[],
  kind: PacketKindName,
): Map<string, Record<string, unknown>> {
  const from = packets.findLastIndex(({ manifest }) => manifest.kind === 'full');
  const rows = packets.slice(from).flatMap(({ entries }) => entries[kind]);
  return new Map(rows.map(({ key, entry: _, ...columns }) => [String(key), columns]));
}

export async function acknowledge(
  shop: TestShop,
  office: HeadOffice,
  said: Pick<Ack, 'epoch' | 'upto'> & Partial<Ack>,
  folder: string,
): Promise<string> {
  const { id: storeId } = shop.raw().prepare<[], { id: string }>('select id from store').get() ?? { id: '' };
  const at = new Date(shop.clock.now).toISOString();
  const text = ackText({ storeId, missing: [], forks: [], rejected: [], at, ...said }, office.signingKey);
  const path = join(folder, `ACK_${said.upto?.sequence ?? 0}.shuke-ack`);
  writeFileSync(path, text);
  return path;
}
