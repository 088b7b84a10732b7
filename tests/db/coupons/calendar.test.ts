import { issueCalendarCoupons, issueDailyCoupons } from '@db/coupons/calendar';
import { couponsOf } from '@db/coupons/queries';
import { addDays } from '@domain/calendar/business-day';
import { DEFAULT_RULES, type ShopRules } from '@domain/settings/shop-rules';
import { type BusinessDate, businessDate } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertMembers } from '../../support/member-rows';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { stampIn } from './coupon-file';

const TODAY = businessDate('2026-05-18');
const anniversaries: ShopRules = {
  ...DEFAULT_RULES,
  coupons: {
    ...DEFAULT_RULES.coupons,
    templates: DEFAULT_RULES.coupons.templates.map((template) => ({ ...template, active: true })),
  },
};

let store: StoreFile;
beforeEach(() => {
  store = aStoreFile();
});
afterEach(() => store.close());

interface Born {
  readonly month?: number;
  readonly day?: number;
  readonly tier?: string;
  readonly joinedOn?: string;
  readonly state?: string;
}
const members = (...people: Born[]): string[] => {
  const ids = insertMembers(
    store.raw,
    people.map(({ joinedOn = '2026-01-10' }, n) => ({ name: `会员${n}`, joinedOn })),
  );
  const set = store.raw.prepare(
    'update member set birth_month = ?, birth_day = ?, tier = ?, state = ? where id = ?',
  );
  for (const [index, { month, day, tier, state }] of people.entries())
    set.run(month ?? null, day ?? null, tier ?? 'vip', state ?? 'active', ids[index]);
  return ids;
};

/** The whole pass over a day; answers whom it brought something. */
async function pass(today: BusinessDate, rules = DEFAULT_RULES, most = 2): Promise<string[]> {
  const issued: string[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after;
    const chunk = await store.db
      .transaction()
      .execute((tx) => issueDailyCoupons(tx, rules, { after: from, most }, stampIn(store.raw, today)));
    issued.push(...chunk.issued);
    after = chunk.next;
  }
  return issued;
}
const brought = async (id: string) =>
  (await couponsOf(store.db, id)).map(({ trigger, name, firstDay, lastDay }) => [
    trigger,
    name,
    firstDay,
    lastDay,
  ]);

describe('S44 S45 the birthday gift comes in its window, once a year', () => {
  it('to members of tiers that have one, from 3 days before to 7 after', async () => {
    const [before, on, after, tooEarly, tooLate, regular, gone] = members(
      { month: 5, day: 21 },
      { month: 5, day: 18, tier: 'loyal' },
      { month: 5, day: 11 },
      { month: 5, day: 22 },
      { month: 5, day: 10 },
      { month: 5, day: 18, tier: 'regular' },
      { month: 5, day: 18, state: 'erased' },
    );
    expect(await pass(TODAY)).toEqual([before, on, after]);
    expect(await brought(before ?? '')).toEqual([['birthday', '刻名马克杯', '2026-05-18', '2026-05-28']]);
    expect(await brought(on ?? '')).toEqual([['birthday', '生日咖啡券', '2026-05-18', '2026-05-25']]);
    for (const none of [tooEarly, tooLate, regular, gone]) expect(await brought(none ?? '')).toEqual([]);
  });

  it('on whichever day of the window the shop is open, and not again on the next', async () => {
    const [id = ''] = members({ month: 5, day: 18 });
    expect(await pass(addDays(TODAY, 2))).toEqual([id]);
    for (let i = 3; i < 7; i++) expect(await pass(addDays(TODAY, i))).toEqual([]);
    expect(await pass(businessDate('2027-05-18'))).toEqual([id]);
  });

  it('once for a window across New Year', async () => {
    const [id = ''] = members({ month: 1, day: 1 });
    for (const day of ['2026-12-29', '2026-12-31', '2027-01-01', '2027-01-08']) await pass(businessDate(day));
    expect(await brought(id)).toHaveLength(1);
  });

  it('on 28 February to who was born on the 29th, in common years', async () => {
    const [id = ''] = members({ month: 2, day: 29 });
    expect(await pass(businessDate('2027-02-24'))).toEqual([]);
    expect(await pass(businessDate('2027-02-25'))).toEqual([id]);
    expect(await pass(businessDate('2028-02-25'))).toEqual([]);
    expect(await pass(businessDate('2028-02-26'))).toEqual([id]);
  });
});

describe('S46 the anniversary', () => {
  it('brings its coupon from the day on, each year', async () => {
    const [today, weekAgo, early, thisYear] = members(
      { joinedOn: '2024-05-18' },
      { joinedOn: '2020-05-11' },
      { joinedOn: '2024-05-19' },
      { joinedOn: '2026-05-18' },
    );
    expect(await pass(TODAY, anniversaries)).toEqual([today, weekAgo]);
    expect(await brought(today ?? '')).toEqual([['anniversary', '入会周年礼', '2026-05-18', '2026-06-16']]);
    expect(await pass(addDays(TODAY, 1), anniversaries)).toEqual([early]);
    expect(await pass(businessDate('2027-05-18'), anniversaries)).toContain(thisYear);
  });

  it('brings nothing while no active coupon is for it', async () => {
    members({ joinedOn: '2024-05-18' });
    expect(await pass(TODAY)).toEqual([]);
  });

  it('of 29 February falls on the 28th in common years', async () => {
    const [id = ''] = members({ joinedOn: '2024-02-29' });
    expect(await pass(businessDate('2027-02-27'), anniversaries)).toEqual([]);
    expect(await pass(businessDate('2027-02-28'), anniversaries)).toEqual([id]);
  });
});

describe('one member', () => {
  const one = (id: string) =>
    store.db
      .transaction()
      .execute((tx) => issueCalendarCoupons(tx, id, DEFAULT_RULES, stampIn(store.raw, TODAY)));

  it('gets at once what the pass would have brought, and the pass brings it not again', async () => {
    const [id = ''] = members({ month: 5, day: 18 });
    expect(await one(id)).toMatchObject([{ memberId: id, name: '刻名马克杯' }]);
    expect(await one(id)).toEqual([]);
    expect(await pass(TODAY)).toEqual([]);
  });

  it('who is not there any more gets nothing', async () => {
    const [id = ''] = members({ month: 5, day: 18, state: 'void' });
    expect(await one(id)).toEqual([]);
  });
});
