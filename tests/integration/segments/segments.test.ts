import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rebuildLookup } from '@db/members/lookup-rows';
import { AGREED, type Condition, EVERYBODY, ofTiers, where, within } from '@domain/segments/segment';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { crowd, insertMembers } from '../../support/member-rows';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';
import { agreesToOffers, done, TODAY } from '../care/made-tasks';
import { sell } from '../coupons/shop-with-coupons';

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop(HERE);
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

const tagged = (is: string): Condition => ({ kind: 'text', fact: 'tag', is, not: false });
const VISITED = where({ kind: 'number', fact: 'visits', from: 1, to: null, not: false });
const save = (name: string, rule = VISITED, segmentId: string | null = null) =>
  shop.client.segments.save(shop.request(), { segmentId, name, rule });
const saved = async (name: string, rule = VISITED) => done(await save(name, rule)).segmentId;

describe('S27 a segment while it is built', () => {
  it('says how many it holds, how many may be written to, and the best known of them', async () => {
    const [zhang] = [await shop.member('张三', { phone: '13800138001' }), await shop.member('李四')];
    await agreesToOffers(shop, zhang);
    await sell(shop, zhang, 3000);
    expect(await shop.client.segments.count({ rule: EVERYBODY })).toEqual({
      ...{ members: 2, reachable: 1, names: ['张三', '李四'] },
    });
    expect(await shop.client.segments.count({ rule: VISITED })).toMatchObject({ members: 1 });
    expect(await shop.client.segments.count({ rule: within(VISITED, ofTiers(['vip'])) })).toMatchObject({
      members: 0,
    });
  });

  it('lists its members page by page, with what the last run said, or nothing before there was one', async () => {
    const zhang = await shop.member('张三', { phone: '13800138001' });
    await sell(shop, zhang, 3000);
    await shop.member('李四');
    const page = (offset: number) =>
      shop.client.segments.members({ rule: EVERYBODY, order: 'last_visit', offset, limit: 1 });
    expect(await page(0)).toMatchObject({
      total: 2,
      rows: [{ name: '张三', phoneMasked: '138****8001', visits: 1, silentDays: 0, insight: null }],
    });
    expect(await page(1)).toMatchObject({ total: 2, rows: [{ name: '李四', silentDays: null }] });
    shop
      .raw()
      .prepare(
        `insert into member_insight (n, class, excluded, value, stage, traits, last_on, bills, spent_fen, year_bills, year_fen, alive,
           warned, referrals) values (1, 'B', 0, 'high', 'convert', 3, '2026-05-18', 1, 3000, 1, 3000, 870, 1, 0)`,
      )
      .run();
    expect(await page(0)).toMatchObject({
      rows: [
        { insight: { class: 'B', value: 'high', stage: 'convert', spent: 3000, alive: 870, warned: true } },
      ],
    });
  });

  it('offers the words of the shop, most used first', async () => {
    const ids = [await shop.member('张三'), await shop.member('李四')];
    const tag = shop.raw().prepare('insert into member_tag (member_id, tag, position) values (?, ?, 0)');
    for (const [member, word] of [
      [ids[0], '少糖'],
      [ids[0], '热'],
      [ids[1], '热'],
    ])
      tag.run(member, word);
    expect(await shop.client.segments.vocabulary({})).toMatchObject({
      tags: [
        { word: '热', members: 2 },
        { word: '少糖', members: 1 },
      ],
      products: [],
    });
  });
});

describe('S27 a segment that is saved', () => {
  it('is listed by name with how many it holds today', async () => {
    await shop.member('张三');
    const [none, all] = [await saved('买过的'), await saved('全部', EVERYBODY)];
    expect((await shop.client.segments.list({})).map(({ name, staffName }) => [name, staffName])).toEqual([
      ['买过的', '店主'],
      ['全部', '店主'],
    ]);
    expect(await shop.client.segments.sizes({})).toEqual([
      { segmentId: none, members: 0, reachable: 0 },
      { segmentId: all, members: 1, reachable: 0 },
    ]);
  });

  it('is changed and renamed; its name is there once, until it is put away', async () => {
    const first = await saved('常客');
    expect(await save('常客', EVERYBODY)).toMatchObject({
      refusal: { code: 'name_taken', params: { segmentId: first } },
    });
    done(await save('常客', EVERYBODY, first));
    expect(await shop.client.segments.list({})).toMatchObject([{ id: first, rule: { all: [] } }]);
    done(await shop.client.segments.rename(shop.request(), { segmentId: first, name: '所有人' }));
    expect(await shop.client.segments.list({})).toMatchObject([{ name: '所有人', rule: { all: [] } }]);
    done(await shop.client.segments.putAway(shop.request(), { segmentId: first }));
    expect(await shop.client.segments.list({})).toEqual([]);
    expect(await save('所有人', EVERYBODY, first)).toMatchObject({ refusal: { code: 'segment_gone' } });
    expect(await saved('所有人')).not.toBe(first);
  });

  it('needs a name, and a manager', async () => {
    expect(await save('')).toMatchObject({ refusal: { code: 'name_needed' } });
    const segmentId = await saved('常客');
    await shop.as('cashier');
    const denied = { denial: { code: 'approval_needed', role: 'manager' } };
    const { rename, putAway } = shop.client.segments;
    await expect(save('别的')).rejects.toMatchObject(denied);
    await expect(rename(shop.request(), { segmentId, name: '别的' })).rejects.toMatchObject(denied);
    await expect(putAway(shop.request(), { segmentId })).rejects.toMatchObject(denied);
    expect(await shop.client.segments.list({})).toHaveLength(1);
  });

  it('a rule that means nothing does not get in', async () => {
    const nothing = where({ kind: 'choice', fact: 'class', in: ['E'], not: false });
    await expect(save('坏的', nothing)).rejects.toThrow('fault');
    expect(shop.reported.splice(0)).toHaveLength(1);
    expect(await shop.client.segments.list({})).toEqual([]);
  });
});

