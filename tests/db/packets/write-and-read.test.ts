import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { canonical, sha256 } from '@db/canonical';
import { fingerprintOf, newIdentity, publicKeyOf, recipientOf } from '@db/packets/keys';
import { PACKET_KIND_NAMES } from '@domain/packets/entries';
import { describe, expect, it } from 'vitest';
import {
  aFolder,
  HEAD,
  member,
  noRows,
  opened,
  purchase,
  reallyOpened,
  STORE_KEY,
  someRows,
  textOf,
  written,
} from './support';

const PERSONAL = ['张三', '13812348812', '巷口茶铺'];

describe('exchange, Packet: what a store writes is what head office reads', () => {
  it('every kind, numbered through, with rows and sums in the signed manifest', async () => {
    const packet = await written();
    const { manifest, hash, lines, close } = await reallyOpened(packet.path);
    expect(manifest).toEqual(packet.manifest);
    expect(hash).toBe(packet.manifestHash);
    expect(hash).toBe(sha256(canonical(manifest)));
    expect(manifest).toMatchObject({
      firstEntry: 1,
      lastEntry: 9,
      keyId: fingerprintOf(publicKeyOf(STORE_KEY)),
    });
    expect(
      Object.fromEntries(manifest.files.map(({ name, rows, sums }) => [name, { rows, ...sums }])),
    ).toEqual({
      'data/member.ndjson': { rows: 2 },
      'data/purchase.ndjson': {
        rows: 2,
        total_fen: 12_800,
        discount_fen: 0,
        points_worth_fen: 0,
        paid_fen: 12_800,
        points_earned: 128,
        points_redeemed: 0,
      },
      'data/refund.ndjson': { rows: 1, amount_fen: 800, returned_fen: 750 },
      'data/points.ndjson': { rows: 2, points: 120 },
      'data/complaint.ndjson': { rows: 1 },
      'data/coupon.ndjson': { rows: 1 },
      'schema.json': { rows: 0 },
    });
    const all = await Promise.all(PACKET_KIND_NAMES.map((kind) => textOf(lines(kind))));
    const entries = all
      .join('')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(entries.map(({ entry }) => entry)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(entries[3]).toEqual({ entry: 4, key: 'p0', gone: true });
    expect(entries[4]).toEqual({ entry: 5, ...someRowsOf('refund') });
    await close();
  });

  it('the name says whose, which epoch, which number; the hash of the file lies beside it', async () => {
    const { path, sha256: hash } = await written();
    expect(basename(path)).toBe('SHK_a1b2c3d4_7KQ2ZD-000001_full.shuke');
    expect(readdirSync(dirname(path)).sort()).toEqual([basename(path), `${basename(path)}.sha256`]);
    expect(sha256(readFileSync(path))).toBe(hash);
    expect(readFileSync(`${path}.sha256`, 'utf8')).toBe(`${hash}  ${basename(path)}\n`);
  });

  it('nothing personal is in the clear, and what was decrypted is gone after reading', async () => {
    const { path } = await written({ head: { ...HEAD, level: { personal: 2, reason: '总部会员服务' } } });
    for (const word of PERSONAL) expect(readFileSync(path).includes(Buffer.from(word))).toBe(false);
    const scratch = aFolder();
    const packet = await reallyOpened(path, { scratch });
    expect(readdirSync(scratch)).toHaveLength(1);
    await packet.close();
    expect(readdirSync(scratch)).toEqual([]);
    await opened(path, { scratch, registered: () => null });
    expect(readdirSync(scratch)).toEqual([]);
  });

  it.each([
    [0, [null, null, null]],
    [1, ['张三', '13812348812', null]],
    [2, ['张三', '13812348812', 3]],
  ] as const)(
    'level %i of personal data: what is above it never leaves the store',
    async (personal, told) => {
      const { path } = await written({ head: { ...HEAD, level: { personal, reason: 'r' } } });
      const packet = await reallyOpened(path);
      const [line = ''] = (await textOf(packet.lines('member'))).split('\n');
      const { name, phone, birth_month } = JSON.parse(line);
      expect([name, phone, birth_month]).toEqual(told);
      await packet.close();
    },
  );

  it('an empty delta is a packet too: it carries the chain on', async () => {
    const head = { ...HEAD, kind: 'delta', sequence: 2, previous: 'cd'.repeat(32), firstEntry: 10 } as const;
    const { path, manifest } = await written({ head, rows: noRows });
    expect(manifest).toMatchObject({ firstEntry: 10, lastEntry: 9 });
    const packet = await reallyOpened(path);
    expect(await textOf(packet.lines('purchase'))).toBe('');
    await packet.close();
  });

  it('each of its recipients opens it, nobody else does', async () => {
    const [hq, owner, stranger] = [await newIdentity(), await newIdentity(), await newIdentity()];
    const { path } = await written({ recipients: [await recipientOf(hq), await recipientOf(owner)] });
    for (const one of [hq, owner]) await (await reallyOpened(path, { identities: [one] })).close();
    expect(await opened(path, { identities: [stranger] })).toMatchObject({ code: 'not_for_us' });
  });

  it('cancelled in the middle: nothing is left of it', async () => {
    const folder = aFolder();
    let rows = 0;
    const order = {
      folder,
      rows: { ...noRows, member: Array.from({ length: 5000 }, (_, n) => member(`${n}`)) },
      progress: (done: number) => {
        rows = done;
      },
      cancelled: () => rows > 0,
    };
    await expect(written(order)).rejects.toThrow('cancelled');
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThan(5000);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a row that is not as declared stops the writer: head office would refuse the packet', async () => {
    const folder = aFolder();
    const rows = { ...noRows, purchase: [{ ...purchase('p1', 100), paid_fen: 12.5 }] };
    await expect(written({ folder, rows })).rejects.toThrow('purchase p1: paid_fen is 12.5');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a file that is copied again is the same packet, byte for byte', async () => {
    const { path, manifestHash } = await written();
    const copy = join(aFolder(), 'copy of a packet.shuke');
    writeFileSync(copy, readFileSync(path));
    const packet = await reallyOpened(copy);
    expect(packet.hash).toBe(manifestHash);
    await packet.close();
  });
});

const someRowsOf = (kind: 'refund') => [...someRows()[kind]][0];
