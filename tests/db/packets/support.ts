import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newIdentity, publicKeyOf, recipientOf } from '@db/packets/keys';
import { type OpenOrder, type OpenPacket, openPacket } from '@db/packets/read';
import { type PacketHead, type PacketOrder, type WrittenPacket, writePacket } from '@db/packets/write';
import type { PacketRow, PacketRows } from '@domain/packets/rows';
import { afterAll } from 'vitest';

/** Fixed, so that signatures are the same each time; no shop has ever had them. */
export const STORE_KEY = Buffer.alloc(32, 7).toString('base64');
export const STORE_ID = '01890000-0000-7000-8000-0000a1b2c3d4';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-packets-'));
  folders.push(folder);
  return folder;
}

export const HEAD: PacketHead = {
  schema: 60,
  shuke: '0.1.0',
  store: { id: STORE_ID, name: '巷口茶铺', region: '华东', zone: 'Asia/Shanghai' },
  epoch: '7KQ2ZD',
  epochStartedAt: '2026-03-01T01:00:00.000Z',
  parent: null,
  sequence: 1,
  kind: 'full',
  previous: null,
  firstEntry: 1,
  audit: { seq: 12, hash: 'ab'.repeat(32) },
  clock: { madeAt: '2026-03-02T13:00:00.000Z', businessDate: '2026-03-02' },
  level: { personal: 0, reason: '' },
  figures: {
    members: 2,
    byClass: { A: 1, B: 0, C: 0, D: 0, none: 1 },
    pointsOwed: 128,
    liabilityFen: 128,
    couponsOpen: 1,
    months: [],
  },
};

export const member = (key: string, more: object = {}): PacketRow<'member'> => ({
  key,
  member_no: `M${key}`,
  state: 'active',
  tier: 'base',
  class: null,
  source: 'counter',
  joined_on: '2026-01-05',
  gender: null,
  birth_year: 1988,
  name: '张三',
  phone: '13812348812',
  birth_month: 3,
  birth_day: 9,
  ...more,
});

export const purchase = (key: string, fen: number): PacketRow<'purchase'> => ({
  key,
  member_id: 'm1',
  receipt_no: null,
  business_date: '2026-03-01',
  bought_at: 1772_330_400_000,
  total_fen: fen,
  discount_fen: 0,
  points_worth_fen: 0,
  paid_fen: fen,
  points_earned: Math.floor(fen / 100),
  points_redeemed: 0,
  imported: 0,
});

/** Something of every kind. */
export const someRows = (): PacketRows => ({
  member: [member('m1', { class: 'A' }), member('m2', { state: 'erased' })],
  purchase: [purchase('p1', 12_800), { key: 'p0', gone: true }],
  refund: [
    {
      key: 'r1',
      purchase_id: 'p1',
      member_id: 'm1',
      kind: 'refund',
      business_date: '2026-03-02',
      amount_fen: 800,
      returned_fen: 750,
    },
  ],
  points: [
    { key: 'e1', member_id: 'm1', kind: 'earn', business_date: '2026-03-01', points: 128 },
    { key: 'e2', member_id: 'm1', kind: 'reverse', business_date: '2026-03-02', points: -8 },
  ],
  complaint: [
    {
      key: 'c1',
      business_date: '2026-03-01',
      reason_group: 'service',
      severity: 'high',
      state: 'open',
      received_at: 1772_330_400_000,
      response_due_at: 1772_337_600_000,
      resolution_due_at: 1772_589_600_000,
      responded_at: null,
      resolved_at: null,
      paused_at: null,
      response_breached: 0,
      resolution_breached: 0,
      satisfaction: null,
    },
  ],
  coupon: [
    {
      key: 'k1',
      member_id: 'm1',
      template_id: 't1',
      kind: 'amount',
      state: 'issued',
      business_date: '2026-03-01',
      last_day: '2026-04-01',
      off_fen: 500,
      cost_fen: null,
    },
  ],
});

export const noRows: PacketRows = {
  member: [],
  purchase: [],
  refund: [],
  points: [],
  complaint: [],
  coupon: [],
};

/** Whom packets of these tests are for. */
export const identity = await newIdentity();
export const recipient = await recipientOf(identity);

export const written = (order: Partial<PacketOrder> = {}): Promise<WrittenPacket> =>
  writePacket({
    folder: aFolder(),
    head: HEAD,
    rows: someRows(),
    signingKey: STORE_KEY,
    recipients: [recipient],
    progress: () => undefined,
    cancelled: () => false,
    ...order,
  });

export const opened = (path: string, order: Partial<OpenOrder> = {}) =>
  openPacket(path, {
    identities: [identity],
    registered: (id) => (id === STORE_ID ? publicKeyOf(STORE_KEY) : null),
    scratch: aFolder(),
    ...order,
  });

/** Opened, or the test fails with the reason. */
export async function reallyOpened(path: string, order: Partial<OpenOrder> = {}): Promise<OpenPacket> {
  const packet = await opened(path, order);
  if ('code' in packet) throw new Error(`${packet.code}: ${packet.params.detail}`);
  return packet;
}

export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