describe('S27 a segment as a file', () => {
  const write = async (format: 'csv' | 'xlsx', phones: 'masked' | 'full', rule = EVERYBODY) => {
    shop.dialogs.save = join(shop.userData, `常客.${format}`);
    const { path, members } = done(
      await shop.client.segments.saveMembers({ rule, order: 'joined', name: '常客', format, phones }),
    );
    return { members, text: readFileSync(path ?? '') };
  };

  it('holds everybody of it; phones are masked unless they are asked for', async () => {
    const zhang = await shop.member('张三', { phone: '13800138001' });
    await agreesToOffers(shop, zhang);
    await shop.member('李四', { phone: '13800138002' });
    const masked = await write('csv', 'masked', AGREED);
    expect(masked.members).toBe(1);
    expect(masked.text.toString()).toContain('"张三","138****8001","普通","2026-05-18"');
    expect(masked.text.toString()).not.toContain('李四');
    expect((await write('csv', 'full')).text.toString()).toContain('13800138002');
  });

  it('of thousands is written page by page, as a workbook too', async () => {
    insertMembers(shop.raw(), crowd(450));
    rebuildLookup(shop.raw(), TODAY);
    const { members, text } = await write('csv', 'masked');
    expect([members, text.toString().trimEnd().split('\r\n')]).toEqual([
      450,
      expect.objectContaining({ length: 451 }),
    ]);
    const workbook = await write('xlsx', 'masked');
    expect([workbook.members, workbook.text.subarray(0, 2).toString()]).toEqual([450, 'PK']);
  });

  it('wants a manager; without a place nothing is written', async () => {
    const asked = { rule: EVERYBODY, order: 'rank', name: '常客', format: 'csv', phones: 'masked' } as const;
    shop.dialogs.save = null;
    expect(done(await shop.client.segments.saveMembers(asked))).toEqual({ path: null, members: 0 });
    await shop.as('cashier');
    await expect(shop.client.segments.saveMembers(asked)).rejects.toMatchObject({
      denial: { code: 'approval_needed', role: 'manager' },
    });
  });
});

describe('S27 a campaign to a saved segment', () => {
  it('is refused where the segment has changed since it was seen, or was put away', async () => {
    const zhang = await shop.member('张三');
    await agreesToOffers(shop, zhang);
    const segmentId = await saved('常客', where(tagged('热')));
    const start = (rule = EVERYBODY) =>
      shop.client.coupons.startBatch(shop.request(), {
        ...{ templateId: 'autumn', rule, segmentId, expectedMembers: 1, ruleVersion: 1 },
      });
    expect(await start()).toMatchObject({ refusal: { code: 'template_gone' } });
    const event = await shop.client.invitations.planEvent(shop.request(), {
      ...{ name: '试吃', kind: 'tasting', heldOn: TODAY, startsAt: null, place: '', places: null, note: '' },
    });
    const { eventId } = done(event);
    const invite = (rule = EVERYBODY) =>
      shop.client.invitations.invite(shop.request(), { eventId, rule, segmentId, memberIds: [] });
    expect(await invite()).toMatchObject({ refusal: { code: 'segment_changed' } });
    expect(await invite(where(tagged('热')))).toMatchObject({ refusal: { code: 'nobody' } });
    done(await shop.client.segments.putAway(shop.request(), { segmentId }));
    expect(await invite(where(tagged('热')))).toMatchObject({ refusal: { code: 'segment_changed' } });
  });
});
