import { markOf, rowsBehind } from '@db/insights/history';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { quietWork } from '../../../electron/main/quiet-work';
import { insertBills } from '../../support/member-rows';
import { aShop, type TestShop } from '../../support/shop';

let shop: TestShop;
let memberId: string;
const failed: unknown[] = [];
beforeEach(async () => {
  shop = await aShop();
  memberId = await shop.member('张三');
  failed.length = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  vi.useRealTimers();
  expect(failed).toEqual([]);
  await shop.close();
});

const bills = (count: number) =>
  insertBills(
    shop.raw(),
    Array.from({ length: count }, () => ({ memberId, on: '2026-05-18' })),
  );
const work = (after: () => void = () => undefined) =>
  quietWork(
    () => shop.main.app.session.openShop(),
    after,
    (error) => failed.push(error),
  );

describe('two seconds after the last commit', () => {
  it('the histories learn the new bills, not before', async () => {
    const after = vi.fn();
    const committed = work(after);
    bills(3);
    committed();
    await vi.advanceTimersByTimeAsync(1500);
    committed();
    await vi.advanceTimersByTimeAsync(1500);
    expect(rowsBehind(shop.raw())).toBe(3);
    expect(after).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(500);
    expect(rowsBehind(shop.raw())).toBe(0);
    expect(after).toHaveBeenCalledOnce();
  });

  it('many bills are learnt in turns of a thousand, so that nobody waits', async () => {
    bills(1500);
    const after = vi.fn();
    work(after)();
    await vi.advanceTimersByTimeAsync(2000);
    expect(markOf(shop.raw()).purchaseSeq).toBe(1000);
    expect(after).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2000);
    expect(rowsBehind(shop.raw())).toBe(0);
    expect(after).toHaveBeenCalledOnce();
  });

  it('nothing is touched while an act has its transaction open', async () => {
    bills(2);
    work()();
    shop.raw().exec('begin immediate');
    await vi.advanceTimersByTimeAsync(2000);
    expect(rowsBehind(shop.raw())).toBe(2);
    shop.raw().exec('commit');
    await vi.advanceTimersByTimeAsync(2000);
    expect(rowsBehind(shop.raw())).toBe(0);
  });

  it('a store that was left meanwhile is left alone', async () => {
    const after = vi.fn();
    work(after)();
    await shop.main.app.session.close();
    await vi.advanceTimersByTimeAsync(2000);
    expect(after).not.toHaveBeenCalled();
  });
});
