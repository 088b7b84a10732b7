import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';

describe('a receipt number that another program has copied', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await aShop();
  });
  afterEach(() => shop.close());

  const offered = async () => {
    const end = await shop.client.clipboard.receipt({});
    if (!end.ok) throw new Error('an act without refusals has refused');
    return end.value.receiptNo;
  };
  const allow = (allowed: boolean) => shop.client.clipboard.choose({ allowed });
  async function ringUp(receiptNo: string): Promise<void> {
    const memberId = await shop.member(`会员${receiptNo}`);
    const rung = await shop.client.purchases.record(shop.request(), {
      memberId,
      gross: 4500 as never, // fen, checked by the contract
      receiptNo,
      items: [],
      redeem: 0 as never,
    });
    expect(rung.ok).toBe(true);
  }

  it('is not read until somebody who may has said so for this PC', async () => {
    await ringUp('A-1023');
    shop.clipboard.text = 'A-1024';
    expect(await shop.client.clipboard.choice({})).toEqual({ allowed: false });
    expect(await offered()).toBeNull();
    await allow(true);
    expect(await offered()).toBe('A-1024');
    await shop.as('cashier');
    await expect(allow(false)).rejects.toThrow();
    expect(await offered(), 'a cashier is offered it all the same').toBe('A-1024');
  });

  it('is one that looks like the shop’s own, full-width or not, and is not booked today', async () => {
    await allow(true);
    shop.clipboard.text = 'A-1024';
    expect(await offered(), 'no number is known yet').toBeNull();
    await ringUp('A-1023');
    shop.clipboard.text = ' Ａ－１０２４ ';
    expect(await offered()).toBe('A-1024');
    shop.clipboard.text = 'A-1023';
    expect(await offered(), 'booked today').toBeNull();
    shop.clock.advanceDays(1);
    expect(await offered(), 'a till that counts anew each day').toBe('A-1023');
    for (const other of ['130000000000000000', '13812348812', 'hunter2', 'A-1024 '.repeat(40), '']) {
      shop.clipboard.text = other;
      expect(await offered(), other).toBeNull();
    }
  });
});
