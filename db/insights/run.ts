import type SQLite from 'better-sqlite3';
import { dayNumber } from '../domain/calendar/business-day';
import { judge } from '../domain/insights/judge';
import type { BusinessDate, Instant } from '../domain/units';
import { rulesInForce } from '../exchange/rules';
import { giveWay, Slices } from '../exchange/slices';
import type { Turn } from '../turn';
import { loadFacts } from './facts';
import { loadHistories } from './histories';
import { catchUp, ledgersEnd, markOf, rowsBehind } from './history';
import { productsOf } from './products';
import { rebuildHistories } from './rebuild';
import { rowColumns } from './rows';
import { type RunResult, writeRun } from './write';

/** The steps of a run, in this order. */
export type RunStep = 'histories' | 'judging' | 'finding' | 'writing';

/** What a run works with: a connection that it only reads over, and one that it writes slices over. */
export interface RunAround {
  readonly reader: SQLite.Database;
  readonly writer: SQLite.Database;
  readonly turn: Turn;
  readonly now: Instant;
  readonly asOf: BusinessDate;
  readonly told: (step: RunStep, done: number, total: number | null) => void;
}

/**
 * Judges every member and the store as of a day, and writes what it found. Interrupted at any point it is simply
 * run again: until its last transaction the store says that its rows are not whole.
 */
export async function runInsights(around: RunAround): Promise<void> {
  const began = performance.now();
  await bringUpToDate(around);
  const found = read(around);
  const tookMs = () => Math.round(performance.now() - began);
  await writeRun(around.writer, { ...found, tookMs }, around.turn, (done, total) =>
    around.told('writing', done, total),
  );
}

/** Reads one picture of the store and judges it. */
function read({ reader, asOf, now, told }: RunAround): Omit<RunResult, 'tookMs'> {
  reader.exec('begin');
  try {
    const { rules, version } = rulesInForce(reader, asOf);
    const histories = loadHistories(reader, (done, total) => told('histories', done, total));
    const facts = loadFacts(reader, histories.n, asOf);
    told('judging', 0, null);
    const judging = { ...rules.insights, dormantDays: rules.care.dormantDays };
    const { judged, findings } = judge(histories, dayNumber(asOf), facts, judging);
    told('finding', 0, null);
    return {
      n: histories.n,
      columns: rowColumns(histories, dayNumber(asOf), judged, facts.referrals),
      findings: { ...findings, products: productsOf(reader, asOf) },
      repeatBuyers: findings.model.repeatBuyers,
      mark: markOf(reader),
      ruleVersion: version,
      ...{ asOf, now },
    };
  } finally {
    reader.exec('commit');
  }
}

/** Rows that the counter may wait for: some milliseconds of them. */
const SLICE_ROWS = 500;
/** From so many new rows on it is asked whether making all histories anew is quicker. */
const MANY = 100_000;
/** A row that is added costs as much as so many that are read when all are made anew. */
const DEARER = 4;

/** The histories know every row that is in the ledgers as this ends, but for what the counter wrote meanwhile. */
async function bringUpToDate({ writer, reader, turn, told }: RunAround): Promise<void> {
  const behind = rowsBehind(writer);
  const anew = behind > MANY && behind * DEARER > ledgersEnd(writer).purchaseSeq;
  if (markOf(writer).purchaseSeq < 0 || anew)
    await rebuildHistories(writer, reader, turn, (done, total) => told('histories', done, total));
  const slices = new Slices(writer, turn);
  try {
    while (slices.run(() => catchUp(writer, SLICE_ROWS)) > 0) {
      if (!slices.full) continue;
      slices.end();
      told('histories', Math.max(0, behind - rowsBehind(writer)), behind);
      await giveWay(turn);
    }
    slices.end();
  } finally {
    slices.abandon();
  }
}
