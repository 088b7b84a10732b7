import type { FindingName, Findings } from '../domain/insights/findings';
import type { ShopRules } from '../domain/settings/shop-rules';
import { type BusinessDate, businessDate, type Instant, instant } from '../domain/units';
import { readOn, rows } from '../reading';
import type { Reader } from '../schema';
import { currentRules, rulesFrom } from '../settings/queries';
import { FORMAT } from './write';

export interface Standing {
  /** Null until there was a run that this Shuke can read. */
  readonly run: {
    readonly asOf: BusinessDate;
    readonly madeAt: Instant;
    readonly tookMs: number;
    readonly members: number;
    readonly repeatBuyers: number;
    readonly neededRepeatBuyers: number;
    readonly enough: boolean;
    readonly whole: boolean;
  } | null;
  readonly since: { readonly entries: number; readonly rulesChanged: boolean; readonly dayOver: boolean };
}

/** Of when the last run is, and what has come since. */
export async function standingOn(db: Reader, today: BusinessDate): Promise<Standing> {
  const [run, { rules }] = await Promise.all([lastRun(db), currentRules(db, today)]);
  if (run === null) return { run, since: { entries: 0, rulesChanged: false, dayOver: false } };
  const [purchases, refunds] = [await lastSeq(db, 'purchase'), await lastSeq(db, 'refund')];
  const needed = rules.insights.minRepeatBuyers;
  return {
    run: {
      asOf: businessDate(run.as_of),
      madeAt: instant(run.made_at),
      tookMs: run.took_ms,
      members: run.members,
      repeatBuyers: run.repeat_buyers,
      neededRepeatBuyers: needed,
      enough: run.repeat_buyers >= needed,
      whole: run.whole === 1,
    },
    since: {
      entries: purchases - run.purchase_seq + refunds - run.refund_seq,
      rulesChanged: rulesOfARun(rulesFrom(run.rules)) !== rulesOfARun(rules),
      // Also where the clock was set back: a run of a day to come says nothing of today.
      dayOver: run.as_of !== today,
    },
  };
}

/**
 * What a run by itself is wanted for, told by its day and rules; null where the last one is whole, of this day and of
 * rules that judge alike, and the one that follows an import was not cut off.
 */
export async function runDue(db: Reader, today: BusinessDate): Promise<string | null> {
  const { run, since } = await standingOn(db, today);
  const due = run === null || !run.whole || since.dayOver || since.rulesChanged || (await wasCutOff(db));
  return due ? `${today} under rules ${(await currentRules(db, today)).version}` : null;
}

/**
 * Histories that are still being made anew, or bills and members that came, or went, with an import which the last run
 * does not know. `+` keeps SQLite from walking through all that was ever imported.
 */
const CUT_OFF = `select exists (select 1 from history_mark where purchase_seq < 0)
    or exists (select 1 from purchase where seq > run.purchase_seq and +import_id is not null)
    or exists (select 1 from refund where seq > run.refund_seq and kind = 'import_undo')
    or exists (select 1 from member where n > (select coalesce(max(n), 0) from member_insight) and +import_id is not null
      and state = 'active')
    as was
  from insight_run run`;

async function wasCutOff(db: Reader): Promise<boolean> {
  const [found] = await readOn(db, rows<{ was: 0 | 1 }>(CUT_OFF));
  return found?.was === 1;
}

/** What the last run found; null where there was none, or one of another Shuke. */
export async function storedFinding<Name extends FindingName>(
  db: Reader,
  name: Name,
): Promise<Findings[Name] | null> {
  const row = await db
    .selectFrom('insight_finding')
    .innerJoin('insight_run', (join) => join.onTrue())
    .select('finding')
    .where('name', '=', name)
    .where('format', '=', FORMAT)
    .executeTakeFirst();
  // Written by our own `writeRun` under that name; `format` guards its shape.
  return row === undefined ? null : (JSON.parse(row.finding) as Findings[Name]);
}

const lastRun = async (db: Reader) =>
  (await db
    .selectFrom('insight_run as run')
    .innerJoin('rule_version', 'rule_version.version', 'run.rule_version')
    .selectAll('run')
    .select('rules')
    .where('format', '=', FORMAT)
    .executeTakeFirst()) ?? null;

async function lastSeq(db: Reader, table: 'purchase' | 'refund'): Promise<number> {
  const { last } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.max('seq').as('last'))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0);
}

/** The part of the rules that a run goes by; other changes make none stale. */
const rulesOfARun = ({ insights, care }: ShopRules): string => JSON.stringify([insights, care.dormantDays]);
