import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';
import { aFile, brokenLaws, chosen, content, counted, imported, resultOf, tried } from './support';

describe('an import of members', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await aShop(HERE);
  });
  afterEach(async () => {
    expect(brokenLaws(shop.raw())).toEqual([]);
    expect(shop.reported).toEqual([]);
    await shop.close();
  });

  const list =
    '会员卡号,姓名,手机号,生日,可用积分,标签\nA001,张三,13812348812,5月3日,"1,200",不加糖\nA002,李四,13912348813,,0,\n';

  it('makes members whom the counter finds at once, with their opening points as lots', async () => {
    const { groups } = resultOf(await imported(shop, aFile(list), { kind: 'members' }), 'import');
    expect(groups).toMatchObject({
      rows: 2,
      newMembers: 2,
      knownMembers: 0,
      refused: 0,
      openingPoints: 1200,
    });
    const { rows } = await shop.client.members.lookup({ text: '8812' });
    expect(rows).toMatchObject([{ name: '张三', points: 1200 }]);
    const card = await shop.client.members.card({ memberId: rows[0]?.id ?? '' });
    expect(card).toMatchObject({
      cardNo: 'A001',
      source: 'import',
      tags: ['不加糖'],
      points: 1200,
      birthday: { month: 5, day: 3 },
    });
    const lot = shop.raw().prepare('select earned_on, last_day, remaining from points_lot').get();
    expect(lot).toEqual({ earned_on: '2026-05-18', last_day: '2027-05-31', remaining: 1200 });
    expect(shop.events).toContainEqual({
      type: 'data-changed',
      scopes: ['members', 'purchases', 'points', 'exchange'],
    });
  });

  it('does what its dry run has said', async () => {
    const file = aFile(`${list}A001,张三丰,13812348812,,,\n,,1.38E+10,,,\n`);
    const before = content(shop.raw());
    const { groups } = resultOf(await tried(shop, file, { kind: 'members' }), 'dry_run');
    expect(content(shop.raw())).toEqual(before);
    expect(resultOf(await imported(shop, file, { kind: 'members' }), 'import').groups).toEqual(groups);
  });

  it('changes nothing the second time, in another order, or after the member has changed', async () => {
    await imported(shop, aFile(list), { kind: 'members' });
    shop
      .raw()
      .exec("update member set phone = '13600000000', name = '张三三', card_no = null where name = '张三'");
    const before = content(shop.raw());
    const [head, first, second] = list.split('\n');
    const { groups } = resultOf(
      await imported(shop, aFile(`${head}\n${second}\n${first}\n`), { kind: 'members' }),
      'import',
    );
    expect(groups).toMatchObject({ newMembers: 0, alreadyThere: 2, openingPoints: 0, refused: 0 });
    expect(content(shop.raw())).toEqual(before);
  });

  it('knows members of the counter by card and phone, gives them their opening points once, and leaves the rest', async () => {
    const memberId = await shop.member('张三', { phone: '13812348812' });
    const { groups } = resultOf(await imported(shop, aFile(list), { kind: 'members' }), 'import');
    expect(groups).toMatchObject({ newMembers: 1, knownMembers: 1, openingPoints: 1200 });
    expect(await shop.client.members.card({ memberId })).toMatchObject({
      points: 1200,
      birthday: null,
      source: 'walk_in',
    });
    const again = resultOf(await imported(shop, aFile(list), { kind: 'members' }), 'import').groups;
    expect(again).toMatchObject({ newMembers: 0, openingPoints: 0 });
    expect(await shop.client.members.card({ memberId })).toMatchObject({ points: 1200 });
  });

  it('refuses a phone that belongs to another name, and writes the rows and reasons into a file', async () => {
    await shop.member('王五', { phone: '13812348812' });
    const { groups, refusedFile } = resultOf(
      await imported(shop, aFile(`${list}A003,=cmd,1.39E+10,,,\n`), { kind: 'members' }),
      'import',
    );
    expect(groups.refusedBy).toEqual([
      { why: 'phone_taken', rows: 1, firstLine: 2 },
      { why: 'phone_damaged', rows: 1, firstLine: 4 },
    ]);
    const text = readFileSync(refusedFile ?? '', 'utf8');
    expect(text.split('\r\n')[0]).toBe(
      '\ufeff"行号","原因","会员卡号","姓名","手机号","生日","可用积分","标签"',
    );
    expect(text).toContain('"2","这个手机号已属于另一位会员（姓名、卡号或编号不同）","A001","张三"');
    expect(text).toContain('"4","手机号被表格软件改坏了');
    expect(text).toContain(`"'=cmd"`);
    const [row] = await shop.client.exchange.imports({});
    expect(row).toMatchObject({ state: 'done', members: 1, refused: 2, refusedFile });
    const shown = await shop.client.exchange.showFile({ path: refusedFile ?? '' });
    expect(shown.ok).toBe(true);
    expect(await shop.client.exchange.showFile({ path: '/etc/passwd' })).toMatchObject({ ok: false });
  });

  it('may be corrected: the columns follow what the person says', async () => {
    const preview = await chosen(shop, aFile('甲;乙\n张三;13812348812\n'), 'members');
    expect(preview.reading).toMatchObject({ separator: ';', header: true, columns: ['name', 'phone'] });
    const swapped = await shop.client.exchange.previewFile({
      fileId: preview.fileId,
      kind: 'members',
      reading: { ...preview.reading, columns: [null, 'phone'] },
    });
    expect(swapped).toMatchObject({
      ok: true,
      value: { reading: { columns: [null, 'phone'] }, missing: [] },
    });
    const twice = { ...preview.reading, columns: ['phone', 'phone'] as ('phone' | null)[] };
    const refused = await shop.client.exchange.dryRun({
      fileId: preview.fileId,
      kind: 'members',
      reading: twice,
    });
    expect(refused).toMatchObject({ ok: false, refusal: { params: { why: 'column_twice' } } });
    const none = { ...preview.reading, columns: [null, null] };
    const empty = await shop.client.exchange.runImport({
      fileId: preview.fileId,
      kind: 'members',
      reading: none,
    });
    expect(empty).toMatchObject({ ok: false, refusal: { params: { why: 'required_column_missing' } } });
  });

  it('refuses files that are none, each with its reason', async () => {
    const why = async (path: string) => {
      shop.dialogs.file = path;
      const answer = await shop.client.exchange.chooseFile({ kind: 'members' });
      return answer.ok ? 'taken' : answer.refusal.params;
    };
    expect(await why('/nowhere/at/all.csv')).toEqual({ why: 'file_gone' });
    expect(await why(aFile(''))).toEqual({ why: 'file_empty' });
    expect(await why(aFile(Buffer.from('PK\x03\x04', 'latin1')))).toEqual({ why: 'file_is_workbook' });
    expect(await why('/')).toEqual({ why: 'file_unreadable' });
  });
});

