import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generation } from '@db/care/generate/source';
import { SOURCES } from '@db/care/generate/sources';
import { dueTasks } from '@db/care/open-tasks';
import { tidyTasks } from '@db/care/upkeep';
import { PhotoFolder } from '@db/complaints/photo-folder';
import { LookupIndex } from '@db/members/lookup-index';
import { type OpenedStore, openStore } from '@db/open';
import type { Tx } from '@db/schema';
import { currentRules, storeRow } from '@db/settings/queries';
import { firstOwner } from '@db/staff/queries';
import { businessDateOf } from '@domain/calendar/business-day';
import { type Instant, instant } from '@domain/units';
import { v7 as uuidv7 } from 'uuid';
import { DailyPass } from '../../electron/main/daily-pass';
import type { Shop } from '../../electron/main/shop';
import { crowdedStore } from './crowded-store';
import { type BenchTable, ms } from './table';

const MEMBERS = Number(process.env.SHUKE_BENCH_PASS_MEMBERS ?? 100_000);
const DAY_MS = 86_400_000;
const MB = 2 ** 20;

interface Passed {
  readonly took: number;
  /** The longest time for which nobody else was served. */
  readonly longest: number;
  readonly rss: number;
  readonly changes: number;
  readonly tasks: number;
}

/**
 * The daily pass over 100,000 members with a million bills, as main runs it: the first one of a store
 * that has never been judged, and the one of an ordinary next day. Beside it, in the same process, the
 * least that any judgement by money and visits must read: one bare aggregate over the bills of a year.
 */
export default async function dailyPass(): Promise<BenchTable> {
  const userData = mkdtempSync(join(tmpdir(), 'shuke-bench-'));
  const store = openStore(await crowdedStore(userData, MEMBERS), instant(Date.now()));
  try {
    peopled(store);
    const shop = await opened(store);
    let now = instant(Date.now());
    const reported: unknown[] = [];
    const daily = new DailyPass({
      openShop: () => shop,
      sources: { clock: () => now, newId: uuidv7 },
      wrote: () => undefined,
      failed: (error) => reported.push(error),
      over: () => undefined,
    });
    const atRest = process.memoryUsage().rss;
    const yardstick = aggregate(store, now);
    const first = await pass(store, daily);
    now = instant(now + DAY_MS);
    const next = await pass(store, daily);
    const again = await pass(store, daily);
    now = instant(now + DAY_MS);
    const care = await careAlone(shop, now);
    const list = await listOfTheDay(shop, now);
    if (reported.length > 0) throw reported[0];
    return {
      title: `The daily pass over ${MEMBERS.toLocaleString('en')} members`,
      columns: [
        '',
        'all of it',
        'members a second',
        'levels changed',
        'care tasks made',
        'longest step',
        'against the yardstick',
      ],
      rows: [
        row('first pass of a store', first, yardstick),
        row('pass of the next day', next, yardstick),
        row('second start on a day', again, yardstick),
        row('care tasks of a third day alone', care, yardstick),
        row(`the list of that day, ${list.tasks} tasks judged`, list, yardstick),
        ['yardstick: one bare aggregate', ms(yardstick), '', '', '', '', ''],
      ],
      notes: [
        `${count(store, 'purchase')} bills over two years; points, levels, coupons and care tasks, through the real pass of main.`,
        'The longest step is the longest time for which the counter was not served.',
        `Memory of the process: ${Math.round(atRest / MB)} MB before, ${Math.round(Math.max(first.rss, next.rss) / MB)} MB at its peak.`,
      ],
    };
  } finally {
    await store.close();
    rmSync(userData, { recursive: true, force: true });
  }
}

function row(name: string, { took, longest, changes, tasks }: Passed, yardstick: number): string[] {
  const perSecond = Math.round((MEMBERS / took) * 1000).toLocaleString('en');
  return [
    name,
    ms(took),
    perSecond,
    String(changes),
    String(tasks),
    ms(longest),
    (took / yardstick).toFixed(2),
  ];
}

async function opened(store: OpenedStore): Promise<Shop> {
  const { calendar } = await storeRow(store.db);
  const house = await firstOwner(store.db);
  const photos = new PhotoFolder(store.path);
  const lookup = new LookupIndex(store.raw);
  return { opened: store, calendar, house, sample: false, practice: false, lookup, photos };
}

