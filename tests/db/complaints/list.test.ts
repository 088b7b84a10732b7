import type { ComplaintFilters } from '@db/complaints/filters';
import { complaintList } from '@db/complaints/list';
import { showingOf } from '@db/complaints/queries';
import { indexMissingComplaints } from '@db/complaints/search';
import { businessDate, type Instant, instant } from '@domain/units';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ComplaintSpec, insertComplaints } from '../../support/complaint-rows';
import { insertMembers } from '../../support/member-rows';
import { plansOf } from '../../support/plans';
import { aStoreFile, STORE_NOW, type StoreFile } from '../../support/store-file';

const HOUR = 3_600_000;
const TODAY = businessDate('2026-05-18');
const EVERYTHING: ComplaintFilters = {
  which: 'all',
  text: '',
  object: null,
  reasonGroup: null,
  reason: null,
  severity: null,
  aboutStaffId: null,
  from: null,
  to: null,
  lateOnly: false,
};

let store: StoreFile;
beforeEach(() => {
  store = aStoreFile();
});
afterEach(() => store.close());

const ago = (hours: number): Instant => instant(STORE_NOW - hours * HOUR);

function written(...specs: (Omit<ComplaintSpec, 'receivedAt'> & { hoursAgo?: number })[]): void {
  insertComplaints(
    store.raw,
    specs.map(({ hoursAgo = 1, ...spec }) => ({ receivedAt: ago(hoursAgo), ...spec })),
  );
  indexMissingComplaints(store.raw);
}

const asked = (filters: Partial<ComplaintFilters>, page: { offset?: number; limit?: number } = {}) => ({
  ...EVERYTHING,
  ...filters,
  ...{ offset: 0, limit: 50, ...page },
});

async function list(filters: Partial<ComplaintFilters>, page: { offset?: number; limit?: number } = {}) {
  const showing = await showingOf(store.db, { now: STORE_NOW, today: TODAY });
  return await complaintList(store.db, asked(filters, page), showing);
}
const numbers = async (filters: Partial<ComplaintFilters>) =>
  (await list(filters)).rows.map(({ number }) => number);

describe('S71 the archive is narrowed', () => {
  it('by object, group, reason, severity and the staff it is about, each alone and together', async () => {
    const staff = store.raw.prepare<[], string>('select id from staff').pluck().get() ?? '';
    written(
      { object: 'staff', reasonGroup: 'staff', reason: 'staff_attitude', aboutStaffId: staff },
      { object: 'staff', reasonGroup: 'staff', reason: 'staff_knowledge', severity: 'high' },
      { reason: 'goods_price' },
    );
    expect(await numbers({})).toEqual([3, 2, 1]);
    expect(await numbers({ object: 'staff' })).toEqual([2, 1]);
    expect(await numbers({ reasonGroup: 'goods' })).toEqual([3]);
    expect(await numbers({ reason: 'staff_attitude' })).toEqual([1]);
    expect(await numbers({ severity: 'high' })).toEqual([2]);
    expect(await numbers({ aboutStaffId: staff })).toEqual([1]);
    expect(await numbers({ object: 'staff', severity: 'high', text: '鱼油' })).toEqual([2]);
    expect(await numbers({ object: 'goods', reason: 'staff_attitude' })).toEqual([]);
  });

  it('by business days, both included', async () => {
    written({ hoursAgo: 72 }, { hoursAgo: 48 }, { hoursAgo: 24 });
    const days = { from: businessDate('2026-05-16'), to: businessDate('2026-05-17') };
    expect(await numbers(days)).toEqual([3, 2]);
    expect(await numbers({ to: businessDate('2026-05-15') })).toEqual([1]);
  });

  it('by being late, now or once: just the rows that say so', async () => {
    const life = fc.record({
      hoursAgo: fc.integer({ min: 0, max: 400 }),
      answeredAfter: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
      solvedAfter: fc.option(fc.integer({ min: 60, max: 300 }), { nil: undefined }),
      paused: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 6 }), async (lives) => {
        written(
          ...lives.map(({ hoursAgo, answeredAfter, solvedAfter, paused }) => ({
            hoursAgo,
            ...(answeredAfter === undefined ? {} : { answeredAfter }),
            ...(solvedAfter === undefined ? {} : { solvedAfter }),
            ...(paused && solvedAfter === undefined ? { pausedAfter: 1 } : {}),
          })),
        );
        const { rows } = await list({}, { limit: 200 });
        const late = rows.filter((row) => row.late).map(({ number }) => number);
        expect((await list({ lateOnly: true }, { limit: 200 })).rows.map(({ number }) => number)).toEqual(
          late,
        );
      }),
      { numRuns: 20 },
    );
  });

  it('by what is said in it; digits alone are a number as well, with # nothing else', async () => {
    written({ what: '少给 2 份' }, { what: '找零不对' }, { notes: ['打电话 21 次'] });
    expect(await numbers({ text: '2' })).toEqual([3, 2, 1]);
    expect(await numbers({ text: '#2' })).toEqual([2]);
    expect(await numbers({ text: '99' })).toEqual([]);
    expect(await numbers({ text: '找零' })).toEqual([2]);
    expect(await numbers({ text: '  ' })).toEqual([3, 2, 1]);
    expect(await numbers({ text: '？！' })).toEqual([]);
    expect((await list({ text: '#2', which: 'closed' })).total).toBe(0);
  });
});