describe('an import of purchases', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await aShop(HERE);
  });
  afterEach(async () => {
    expect(brokenLaws(shop.raw())).toEqual([]);
    await shop.close();
  });

  const bills =
    '手机号,消费日期,金额,小票号,商品\n13812348812,2026-05-01 09:30,36.50,A1,奶茶\n13812348812,2024-01-05,199.99,A1,\n';
  const balance = () => counted(shop.raw(), 'select coalesce(sum(points), 0) from points_entry');

  it('earns nothing unless asked', async () => {
    const { groups } = resultOf(await imported(shop, aFile(bills), { kind: 'purchases' }), 'import');
    expect(groups).toMatchObject({ newMembers: 1, newPurchases: 2, money: 23649, earnedPoints: 0 });
    expect(balance()).toBe(0);
    expect(counted(shop.raw(), 'select min(bought_at) from purchase')).toBe(
      Date.parse('2024-01-05T00:00:00+08:00'),
    );
  });

  it('earns from the day of each purchase: what has lapsed since is written as earned and lapsed', async () => {
    await imported(shop, aFile(bills), { kind: 'purchases', reading: { points: 'from_purchase_day' } });
    const entries = shop.raw().prepare('select kind, points from points_entry order by seq').all();
    expect(entries).toEqual([
      { kind: 'earn', points: 199 },
      { kind: 'expire', points: -199 },
      { kind: 'earn', points: 36 },
    ]);
    expect(balance()).toBe(36);
  });

  it('earns with time that starts today', async () => {
    await imported(shop, aFile(bills), { kind: 'purchases', reading: { points: 'from_today' } });
    expect(balance()).toBe(235);
    expect(counted(shop.raw(), "select count(*) from points_lot where last_day = '2027-05-31'")).toBe(2);
  });

  it('settles a debt with what it brings', async () => {
    const memberId = await shop.member('张三', { phone: '13812348812' });
    const sold = await shop.client.purchases.record(shop.request(), {
      memberId,
      gross: 10_000 as never,
      receiptNo: '',
      items: [],
      redeem: 0 as never,
    });
    if (!sold.ok) throw new Error('sold');
    await shop.client.points.adjust(shop.request(), { memberId, points: -100 as never, reason: '测试' });
    await shop.client.purchases.refund(shop.request(), {
      purchaseId: sold.value.purchaseId,
      amount: 10_000 as never,
      shortfall: 'debt',
      reason: '测试',
    });
    expect(counted(shop.raw(), 'select owed from points_debt')).toBe(100);
    await imported(shop, aFile(bills), { kind: 'purchases', reading: { points: 'from_today' } });
    expect(counted(shop.raw(), 'select owed from points_debt')).toBe(0);
    expect(await shop.client.members.card({ memberId })).toMatchObject({ points: 135, visits: 2 });

    const [row] = await shop.client.exchange.imports({});
    const undone = await shop.client.exchange.undoImport({ batchId: row?.id ?? '' });
    expect(undone.ok).toBe(true);
    await shop.main.app.jobs.stop();
    expect(counted(shop.raw(), 'select owed from points_debt')).toBe(100);
  });

  it('refuses what is to come today, strangers when asked to, and receipts of the till', async () => {
    const memberId = await shop.member('张三', { phone: '13812348812' });
    await shop.client.purchases.record(shop.request(), {
      memberId,
      gross: 500 as never,
      receiptNo: 'T1',
      items: [],
      redeem: 0 as never,
    });
    const file = aFile(
      '手机号,日期,金额,小票号\n13812348812,2026-05-18 23:00,5,X\n13900000000,2026-05-01,5,Y\n13812348812,2026-05-18,5,T1\n13812348812,2026-05-18 11:59,5,Z\n',
    );
    const { groups } = resultOf(
      await imported(shop, file, { kind: 'purchases', reading: { createMembers: false } }),
      'import',
    );
    expect(groups.newPurchases).toBe(1);
    expect(groups.refusedBy.map(({ why }) => why).sort()).toEqual([
      'date_in_future',
      'member_unknown',
      'receipt_taken',
    ]);
  });

  it('dates the joining of people whom only purchases know by their first one', async () => {
    await imported(shop, aFile(bills), { kind: 'purchases' });
    expect(shop.raw().prepare('select joined_on, name, source from member').all()).toEqual([
      { joined_on: '2024-01-05', name: '', source: 'import' },
    ]);
  });

  it('knows by the same numbers in another program, and takes a members list afterwards', async () => {
    await imported(shop, aFile('客户编号,日期,金额\n007,2026-05-01,5\n'), { kind: 'purchases' });
    const list = aFile('客户编号,姓名,积分\n007,张三,50\n008,李四,\n');
    const { groups } = resultOf(await imported(shop, list, { kind: 'members' }), 'import');
    expect(groups).toMatchObject({ newMembers: 1, knownMembers: 1, openingPoints: 50 });
  });
});
