import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catchUp } from '@db/insights/history';
import { connect, createStore } from '@db/open';
import { fillNewStore } from '@db/settings/commands';
import { dateOfDay, dayNumber } from '@domain/calendar/business-day';
import { businessDate, instant } from '@domain/units';
import { DAYS, fillLarge } from '../support/large-store';
import { idOf } from '../support/member-rows';
import type { Measured } from './insight-works';
import { type BenchTable, median, ms } from './table';

const MEMBERS = Number(process.env.SHUKE_BENCH_INSIGHT_MEMBERS ?? 100_000);
const BILLS = MEMBERS * 10;
const NEW_ROWS = 20_000;
const LAST_DAY = businessDate('2026-05-17');
const AS_OF = businessDate('2026-05-18');
/** In memory where there is a file system there: what is compared is work, not the disk of this machine. */
const FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/**
 * Classes of today and of a week before, value, RFM and stage of every member, written durably: ours out of the
 * histories that follow the ledger, and out of the ledger itself, beside DuckDB on one thread over the same bills in
 * the same run. Each in a process of its own. Both must say the same of everybody.
 */
export default async function insights(): Promise<BenchTable> {
  const folder = mkdtempSync(join(FOLDER, 'shuke-bench-'));
  const path = join(folder, 'shuke.db');
  try {
    await made(path);
    const steps = (...names: readonly string[]) => names.map((name) => child(name, folder));
    const [raw, summary, nextDay, whole] = steps('raw', 'summary', 'nextDay', 'whole');
    const [, duckSummary, duckRaw] = steps('load', 'duckSummary', 'duckRaw');
    if (!raw || !summary || !nextDay || !whole || !duckSummary || !duckRaw) throw new Error('not all ran');
    const increments = increment(path);
    same(summary, duckSummary);
    same(raw, duckRaw);
    const line = (what: string, ours: Measured, theirs?: Measured) => [
      what,
      seconds(ours.ms),
      seconds(ours.cpuMs),
      theirs === undefined ? '' : seconds(theirs.cpuMs),
      theirs === undefined ? '' : `${(ours.cpuMs / theirs.cpuMs).toFixed(2)} ×`,
      `${ours.mb} MB`,
      theirs === undefined ? '' : `${theirs.mb} MB`,
      theirs === undefined ? '' : `${(ours.mb / theirs.mb).toFixed(2)} ×`,
    ];
    return {
      title: `Insight over ${MEMBERS.toLocaleString('en')} members with ${BILLS.toLocaleString('en')} bills`,
      columns: [
        ...['work', 'Shuke by the clock', 'Shuke, processor', 'DuckDB, processor', 'beside it'],
        ...['Shuke, memory', 'DuckDB', 'beside it'],
      ],
      rows: [
        line('classes, value, RFM, stage of all, from the histories', summary, duckSummary),
        line('the same a day later, onto the rows that are there', nextDay),
        line('the same from the ledger, histories made anew', raw, duckRaw),
        line('a whole run: with models, clusters and all findings', whole),
        [
          `${NEW_ROWS.toLocaleString('en')} new bills into the histories`,
          ms(median(increments.map((day) => day.ms))),
          ms(median(increments.map((day) => day.cpuMs))),
          ...['', '', '', '', ''],
        ],
      ],
      notes: [
        'Every work in a process of its own, memory is the most that this process ever had; one thread each; both write their rows to a file, DuckDB with a checkpoint, Shuke in slices that give way to the counter.',
        `Both say the same: ${Object.entries(summary.says.class ?? {})
          .map(([place, count]) => `${'ABCD'[Number(place)]} ${count}`)
          .join(', ')}; bands, groups, values and stages as well.`,
        'Bars: from histories within 1.2 times DuckDB, from the ledger within 1.5 times, memory within 0.3 times; 20,000 new rows within 50 ms.',
        `The store: ${Math.round(statSync(path).size / 1e6)} MB. Set SHUKE_BENCH_INSIGHT_MEMBERS for another size (ten bills each).`,
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const seconds = (time: number): string => `${(time / 1000).toFixed(2)} s`;

async function made(path: string): Promise<void> {
  const store = createStore(path, instant(0), (raw) =>
    fillNewStore(raw, {
      id: idOf(0, 1),
      name: 'bench',
      calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 },
      sample: false,
      owner: { id: idOf(0, 2), name: 'bench' },
      now: instant(0),
    }),
  );
  fillLarge(store.raw, { members: MEMBERS, bills: BILLS, until: LAST_DAY, points: false });
  await store.close();
}

/** A work of `insight-works.ts` in a process of its own. */
function child(name: string, folder: string): Measured {
  const order = JSON.stringify({ name, folder, asOf: AS_OF });
  const source = `import { work } from ${JSON.stringify(import.meta.url)};
    process.stdout.write('\\n' + JSON.stringify(await work(${order})));`;
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (ran.status !== 0) throw new Error(`${name} ended with ${ran.status ?? ran.signal}`);
  const measured = JSON.parse(ran.stdout.trim().split('\n').at(-1) ?? '') as Measured; // what `work` answers
  process.stdout.write(
    `  ${name}: ${seconds(measured.ms)}, ${seconds(measured.cpuMs)} of a processor, ${measured.mb} MB\n`,
  );
  return measured;
}

/** Where the two differ they have not done the same work. */
function same(ours: Measured, theirs: Measured): void {
  for (const [column, counts] of Object.entries(ours.says))
    if (JSON.stringify(counts) !== JSON.stringify(theirs.says[column]))
      throw new Error(
        `${column}: Shuke says ${JSON.stringify(counts)}, DuckDB ${JSON.stringify(theirs.says[column])}`,
      );
}

/** 20,000 bills of a day to as many members, all over the store: five days, one after the other. */
function increment(path: string): { ms: number; cpuMs: number }[] {
  const raw = connect(path);
  const insert = raw.prepare(
    `insert into purchase (id, member_id, total_fen, paid_fen, earning_base_fen, rule_version, bought_at, business_date,
       staff_id, recorded_at) values (?, ?, 100, 100, 0, 1, ?, ?, (select id from staff), 0)`,
  );
  try {
    return Array.from({ length: 5 }, (_, day) => {
      const on = dateOfDay(dayNumber(AS_OF) + day);
      raw.transaction(() => {
        for (let bill = 0; bill < NEW_ROWS; bill++)
          insert.run(idOf(7, day * NEW_ROWS + bill), idOf(1, 1 + ((bill * 48_271) % MEMBERS)), DAYS, on);
      })();
      const [start, before] = [performance.now(), process.cpuUsage()];
      raw.transaction(() => catchUp(raw, NEW_ROWS)).immediate();
      const { user, system } = process.cpuUsage(before);
      return { ms: performance.now() - start, cpuMs: (user + system) / 1000 };
    });
  } finally {
    raw.close();
  }
}

export { work } from './insight-works';
