import { createWriteStream, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadFacts } from '@db/insights/facts';
import { loadHistories } from '@db/insights/histories';
import { markOf } from '@db/insights/history';
import { rebuildHistories } from '@db/insights/rebuild';
import { rowColumns } from '@db/insights/rows';
import { runInsights } from '@db/insights/run';
import { writeRun } from '@db/insights/write';
import { connect } from '@db/open';
import { Turn } from '@db/turn';
import { addDays, dayNumber } from '@domain/calendar/business-day';
import { traitsOf } from '@domain/insights/base';
import { boughtBetween } from '@domain/insights/bought';
import { classesAWeekBefore, classesOn } from '@domain/insights/classes';
import type { Histories } from '@domain/insights/history';
import { type Judged, NONE, NONE_8 } from '@domain/insights/judged';
import { usualGaps } from '@domain/insights/models/usual-gaps';
import { scoreRfm } from '@domain/insights/rfm';
import { stagesOf } from '@domain/insights/stage';
import { monthsBack, valuesOf, yearUpTo } from '@domain/insights/value';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { type BusinessDate, instant } from '@domain/units';
import type SQLite from 'better-sqlite3';
import { type Asked, type Counts, duck, LOAD, RAW, recompute } from './duck';

/** One work in a process of its own: how long it took, the most memory that process ever had, what it said. */
export interface Measured {
  readonly ms: number;
  /** The time that processors worked for it, whoever else uses the machine. */
  readonly cpuMs: number;
  readonly mb: number;
  readonly says: Readonly<Record<string, Counts>>;
}

const STATUS = '/proc/self/status';

interface Order {
  readonly name: string;
  readonly folder: string;
  readonly asOf: BusinessDate;
}

/** The works of the benchmark of insight, each in the process that calls it. */
export async function work({ name, folder, asOf }: Order): Promise<Measured> {
  const path = join(folder, 'shuke.db');
  const beside = join(folder, 'beside.duckdb');
  if (name === 'load') return { ...(await measured(() => loadDuck(path, beside, folder))), says: {} };
  if (name === 'duckSummary') return inDuck(beside, 'history', asOf);
  if (name === 'duckRaw') return inDuck(beside, RAW, asOf);
  return inStore(path, name, asOf);
}

async function measured(run: () => Promise<unknown>): Promise<Omit<Measured, 'says'>> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - start, cpuMs: (user + system) / 1000, mb: peakMb() };
}

/** The most memory this process ever had. `maxRSS` alone would be that of whoever started it, where that was more. */
function peakMb(): number {
  const own = existsSync(STATUS) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(STATUS, 'utf8'))?.[1] : undefined;
  return Math.round((own === undefined ? process.resourceUsage().maxRSS : Number(own)) / 1024);
}

async function inStore(path: string, name: string, asOf: BusinessDate): Promise<Measured> {
  const [reader, writer] = [connect(path, { readonly: true }), connect(path)];
  // A work that writes all rows begins with none, as DuckDB does.
  if (name !== 'nextDay') writer.exec('delete from member_insight; delete from insight_run');
  writer.pragma('wal_checkpoint(truncate)');
  const turn = new Turn();
  const on = name === 'nextDay' ? addDays(asOf, 1) : asOf;
  try {
    const took = await measured(async () => {
      if (name === 'whole')
        return runInsights({
          ...{ reader, writer, turn, asOf: on, now: instant(0) },
          told: () => undefined,
        });
      if (name === 'raw') await rebuildHistories(writer, reader, turn);
      await recomputed(reader, writer, turn, on);
    });
    return { ...took, says: said(reader) };
  } finally {
    reader.close();
    writer.close();
  }
}

/** Classes, value, RFM and stage alone: what DuckDB does beside it, not the models. */
async function recomputed(reader: SQLite.Database, writer: SQLite.Database, turn: Turn, asOf: BusinessDate) {
  const histories = loadHistories(reader);
  const facts = loadFacts(reader, histories.n, asOf);
  const judged = judgedSimply(histories, dayNumber(asOf), facts);
  await writeRun(
    writer,
    {
      n: histories.n,
      columns: rowColumns(histories, dayNumber(asOf), judged, facts.referrals),
      findings: {},
      ...{ asOf, ruleVersion: 1, repeatBuyers: 0, mark: markOf(reader), tookMs: () => 0, now: instant(0) },
    },
    turn,
    () => undefined,
  );
}