async function pass(store: OpenedStore, daily: DailyPass): Promise<Passed> {
  const before = { changes: count(store, 'tier_change'), tasks: count(store, 'care_task') };
  const seen = await watched(async () => {
    daily.wake();
    await daily.settled();
  });
  return {
    ...seen,
    changes: count(store, 'tier_change') - before.changes,
    tasks: count(store, 'care_task') - before.tasks,
  };
}

/** How long something takes, and the longest time in it for which nobody else was served. */
async function watched(work: () => Promise<void>): Promise<Pick<Passed, 'took' | 'longest' | 'rss'>> {
  const [start, seen] = [performance.now(), { last: performance.now(), longest: 0, rss: 0, over: false }];
  const look = () => {
    const at = performance.now();
    seen.longest = Math.max(seen.longest, at - seen.last);
    seen.rss = Math.max(seen.rss, process.memoryUsage.rss());
    seen.last = performance.now();
    if (!seen.over) setImmediate(look);
  };
  setImmediate(look);
  await work();
  seen.over = true;
  return { took: performance.now() - start, longest: seen.longest, rss: seen.rss };
}

/** What tasks are made of: birthdays, days of joining over three years, consents, valuable members. */
function peopled({ raw }: OpenedStore): void {
  raw.exec(`
    update member set birth_month = 1 + n % 12, birth_day = 1 + n / 12 % 28,
      joined_on = date('now', -(n * 7919 % 1095) || ' days');
    update member_lookup set joined_on = (select joined_on from member where member.n = member_lookup.n);
    insert into consent_entry (id, member_id, purpose, action, text_version, channel, staff_id, at)
      select 'data' || n, id, 'personal_data', 'given', '1', 'counter', staff_id, 0 from member
      union all select 'marketing' || n, id, 'marketing', 'given', '1', 'counter', staff_id, 0 from member where n % 2 = 0;`);
}

/** Tidies and makes the care tasks of a day as the pass does, and nothing else. */
async function careAlone({ opened, calendar, house }: Shop, now: Instant): Promise<Passed> {
  const today = businessDateOf(now, calendar);
  const { version: ruleVersion, rules } = await currentRules(opened.db, today);
  const stamp = { now, today, staffId: house.id, newId: uuidv7, ruleVersion };
  const make = generation(SOURCES, { today, calendar, rules: rules.care }, 100);
  const start = performance.now();
  const seen = { longest: 0, tasks: 0 };
  const step = async <Result>(work: (tx: Tx) => Result): Promise<Result> => {
    const before = performance.now();
    const result = await opened.db.transaction().execute(async (tx) => work(tx));
    seen.longest = Math.max(seen.longest, performance.now() - before);
    return result;
  };
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after;
    after = (await step((tx) => tidyTasks(tx, from, 100, stamp))).next;
  }
  for (let done = false; !done; ) {
    const made = await step((tx) => make(tx, stamp));
    seen.tasks += made.made;
    done = made.done;
  }
  return { took: performance.now() - start, ...seen, rss: process.memoryUsage.rss(), changes: 0 };
}

/** Every open task that is due, with its member's budget and what holds it back: as the screen asks for it. */
async function listOfTheDay({ opened, calendar }: Shop, now: Instant): Promise<Passed> {
  const today = businessDateOf(now, calendar);
  const { rules } = await currentRules(opened.db, today);
  let tasks = 0;
  const seen = await watched(async () => {
    tasks = (await dueTasks(opened.db, { now, today, calendar, rules: rules.care })).length;
  });
  return { ...seen, tasks, changes: 0 };
}

const count = (store: OpenedStore, table: string): number =>
  store.raw.prepare<[], number>(`select count(*) from ${table}`).pluck().get() ?? 0;

function aggregate(store: OpenedStore, now: Instant): number {
  const bare = store.raw.prepare(
    'select member_id, count(*), sum(paid_fen) from purchase where bought_at >= ? group by member_id',
  );
  const start = performance.now();
  bare.all(now - 366 * DAY_MS);
  return performance.now() - start;
}
