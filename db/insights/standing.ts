import type { FindingName, Findings } from '../domain/insights/findings';
import type { ShopRules } from '../domain/settings/shop-rules';
import { type BusinessDate, businessDate, type Instant, instant } from '../domain/units';
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
 * What a run by itself is wanted for, told by its day and rules; null where the last one is whole, and of this day
 * and of rules that judge alike.
 */
export async function runDue(db: Reader, today: BusinessDate): Promise<string | null> {
  const { run, since } = await standingOn(db, today);
  const due = run === null || !run.whole || since.dayOver || since.rulesChanged;
  return due ? `${today} under rules ${(await currentRules(db, today)).version}` : null;
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
