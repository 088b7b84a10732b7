import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { prepareWorkers } from '../../support/worker';

let shop: TestShop;
beforeAll(async () => {
  await prepareWorkers('seed-job');
  shop = await aShop({ open: false, now: '2026-11-22T04:00:00Z' });
});
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
    expect(card).toMatchObject({ tags: ['热', '少糖', '靠窗'], birthdayInDays: 3, usualItem: '拿铁' });
    expect(card?.openComplaints).toMatchObject([{ state: 'open', overdue: false }]);
    expect(card?.lapsingSoon?.points).toBeGreaterThan(100);
  });

  it('S68 shows what is due first, the late ones at the top', async () => {
    const { rows } = await shop.client.complaints.list({ which: 'open', text: '', offset: 0, limit: 20 });
    expect(rows).toHaveLength(9);
    expect(rows[0]?.nextDue?.at).toBeLessThan(shop.clock.now);
    const { open, overdue, dueSoon } = await shop.client.complaints.counts({});
    expect(open).toBe(9);
    expect(overdue).toBeGreaterThan(0);
    expect(dueSoon).toBeGreaterThan(0);
  });

  it('is left for one’s own store, of which there is none yet, and opens again as it was', async () => {
    expect(await shop.client.settings.leaveSample({})).toMatchObject({ ok: true, value: { state: 'none' } });
    await shop.client.settings.openSample({});
    expect((await shop.client.complaints.counts({})).open).toBe(9);
  });
});
