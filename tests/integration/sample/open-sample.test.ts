import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { numbersOf, numbersOfPipeline, numbersOfSignUps } from '../../support/view-numbers';
import { HERE } from '../../support/work-here';
import { prepareWorkers } from '../../support/worker';

let shop: TestShop;
beforeAll(async () => {
  await prepareWorkers('seed-job');
  shop = await aShop({ ...HERE, open: false, now: '2026-11-22T04:00:00Z' });
}, 60_000);
afterAll(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

describe('looking around in a sample store', () => {
  it('makes it in a worker, opens it, and knows its people at once', async () => {
    expect(await shop.client.settings.openSample({})).toMatchObject({ ok: true, value: { sample: true } });
    const { rows } = await shop.client.members.lookup({ text: '8812' });
    expect(rows.slice(0, 2).map(({ name }) => name)).toEqual(['张三', '张敏']);

    const card = await shop.client.members.card({ memberId: rows[0]?.id ?? '' });
    expect(card).toMatchObject({ tags: ['热', '少糖', '靠窗'], usualItem: '拿铁' });
    expect(card?.occasions).toMatchObject([{ kind: 'birthday', inDays: 3 }]);
    expect(card?.openComplaints).toMatchObject([{ state: 'open', overdue: false }]);
    expect(card?.lapsingSoon?.points).toBeGreaterThan(100);
  });

  it('has judged everybody before anybody looks', async () => {
    const { run, since } = await shop.client.insights.standing({});
    expect(run).toMatchObject({ asOf: '2026-11-22', whole: true, enough: true });
    expect(run?.members).toBeGreaterThan(1900);
    expect(since).toEqual({ entries: 0, rulesChanged: false, dayOver: false });
    const { total, rows } = await shop.client.insights.warnings({ offset: 0, limit: 20 });
    expect(total).toBeGreaterThan(0);
    expect(rows[0]?.silentDays).toBeGreaterThan(rows[0]?.usualGap ?? 0);
  });

  it('S01-S26 opens as many members as each number of the views says, through the segments room', async () => {
    const { client } = shop;
    const views = await client.insights.views({});
    if (views === null) throw new Error('there was a run');
    const numbers = [
      ...numbersOf(views),
      ...numbersOfPipeline(await client.insights.pipeline({})),
      ...numbersOfSignUps(await client.insights.growth({})),
    ];
    // Every single one is proved in tests/db/insights/views.test.ts; here those that are looked at first.
    const first = numbers.filter(({ what }) => /^(class .$|stage|excluded|joined|\w+ of all)/.test(what));
    expect(first).toHaveLength(16);
    for (const { what, members, rule } of first)
      expect({ what, members: (await client.segments.count({ rule })).members }).toEqual({ what, members });
    // The sample has somebody of every kind, so nothing here is proved by noughts.
    expect(views.classes.every(({ members }) => members > 0)).toBe(true);
    expect(views.stages.every(({ members }) => members > 0)).toBe(true);
    expect(views.clusters.length).toBeGreaterThanOrEqual(3);
  });

  it('S29 S30 S34 S95 holds purchases, tastes, scenes of life and complaints of a member on one record', async () => {
    const { rows } = await shop.client.members.lookup({ text: '13020116625' });
    const memberId = rows[0]?.id ?? '';
    const card = await shop.client.members.card({ memberId });
    expect(card).toMatchObject({ name: '刘芳', note: '孙子在隔壁幼儿园，四点接孩子', usualItem: '苹果' });
    expect(card?.openComplaints).toMatchObject([{ state: 'responded' }]);
    const bills = await shop.client.purchases.ofMember({ memberId, offset: 0, limit: 200 });
    expect(bills.total).toBe(card?.visits);
    expect(bills.rows.reduce((sum, { paid, refunded }) => sum + paid - refunded, 0)).toBe(card?.spent);
    expect((await shop.client.points.entries({ memberId, offset: 0, limit: 200 })).total).toBeGreaterThan(0);
  });

  it('S68 shows what is due first, the late ones at the top', async () => {
    const { rows } = await shop.client.complaints.list({
      ...{ which: 'open', text: '', object: null, reasonGroup: null, reason: null, severity: null },
      ...{ aboutStaffId: null, from: null, to: null, lateOnly: false, offset: 0, limit: 20 },
    });
    expect(rows).toHaveLength(9);
    expect(rows[0]?.nextDue?.at).toBeLessThan(shop.clock.now);
    const { open, overdue, dueSoon } = await shop.client.complaints.counts({});
    expect(open).toBe(9);
    expect(overdue).toBeGreaterThan(0);
    expect(dueSoon).toBeGreaterThan(0);
  });

  it('S68 never calls anybody to the desk for a complaint that was made up', async () => {
    const began = shop.clock.now;
    for (let hours = 0; hours < 24; hours += 1) {
      shop.main.complaintWatch.look();
      await shop.main.complaintWatch.settled();
      shop.clock.advanceDays(1 / 24);
    }
    shop.clock.now = began;
    expect(shop.alerts).toEqual([]);
  });

  it('is left for one’s own store, of which there is none yet, and opens again as it was', async () => {
    expect(await shop.client.settings.leaveSample({})).toMatchObject({ ok: true, value: { state: 'none' } });
    await shop.client.settings.openSample({});
    expect((await shop.client.complaints.counts({})).open).toBe(9);
  });
});
