import type { KeptSale } from '@contract/purchases';
import { points } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';

let shop: TestShop;
let kept: KeptSale & { attempt: object };
let requestId: string;
beforeEach(async () => {
  shop = await aShop();
  requestId = shop.request();
  kept = {
    memberId: await shop.member('张三'),
    typed: { amount: '50.00', special: '', receiptNo: '', lines: [], coupons: [], redeem: points(0) },
    attempt: { requestId, input: '{}' },
  };
  await shop.client.purchases.keepTyped({ kept });
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

const typed = () => shop.client.purchases.typed({});

async function record(): Promise<{ purchaseId: string }> {
  const made = await shop.client.purchases.record(requestId, {
    ...{ memberId: kept.memberId, gross: 5000 as never, redeem: points(0) },
    ...{ couponIds: [], expectedDue: null, receiptNo: '', items: [] },
  });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}

describe('trust, renderer crash: what the next page goes on with', () => {
  it('is the sale as it was typed while it has not been made', async () => {
    expect(await typed()).toEqual({ kept, recorded: null });
  });

  it('is its result, also when the page died with the sale still waiting behind other work', async () => {
    const { db } = shop.main.app.session.shop().opened;
    let begun = (): void => undefined;
    const working = new Promise<void>((resolve) => {
      begun = resolve;
    });
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const work = db.transaction().execute(() => {
      begun();
      return ended;
    });
    await working;
    const sale = record();
    const found = typed();
    end();
    const [{ purchaseId }, next] = await Promise.all([sale, found, work]);
    expect(next?.recorded).toMatchObject({ purchaseId, paid: 5000 });
  });

  it('is nothing once the sale has been undone: it neither stands as made nor is made again', async () => {
    const { purchaseId } = await record();
    const undoing = shop.client.purchases.undo(shop.request(), { purchaseId });
    expect(await typed()).toBeNull();
    expect(await undoing).toMatchObject({ ok: true });
    expect(await typed()).toBeNull();
  });
});
