import { runInsights } from '@db/insights/run';
import { runDue } from '@db/insights/standing';
import { rebuildLookup } from '@db/members/lookup-rows';
import { connect } from '@db/open';
import { Turn } from '@db/turn';
import { addDays } from '@domain/calendar/business-day';
import { type BusinessDate, businessDate, instant } from '@domain/units';
import type SQLite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventful } from '../../support/bill-events';
import { chances, crowd, insertBills, insertMembers, visits } from '../../support/member-rows';
import { plansOf } from '../../support/plans';
import { aStoreFile, type StoreFile } from '../../support/store-file';

const TODAY = businessDate('2026-05-18');
let store: StoreFile;
let reader: SQLite.Database;

beforeEach(() => {
  store = aStoreFile();
  store.raw.pragma('synchronous = off'); // nothing here is about power cuts
  reader = connect(store.path, { readonly: true });
});
afterEach(async () => {
  reader.close();
  await store.close();
});

function members(size: number): string[] {
  const ids = insertMembers(store.raw, crowd(size));
  rebuildLookup(store.raw, TODAY);
  return ids;
}

const run = (asOf: BusinessDate = TODAY) =>
  runInsights({
    ...{ reader, writer: store.raw, turn: new Turn(), asOf, now: instant(1) },
    told: () => undefined,
  });
const rows = () => store.raw.prepare('select * from member_insight order by n').all();
const row = (n: number) => store.raw.prepare('select * from member_insight where n = ?').get(n);
const theRun = () => store.raw.prepare('select * from insight_run').get();
/** Rows that are written from here on, by their numbers. */
function watched(): () => number[] {
  store.raw.exec(`create temp table written (n integer);
    create temp trigger written_new after insert on member_insight begin insert into written values (new.n); end;
    create temp trigger written_other after update on member_insight begin insert into written values (new.n); end;`);
  return () => store.raw.prepare<[], number>('select n from written order by n').pluck().all();
}

describe('what a run is due for', () => {
  it('is looked for at the end of the ledgers alone, however much was ever imported', async () => {
    members(1);
    await run();
    const plan = await plansOf(store, (db) => runDue(db, TODAY));
    for (const table of ['purchase', 'refund', 'member'])
      expect(plan).toMatch(new RegExp(`SEARCH ${table} USING INTEGER PRIMARY KEY \\(rowid>\\?\\)`));
    expect(plan).not.toContain('_import');
  });
});

describe('a run', () => {
  it('gives every active member a row of what their bills say', async () => {
    const [first = ''] = members(3);
    for (const back of [40, 20, 10, 0])
      insertBills(store.raw, [{ memberId: first, on: addDays(TODAY, -back), fen: 2500 }]);
    await run();
    expect(rows()).toHaveLength(3);
    expect(row(1)).toMatchObject({
      ...{ class: 'A', first_on: addDays(TODAY, -40), last_on: TODAY, bills: 4, spent_fen: 10_000 },
      ...{ year_bills: 4, year_fen: 10_000, usual_gap: 10, value: 'high', stage: 'develop' },
    });
    expect(row(2)).toMatchObject({ bills: 0, first_on: null, last_on: null, stage: 'attract', value: 'low' });
  });

  it('knows nothing of bills after its day, which were written while the clock was ahead', async () => {
    const [first = '', second = ''] = members(2);
    insertBills(store.raw, [
      { memberId: first, on: TODAY, fen: 2500 },
      { memberId: first, on: addDays(TODAY, 1), fen: 9900 },
      { memberId: second, on: addDays(TODAY, 40), fen: 9900 },
    ]);
    await run();
    expect(row(1)).toMatchObject({
      first_on: TODAY,
      last_on: TODAY,
      bills: 1,
      spent_fen: 2500,
      stage: 'convert',
    });
    expect(row(2)).toMatchObject({ first_on: null, last_on: null, bills: 0, spent_fen: 0, stage: 'attract' });
  });

  it('gives one to whoever has the last number that is compared at once', async () => {
    insertMembers(store.raw, crowd(3));
    store.raw.exec('update member set n = 5000 where n = 3');
    rebuildLookup(store.raw, TODAY);
    await run();
    expect(rows()).toMatchObject([{ n: 1 }, { n: 2 }, { n: 5000 }]);
  });

  it('says of when it is, how far the ledgers had come, and that its rows are whole', async () => {
    const ids = members(5);
    insertBills(store.raw, visits(ids, 20, '2026-05-17'));
    await run();
    expect(theRun()).toMatchObject({
      ...{ as_of: TODAY, members: 5, purchase_seq: 20, refund_seq: 0, whole: 1, made_at: 1, rule_version: 1 },
    });
  });

  it('stores its findings as JSON', async () => {
    members(2);
    await run();
    const found = store.raw.prepare('select name, finding from insight_finding').all() as {
      name: string;
      finding: string;
    }[];
    const names = found.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['rfm', 'pareto', 'cohorts', 'clusters', 'survival', 'model']),
    );
    expect(JSON.parse(found.find(({ name }) => name === 'pareto')?.finding ?? '')).toMatchObject({
      buyers: 0,
    });
  });

  it('writes no row anew that says the same', async () => {
    const ids = members(50);
    insertBills(store.raw, visits(ids, 400, '2026-05-17'));
    await run();
    const written = watched();
    await run();
    expect(written()).toEqual([]);
    insertBills(store.raw, [{ memberId: ids[6] ?? '', on: TODAY, fen: 1 }]);
    const before = rows();
    await run();
    const after = rows();
    const other = after.flatMap((now, at) =>
      JSON.stringify(now) === JSON.stringify(before[at]) ? [] : [at + 1],
    );
    expect(other).toContain(7);
    expect(written()).toEqual(other);
  });

  it('takes away the row of who is no longer a member', async () => {
    const ids = members(3);
    await run();
    eventful(store.raw, ids, chances(1)).makeVoid(ids[1] ?? '');
    await run();
    expect(rows()).toMatchObject([{ n: 1 }, { n: 3 }]);
  });

  it('is the same after an interruption half-way, which the store tells until then', async () => {
    const ids = members(5200); // two ranges, so at least two slices
    insertBills(store.raw, visits(ids, 1500, '2026-05-10'));
    await run();
    const whole = rows();
    store.raw.exec(`update member_insight set class = 'D', warned = 1 where n % 2 = 0;
      create temp trigger full before update on member_insight when new.n = 5200 begin select raise(abort, 'disk full'); end;`);
    await expect(run()).rejects.toThrow('disk full');
    expect(theRun()).toMatchObject({ whole: 0 });
    expect([row(2), row(5200)]).toMatchObject([whole[1], { warned: 1 }]);
    store.raw.exec('drop trigger temp.full');
    await run();
    expect(rows()).toEqual(whole);
    expect(theRun()).toMatchObject({ whole: 1 });
  });

  it('says the same whether histories were kept up all along or are made anew', async () => {
    const ids = members(60);
    const { happen } = eventful(store.raw, ids, chances(9));
    for (let part = 0; part < 5; part++) {
      happen(300);
      await run(businessDate('2022-06-01'));
    }
    const kept = rows();
    store.raw.exec('delete from member_insight; update history_mark set purchase_seq = -1');
    await run(businessDate('2022-06-01'));
    expect(rows()).toEqual(kept);
  });
});