describe('its order', () => {
  it('is what is due first while open, then what is paused, then what is resolved', async () => {
    written(
      { hoursAgo: 2, solvedAfter: 1 },
      { hoursAgo: 30, pausedAfter: 1 },
      { hoursAgo: 30, answeredAfter: 1 },
      { hoursAgo: 3 },
      { hoursAgo: 200, solvedAfter: 1, closedAfter: 2 },
    );
    expect(await numbers({ which: 'open' })).toEqual([4, 3, 2, 1]);
    expect(await numbers({ which: 'open', text: '鱼油' })).toEqual([4, 3, 2, 1]);
    expect(await numbers({ which: 'closed' })).toEqual([5]);
    expect(await numbers({ which: 'all', text: '鱼油' })).toEqual([5, 4, 3, 2, 1]);
  });

  it('comes in pages that leave none out and show none twice, with the count of all', async () => {
    written(...Array.from({ length: 7 }, () => ({})));
    for (const text of ['', '发霉']) {
      const pages = await Promise.all([0, 3, 6].map((offset) => list({ text }, { offset, limit: 3 })));
      expect(pages.map(({ total }) => total)).toEqual([7, 7, 7]);
      expect(pages.flatMap(({ rows }) => rows.map(({ number }) => number))).toEqual([7, 6, 5, 4, 3, 2, 1]);
    }
  });
});

describe('what a row shows of what was found', () => {
  const where = async (text: string) => (await list({ text })).rows.map(({ found }) => found);

  it('is nothing more where the row itself holds every word', async () => {
    const [memberId = ''] = insertMembers(store.raw, [{ name: '张三' }]);
    written({ memberId, notes: ['鱼油送检'] });
    expect(await where('鱼油')).toEqual([null]);
    expect(await where('张三 发霉')).toEqual([null]);
    expect(await where('')).toEqual([null]);
  });

  it('is the first other text that holds a missing word, cut around it', async () => {
    const long = `${'一二三四五六七八九十'.repeat(3)}送检结果明天出来${'甲乙丙丁戊己庚辛壬癸'.repeat(4)}`;
    written({ product: '深海鱼油', wish: '要发票', notes: ['顾客没有接电话', long] });
    expect(await where('发票 电话')).toEqual([{ in: 'wish', excerpt: '要发票' }]);
    expect(await where('深海')).toEqual([{ in: 'product', excerpt: '深海鱼油' }]);
    const [found] = await where('送检');
    expect(found?.in).toBe('note');
    expect(found?.excerpt).toMatch(/^…三四五六七八九十送检结果明天出来.*…$/);
  });
});

describe('how it is read', () => {
  const planOf = (filters: Partial<ComplaintFilters>) =>
    plansOf(store, async (db) =>
      complaintList(db, asked(filters), await showingOf(db, { now: STORE_NOW, today: TODAY })),
    );

  it('counts and pages over the archive’s index alone, without sorting', async () => {
    const plan = await planOf({ which: 'closed', severity: 'high', lateOnly: true });
    expect(plan.match(/COVERING INDEX complaint_archive/g)).toHaveLength(2);
    expect(plan).not.toContain('TEMP B-TREE');
  });

  it('lets the text lead, and judges by the same index', async () => {
    const plan = await planOf({ text: '鱼油', severity: 'high' });
    expect(plan.match(/VIRTUAL TABLE INDEX \d+:M/g)).toHaveLength(2);
    expect(plan.match(/SEARCH complaint USING COVERING INDEX complaint_archive \(number=\?\)/g)).toHaveLength(
      2,
    );
    expect(plan).not.toContain('TEMP B-TREE');
  });

  it('reads only what is open for the board', async () => {
    expect(await planOf({ which: 'open' })).toContain('complaint_open');
  });
});
