import { SERVICE_LEVELS } from '@domain/handbook/service-level';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop();
});
afterEach(() => shop.close());

const all = (step: number) => Object.fromEntries(SERVICE_LEVELS.map((level) => [level, step]));
const owner = async () => (await shop.people.here()).id;
const check = async (levels: Record<string, number>, aboutStaffId?: string) =>
  shop.client.handbook.checkSelf(shop.request(), {
    aboutStaffId: aboutStaffId ?? (await owner()),
    levels,
    note: '',
  });

describe('S89 the self-check of the six service levels', () => {
  it('keeps every check; the page shows the last beside the one before', async () => {
    await check(all(1));
    shop.clock.advanceDays(7);
    await check({ ...all(1), answers: 3 });
    const [mine] = await shop.client.handbook.selfChecks({});
    expect(mine?.last).toMatchObject({ on: '2026-05-25', levels: { answers: 3, partner: 1 } });
    expect(mine?.before).toMatchObject({ on: '2026-05-18', levels: { answers: 1 } });
  });

  it('refuses one with a level left out, and one about nobody', async () => {
    const { partner: _left, ...five } = all(2);
    expect(await check(five)).toMatchObject({ refusal: { code: 'level_missing' } });
    expect(await check(all(2), '00000000-0000-7000-8000-000000000000')).toMatchObject({
      refusal: { code: 'staff_gone' },
    });
    const [mine] = await shop.client.handbook.selfChecks({});
    expect(mine?.last).toBeNull();
  });
});

describe('S91 the checklists', () => {
  const run = (held: string[]) =>
    shop.client.handbook.runChecklist(shop.request(), { checklist: 'training', held, note: '新人小王' });

  it('keeps what held on which day, newest first', async () => {
    await run(['product']);
    shop.clock.advanceDays(1);
    await run(['till', 'product']);
    const lists = await shop.client.handbook.checklists({});
    const training = lists.find(({ checklist }) => checklist === 'training');
    expect(training?.runs.map(({ on, held }) => [on, held])).toEqual([
      ['2026-05-19', ['product', 'till']],
      ['2026-05-18', ['product']],
    ]);
    expect(lists.filter(({ runs }) => runs.length > 0)).toHaveLength(1);
  });

  it('refuses an item that is not on the list, and keeps nothing of it', async () => {
    expect(await run(['product', 'greet_10s'])).toMatchObject({ refusal: { code: 'item_unknown' } });
    const lists = await shop.client.handbook.checklists({});
    expect(lists.flatMap(({ runs }) => runs)).toEqual([]);
  });
});

describe('S67 stories of success', () => {
  it('are kept with whether the member lets them be told', async () => {
    const memberId = await shop.member('张三');
    const story = '三年前的第一杯拿铁，到今天每周都来';
    await shop.client.handbook.addStory(shop.request(), { memberId, story, mayShare: true });
    await shop.client.handbook.addStory(shop.request(), {
      memberId: null,
      story: '匿名表扬',
      mayShare: false,
    });
    expect(await shop.client.handbook.stories({})).toMatchObject([
      { memberName: null, mayShare: false },
      { memberName: '张三', mayShare: true, story },
    ]);
  });

  it('needs words, and a member who is there', async () => {
    const tell = (story: string, memberId: string | null) =>
      shop.client.handbook.addStory(shop.request(), { memberId, story, mayShare: false });
    expect(await tell('', null)).toMatchObject({ refusal: { code: 'text_needed' } });
    expect(await tell('好', '00000000-0000-7000-8000-000000000000')).toMatchObject({
      refusal: { code: 'member_gone' },
    });
  });
});
