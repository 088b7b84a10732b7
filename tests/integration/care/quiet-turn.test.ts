import { instant } from '@domain/units';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchQuiet } from '../../../electron/main/quiet-turn';
import { aShop, type TestShop } from '../../support/shop';

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop();
});
afterEach(() => shop.close());

test('S58 the screens are told when the quiet hours begin and when they end', async () => {
  let turned = 0;
  const { session, sources } = shop.main.app;
  const look = watchQuiet(
    () => session.openShop(),
    sources,
    () => {
      turned += 1;
    },
  );
  const at = async (time: string) => {
    shop.clock.now = instant(Date.parse(`2026-05-18T${time}:00+08:00`));
    await look();
    return turned;
  };
  expect(await at('20:58')).toBe(0);
  expect(await at('20:59')).toBe(0);
  expect(await at('21:00')).toBe(1);
  expect(await at('23:59')).toBe(1);
  expect(await at('08:59')).toBe(1);
  expect(await at('09:00')).toBe(2);
  await session.close();
  expect(await at('21:00')).toBe(2);
});