function judgedSimply(histories: Histories, asOf: number, facts: ReturnType<typeof loadFacts>): Judged {
  const { insights, care } = DEFAULT_RULES;
  const rules = { ...insights, dormantDays: care.dormantDays };
  const members = histories.n.length;
  const none = () => new Int32Array(members).fill(NONE);
  const year = yearUpTo(histories, asOf);
  const window = boughtBetween(histories, monthsBack(asOf, rules.rfm.windowMonths), asOf);
  const known = {
    class: classesOn(histories, asOf, rules),
    value: valuesOf(year, rules.value),
    usualGap: usualGaps(histories, asOf),
    ...{ alive: none(), expectedMilli: none(), expectedFen: new Float64Array(members).fill(NONE) },
  };
  return {
    ...known,
    ...year,
    ...scoreRfm(window, asOf, rules.rfm).columns,
    classBefore: classesAWeekBefore(histories, asOf, rules),
    stage: stagesOf(histories, asOf, known, rules),
    traits: traitsOf(known, facts),
    cluster: new Uint8Array(members).fill(NONE_8),
    ...{ excluded: new Uint8Array(members), warned: new Uint8Array(members) },
  };
}

const COLUMNS = [
  'class',
  'class_before',
  'recency_score',
  'frequency_score',
  'money_score',
  'rfm_group',
  'value',
  'stage',
];
const WORDS: Readonly<Record<string, string>> = {
  class: "instr('ABCD', class) - 1",
  class_before: "instr('ABCD', class_before) - 1",
  value: "case value when 'high' then 0 when 'middle' then 1 else 2 end",
  stage:
    "case stage when 'attract' then 0 when 'convert' then 1 when 'retain' then 2 when 'develop' then 3 else 4 end",
  rfm_group: `case when rfm_group is null then null else iif(rfm_group like 'general%', 4, 0)
    + case when rfm_group like '%value' then 0 when rfm_group like '%develop' then 1 when rfm_group like '%keep' then 2 else 3 end end`,
};

/** How many members have each word, by its place. */
const said = (raw: SQLite.Database): Measured['says'] =>
  Object.fromEntries(
    COLUMNS.map((column) => {
      const rows = raw
        .prepare<[], [number | null, number]>(
          `select cast(${WORDS[column] ?? column} as text), count(*) from member_insight group by 1 order by 1 nulls last`,
        )
        .raw()
        .all();
      return [column, Object.fromEntries(rows.map(([value, count]) => [String(value), count]))];
    }),
  );

async function inDuck(beside: string, bills: string, on: BusinessDate): Promise<Measured> {
  const asOf = dayNumber(on);
  const asked: Asked = {
    asOf,
    yearFrom: monthsBack(asOf, 12),
    windowFrom: monthsBack(asOf, DEFAULT_RULES.insights.rfm.windowMonths),
    dormantDays: DEFAULT_RULES.care.dormantDays,
  };
  const db = await duck(beside);
  const took = await measured(() => db.run(recompute(bills, asked)));
  const says: Record<string, Counts> = {};
  for (const column of COLUMNS) says[column] = await db.counts(column);
  db.close();
  return { ...took, says };
}

async function loadDuck(path: string, beside: string, folder: string): Promise<void> {
  const raw = connect(path, { readonly: true });
  const files = [join(folder, 'members.csv'), join(folder, 'bills.csv')] as const;
  await dump(raw, files[0], 'member', "n || ',' || id || ',' || (unixepoch(joined_on) / 86400)", 'n');
  await dump(
    raw,
    files[1],
    'purchase',
    "seq || ',' || member_id || ',' || business_date || ',' || paid_fen",
    'seq',
  );
  raw.close();
  const db = await duck(beside);
  for (const sql of LOAD(...files).split(';')) if (sql.trim() !== '') await db.run(sql);
  db.close();
  for (const file of files) rmSync(file);
}

async function dump(
  raw: SQLite.Database,
  file: string,
  table: string,
  line: string,
  key: string,
): Promise<void> {
  const out = createWriteStream(file);
  const last = raw.prepare<[], number>(`select max(${key}) from ${table}`).pluck().get() ?? 0;
  const lines = raw
    .prepare<[number, number], string | null>(
      `select group_concat(${line}, char(10)) || char(10) from ${table} where ${key} > ? and ${key} <= ?`,
    )
    .pluck();
  for (let after = 0; after < last; after += 50_000) {
    const text = lines.get(after, after + 50_000);
    if (text) await new Promise<void>((done) => out.write(text, () => done()));
  }
  await new Promise<void>((done) => out.end(done));
}
