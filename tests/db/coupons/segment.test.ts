import { endBatch, insertBatch, issueSlice, lastBatches, runningBatch } from '@db/coupons/batches';
import { spendCoupons } from '@db/coupons/commands';
import { couponsOf } from '@db/coupons/queries';
import { membersIn, type Segment, segmentSize } from '@db/coupons/segment';
import { rebuildLookup } from '@db/members/lookup-rows';
import { addDays } from '@domain/calendar/business-day';
import type { CouponTemplate } from '@domain/coupons/coupon';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { businessDate, fen, NO_FEN } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { insertBills, insertMembers } from '../../support/member-rows';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { stampIn, TODAY } from './coupon-file';

const EVERYBODY: Segment = {
  tiers: [],
  boughtWithinDays: null,
  silentForDays: null,
  birthdayMonth: null,
  minVisits: null,
  tag: null,
  marketingOnly: false,
};

let store: StoreFile;
beforeEach(() => {
  store = aStoreFile();
});
afterEach(() => store.close());

/** 张三 came today and 40 days ago and said yes; 李四 came 40 days ago, a VIP; 王五 never came and said no again; 赵六 is erased. */
function fourMembers(): void {
  const ids = insertMembers(
    store.raw,
    ['张三', '李四', '王五', '赵六'].map((name) => ({ name })),
  );
  const [zhang = '', li = '', wang = '', zhao = ''] = ids;
  const longAgo = addDays(TODAY, -40);
  insertBills(store.raw, [
    { memberId: zhang, on: TODAY },
    { memberId: zhang, on: longAgo },
    { memberId: li, on: longAgo },
  ]);
  store.raw.prepare("update member set tier = 'vip', birth_month = 5, birth_day = 1 where id = ?").run(li);
  store.raw.prepare("update member set state = 'erased' where id = ?").run(zhao);
  store.raw.prepare("insert into member_tag (member_id, tag, position) values (?, '热', 0)").run(wang);
  const { staffId, newId } = stampIn(store.raw, TODAY);
  const say = store.raw.prepare(
    `insert into consent_entry (id, member_id, purpose, action, text_version, channel, staff_id, at)
     values (?, ?, 'marketing', ?, '2026-11', 'counter', ?, 0)`,
  );
  for (const [id, action] of [
    [zhang, 'withdrawn'],
    [zhang, 'given'],
    [wang, 'given'],
    [wang, 'withdrawn'],
  ])
    say.run(newId(), id, action, staffId);
  rebuildLookup(store.raw, TODAY);
}

describe('whom a campaign is for', () => {
  test.each<[Partial<Segment>, string[]]>([
    [{}, ['张三', '李四', '王五']],
    [{ tiers: ['vip'] }, ['李四']],
    [{ tiers: ['vip', 'regular'] }, ['张三', '李四', '王五']],
    [{ boughtWithinDays: 1 }, ['张三']],
    [{ boughtWithinDays: 40 }, ['张三', '李四']],
    [{ boughtWithinDays: 39 }, ['张三']],
    [{ silentForDays: 40 }, ['李四']],
    [{ silentForDays: 41 }, []],
    [{ birthdayMonth: 5 }, ['李四']],
    [{ minVisits: 2 }, ['张三']],
    [{ minVisits: 0 }, ['张三', '李四', '王五']],
    [{ tag: '热' }, ['王五']],
    [{ marketingOnly: true }, ['张三']],
    [{ marketingOnly: true, tag: '热' }, []],
  ])('%j: %j', async (part, names) => {
    fourMembers();
    const segment = { ...EVERYBODY, ...part };
    const rows = await membersIn(store.db, segment, TODAY).select('l.name').orderBy('l.n').execute();
    expect(rows.map(({ name }) => name)).toEqual(names);
    expect(await segmentSize(store.db, segment, TODAY)).toMatchObject({ members: names.length });
  });

  it('says how many may be written to, and the names of the first', async () => {
    fourMembers();
    expect(await segmentSize(store.db, EVERYBODY, TODAY)).toEqual({
      members: 3,
      reachable: 1,
      names: ['张三', '李四', '王五'],
    });
  });
});

