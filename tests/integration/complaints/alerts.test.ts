import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { logged } from './logging';

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop(); // noon of 18 May in Shanghai
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

const laterBy = (hours: number) => shop.clock.advanceDays(hours / 24);
/** A minute passes. */
async function look(): Promise<void> {
  shop.main.complaintWatch.look();
  await shop.main.complaintWatch.settled();
}

describe('a warning on the desktop', () => {
  it('S68 S69 comes once before each clock runs out, names no customer, and is not told again after a restart', async () => {
    const memberId = await shop.member('张敏', { phone: '13812348812' });
    const { complaintId } = await logged(shop, { memberId });
    laterBy(21);
    await look();
    expect(shop.alerts).toEqual([]);
    laterBy(1);
    await look();
    await look();
    await shop.client.settings.retryStore({});
    await look();
    expect(shop.alerts).toEqual([{ title: '有一条投诉快到时限', body: '#1 12:00 前要回复', complaintId }]);

    await shop.client.complaints.respond(shop.request(), { complaintId, note: '已致电' });
    laterBy(122);
    await look();
    expect(shop.alerts.slice(1)).toEqual([
      { title: '有一条投诉快到时限', body: '#1 5月25日 12:00 前要解决', complaintId },
    ]);
    expect(JSON.stringify(shop.alerts)).not.toMatch(/张敏|8812|鱼油/);
  });

  it('S68 of several at once is one, with what is due first at the top; a click opens that', async () => {
    await shop.client.settings.setPreferences({ locale: 'en', theme: 'auto' });
    const first = await logged(shop);
    for (let more = 0; more < 5; more += 1) {
      laterBy(0.1);
      await logged(shop);
    }
    laterBy(22);
    await look();
    expect(shop.alerts).toEqual([
      {
        title: '6 complaints are due soon',
        body: [
          '#1 to be answered by 12:00',
          '#2 to be answered by 12:06',
          '#3 to be answered by 12:12',
          '#4 to be answered by 12:18',
          'and 2 more',
        ].join('\n'),
        complaintId: first.complaintId,
      },
    ]);
  });

  it('S68 is not given of what stands still, is solved, or has run out unseen', async () => {
    const waiting = await logged(shop);
    const solved = await logged(shop);
    await logged(shop);
    const { complaints } = shop.client;
    await complaints.pause(shop.request(), { complaintId: waiting.complaintId, reason: '等寄回' });
    await complaints.resolve(shop.request(), { complaintId: solved.complaintId, result: '换新' });
    laterBy(24.5);
    await look();
    expect(shop.alerts).toEqual([]);
  });

  it('S68 is given anew for the due time that a pause has moved', async () => {
    const { complaintId } = await logged(shop);
    laterBy(23);
    await look();
    await shop.client.complaints.pause(shop.request(), { complaintId, reason: '等寄回' });
    laterBy(30);
    await shop.client.complaints.resume(shop.request(), { complaintId, note: '' });
    await look();
    expect(shop.alerts.map(({ body }) => body)).toEqual(['#1 12:00 前要回复', '#1 18:00 前要回复']);
  });
});
