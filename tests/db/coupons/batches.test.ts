import { endBatch, insertBatch, issueSlice, lastBatches, runningBatch } from '@db/coupons/batches';
import { spendCoupons } from '@db/coupons/commands';
import { couponsOf } from '@db/coupons/queries';
import { rebuildLookup } from '@db/members/lookup-rows';
import { choiceJson } from '@db/segments/choice';
import { addDays } from '@domain/calendar/business-day';
import type { CouponTemplate } from '@domain/coupons/coupon';
import { flawIn } from '@domain/segments/flaw';
import { EVERYBODY, type SegmentRule } from '@domain/segments/segment';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { businessDate, fen, NO_FEN } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertBills, insertMembers } from '../../support/member-rows';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { stampIn, TODAY } from './coupon-file';

let store: StoreFile;
beforeEach(() => {
  store = aStoreFile();
});
afterEach(() => store.close());

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
    const choice = { rule: EVERYBODY, segmentId: null };
    const batch = {
      id: 'batch',
      template,
      choice,
      validity,
      members: Int32Array.from(ids, (_, at) => at + 1),
    };
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
        rule: EVERYBODY,
        segment: null,
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
  it('S27 tells the segment it was for, also when that is put away since', async () => {
    await start(1);
    const { staffId } = stampIn(store.raw, TODAY);
    store.raw
      .prepare(
        "insert into segment (id, name, rule, kept, created_at, changed_at, staff_id) values ('s', '常客', ?, 0, 0, 0, ?)",
      )
      .run(JSON.stringify(EVERYBODY), staffId);
    store.raw
      .prepare('update coupon_batch set segment = ?')
      .run(choiceJson({ rule: EVERYBODY, segmentId: 's' }));
    expect(await lastBatches(store.db)).toMatchObject([{ segment: { id: 's', name: '常客' } }]);
  });

  it.each<[object, SegmentRule]>([
    [{}, EVERYBODY],
    [{ tiers: ['vip'] }, { all: [{ any: [{ kind: 'choice', fact: 'tier', in: ['vip'], not: false }] }] }],
    [
      { boughtWithinDays: 40, marketingOnly: true },
      {
        all: [
          { any: [{ kind: 'number', fact: 'silent_days', from: null, to: 40, not: false }] },
          { any: [{ kind: 'yes', fact: 'agreed_to_marketing', not: false }] },
        ],
      },
    ],
    [
      { silentForDays: 41, birthdayMonth: 5, minVisits: 2, tag: '热' },
      {
        all: [
          { any: [{ kind: 'number', fact: 'silent_days', from: 41, to: null, not: false }] },
          { any: [{ kind: 'number', fact: 'birthday_month', from: 5, to: 5, not: false }] },
          { any: [{ kind: 'number', fact: 'visits', from: 2, to: null, not: false }] },
          { any: [{ kind: 'text', fact: 'tag', is: '热', not: false }] },
        ],
      },
    ],
  ])('of an older store, for %j, is read as what it was', async (parts, rule) => {
    await start(1);
    const nothing = { tiers: [], boughtWithinDays: null, silentForDays: null, birthdayMonth: null };
    const before = { ...nothing, minVisits: null, tag: null, marketingOnly: false, ...parts };
    store.raw.prepare('update coupon_batch set segment = ?').run(JSON.stringify(before));
    expect(await lastBatches(store.db)).toMatchObject([{ rule, segment: null }]);
    expect(flawIn(rule)).toBeUndefined();
  });
});