const template: CouponTemplate = {
  id: 'autumn',
  name: '秋日券',
  trigger: 'campaign',
  active: true,
  terms: { kind: 'amount', off: fen(800), threshold: NO_FEN },
  stacks: false,
  validity: { kind: 'days', days: 14 },
  blackout: [],
};

describe('a batch', () => {
  /** Rules with the template, and a batch for everybody. */
  async function start(size: number): Promise<string[]> {
    const ids = insertMembers(
      store.raw,
      Array.from({ length: size }, (_, n) => ({ name: `会员${n}` })),
    );
    rebuildLookup(store.raw, TODAY);
    const rules = { ...DEFAULT_RULES, coupons: { ...DEFAULT_RULES.coupons, templates: [template] } };
    store.raw
      .prepare('insert into rule_version (rules, staff_id, made_at) values (?, (select id from staff), 0)')
      .run(JSON.stringify(rules));
    const validity = { firstDay: TODAY, lastDay: addDays(TODAY, 13) };
    const batch = { id: 'batch', template, segment: EVERYBODY, validity, members: size };
    const stamp = { ...stampIn(store.raw, TODAY), ruleVersion: 2 };
    await store.db.transaction().execute((tx) => insertBatch(tx, batch, stamp));
    return ids;
  }
  async function slice(after: string, most = 10) {
    const batch = await runningBatch(store.db);
    if (batch === null) throw new Error('no batch is running');
    const stamp = { ...stampIn(store.raw, TODAY), ruleVersion: batch.ruleVersion };
    return await store.db.transaction().execute(async (tx) => issueSlice(tx, batch, { after, most }, stamp));
  }

  it('is issued slice by slice to those it was confirmed for, with the terms it was confirmed with', async () => {
    const ids = await start(25);
    insertMembers(store.raw, [{ name: '后来' }]);
    const reached: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const { issued, last }: { issued: string[]; last: string | null } = await slice(after);
      reached.push(...issued);
      after = last;
    }
    expect(reached.sort()).toEqual([...ids].sort());
    expect(await couponsOf(store.db, ids[0] ?? '')).toMatchObject([
      {
        name: '秋日券',
        trigger: 'campaign',
        firstDay: '2026-05-18',
        lastDay: '2026-05-31',
        terms: template.terms,
      },
    ]);
  });

  it('goes on after a crash where coupons are missing, and issues none twice', async () => {
    await start(25);
    await slice('');
    expect((await slice('')).issued).toEqual([]); // begun again from the start
    const { last } = await slice('');
    expect((await slice(last ?? '')).issued).toHaveLength(10);
    expect(store.raw.prepare('select count(*) from coupon').pluck().get()).toBe(20);
  });

  it('passes by who has left meanwhile', async () => {
    const ids = await start(3);
    store.raw.prepare("update member set state = 'void' where id = ?").run(ids[1]);
    expect((await slice('')).issued).toEqual([ids[0], ids[2]]);
  });

  it('is listed with what has become of it', async () => {
    const ids = await start(3);
    await slice('', 2);
    const [coupon] = await couponsOf(store.db, ids[0] ?? '');
    const [sale = ''] = insertBills(store.raw, [{ memberId: ids[0] ?? '', on: TODAY }]);
    await store.db
      .transaction()
      .execute(async (tx) => spendCoupons(tx, [coupon?.id ?? ''], sale, stampIn(store.raw, TODAY)));
    expect(await lastBatches(store.db)).toEqual([
      {
        id: 'batch',
        name: '秋日券',
        state: 'running',
        members: 3,
        issued: 2,
        used: 1,
        firstDay: TODAY,
        lastDay: businessDate('2026-05-31'),
        startedAt: stampIn(store.raw, TODAY).now,
      },
    ]);
    await store.db.transaction().execute((tx) => endBatch(tx, 'batch'));
    expect(await runningBatch(store.db)).toBeNull();
    expect(await lastBatches(store.db)).toMatchObject([{ state: 'done' }]);
  });
});
