import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';
import { brokenLaws, chosen, content, counted, ended, imported, resultOf, tried } from './support';

const file = join(
  fileURLToPath(new URL('../../../..', import.meta.url)),
  'shared/data/cdnow/CDNOW_sample.txt',
);
const there = existsSync(file);
if (!there) process.stdout.write(`skipped: the CDNOW sample is not at ${file}\n`);

/** Money and points of the file, computed without anything of Shuke's. */
function expected() {
  const byMember = new Map<string, { fen: bigint; points: bigint; purchases: number }>();
  for (const line of readFileSync(file, 'latin1').split('\n')) {
    const [master, , , , dollars] = line.trim().split(/ +/);
    if (master === undefined || dollars === undefined) continue;
    const [whole = '0', fraction = '0'] = dollars.split('.');
    const fen = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'));
    const sum = byMember.get(master) ?? { fen: 0n, points: 0n, purchases: 0 };
    byMember.set(master, {
      fen: sum.fen + fen,
      points: sum.points + fen / 100n,
      purchases: sum.purchases + 1,
    });
  }
  return byMember;
}

describe.skipIf(!there)('the CDNOW sample through the import', () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await aShop(HERE);
  });
  afterAll(() => shop.close());

  const asPoints = { kind: 'purchases', reading: { points: 'from_today' } } as const;

  it('is guessed: white space, no head, member, date, quantity and money by content', async () => {
    const preview = await chosen(shop, file, 'purchases');
    expect(preview.reading).toMatchObject({
      separator: 'whitespace',
      header: false,
      dateFormat: 'ymd',
      encoding: 'utf-8',
    });
    expect(preview.reading.columns).toEqual(['external_id', null, 'date', 'quantity', 'amount']);
    expect(preview.missing).toEqual([]);
    expect(preview.rows[0]).toEqual(['00004', '0001', '19970101', '2', '29.33']);
  });

  it('is tried without a trace', async () => {
    const before = content(shop.raw());
    const { groups } = resultOf(await tried(shop, file, asPoints), 'dry_run');
    expect(groups).toMatchObject({
      rows: 6919,
      newMembers: 2357,
      newPurchases: 6919,
      refused: 0,
      alreadyThere: 0,
    });
    expect(content(shop.raw())).toEqual(before);
  });

  it('brings 2,357 members, every purchase, the money to the fen, and the sum of floors to each', async () => {
    const { groups, refusedFile } = resultOf(await imported(shop, file, asPoints), 'import');
    const byMember = expected();
    const money = [...byMember.values()].reduce((sum, { fen }) => sum + fen, 0n);
    expect(groups).toMatchObject({ rows: 6919, newMembers: 2357, newPurchases: 6919, refused: 0 });
    expect(refusedFile).toBeNull();
    expect(BigInt(counted(shop.raw(), 'select sum(total_fen) from purchase'))).toBe(money);
    expect(BigInt(groups.money)).toBe(money);

    const rows = shop
      .raw()
      .prepare<[], { external_id: string; points: number; fen: number; purchases: number; shown: number }>(
        `select external_id, (select coalesce(sum(points), 0) from points_entry e where e.member_id = m.id) as points,
           (select sum(total_fen) from purchase p where p.member_id = m.id) as fen,
           (select count(*) from purchase p where p.member_id = m.id) as purchases,
           (select points from member_lookup l where l.n = m.n) as shown
         from member m`,
      )
      .all();
    expect(rows).toHaveLength(2357);
    for (const row of rows) {
      const want = byMember.get(row.external_id);
      expect({ ...row, points: BigInt(row.points), fen: BigInt(row.fen) }).toMatchObject({
        ...want,
        shown: row.points,
      });
    }
    expect(brokenLaws(shop.raw())).toEqual([]);
  });

  it('changes nothing the second time', async () => {
    const before = content(shop.raw());
    const { groups } = resultOf(await imported(shop, file, asPoints), 'import');
    expect(groups).toMatchObject({
      rows: 6919,
      newMembers: 0,
      newPurchases: 0,
      alreadyThere: 6919,
      refused: 0,
    });
    expect(content(shop.raw())).toEqual(before);
  });

  it('is undone as a whole, by reversals, and may come again', async () => {
    const [second, first] = await shop.client.exchange.imports({});
    if (first === undefined || second === undefined) throw new Error('two imports');
    const answer = await shop.client.exchange.undoImport({ batchId: first.id });
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
    const undone = resultOf(await ended(shop, answer.value), 'undo_import');
    expect(undone).toMatchObject({ members: 2357, purchases: 6919, kept: 0 });
    expect(content(shop.raw())).toEqual({
      members: 0,
      found: 0,
      spent: 0,
      points: 0,
      held: 0,
      receipts: 0,
      keys: 0,
    });
    expect(brokenLaws(shop.raw())).toEqual([]);

    const { groups } = resultOf(await imported(shop, file, asPoints), 'import');
    expect(groups).toMatchObject({ newMembers: 2357, newPurchases: 6919 });
    expect(brokenLaws(shop.raw())).toEqual([]);
    expect(shop.reported).toEqual([]);
  });
});
