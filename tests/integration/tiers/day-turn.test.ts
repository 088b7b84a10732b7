import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchDayTurn } from '../../../electron/main/day-turn';
import { aShop, type TestShop } from '../../support/shop';

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await shop.close();
});

test('an open shop is asked every minute, and told when its business day has turned', async () => {
  const heard: string[] = [];
  const { session, sources } = shop.main.app;
  const stop = watchDayTurn(() => session.openShop(), sources, {
    minute: () => heard.push('minute'),
    turned: () => heard.push('turned'),
  });
  vi.advanceTimersByTime(2 * 60_000);
  expect(heard).toEqual(['minute', 'minute']);
  shop.clock.advanceDays(1);
  vi.advanceTimersByTime(60_000);
  expect(heard.slice(2)).toEqual(['turned', 'minute']);
  await session.close();
  vi.advanceTimersByTime(60_000);
  expect(heard).toHaveLength(4);
  stop();
});
