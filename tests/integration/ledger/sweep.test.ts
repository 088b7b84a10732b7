import { points } from '@domain/units';
import { expect, test } from 'vitest';
import { aShop } from '../../support/shop';
import { brokenLaws } from './laws-in-sql';

test('the day’s sweep goes in short steps until nothing is left, and the counter’s rows follow', async () => {
  const shop = await aShop();
  const members: string[] = [];
  for (let n = 0; n < 210; n++) members.push(await shop.member(`会员${n}`, { points: 10 + n }));
  shop.clock.advanceDays(400);
  shop.main.daily.wake();
  await shop.main.daily.settled();
  expect(shop.raw().prepare("select count(*) from points_entry where kind = 'expire'").pluck().get()).toBe(
    210,
  );
  expect(shop.raw().prepare('select count(*) from member_lookup where points <> 0').pluck().get()).toBe(0);
  const last = { memberId: members.at(-1) ?? '', offset: 0, limit: 1 };
  expect(await shop.client.points.entries(last)).toMatchObject({
    rows: [{ kind: 'expire', points: points(-219) }],
  });
  expect(brokenLaws(shop.raw())).toEqual([]);
  expect(shop.reported).toEqual([]);
  await shop.close();
});
