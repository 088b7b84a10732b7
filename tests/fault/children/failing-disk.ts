/**
 * One subject (a sale, a migration …) on a disk of which one call fails, or all from one on: every call in turn.
 * Runs below shim/disk.c; prints what it has found as one JSON line.
 */
import { writeSync } from 'node:fs';
import { chances } from '../../support/member-rows';
import { backup } from '../failing/backup';
import { closing } from '../failing/closing';
import { exported } from '../failing/export';
import { imported } from '../failing/import';
import { migration } from '../failing/migration';
import { packet } from '../failing/packet';
import { sale } from '../failing/sale';
import type { MakeSubject, Subject } from '../failing/subject';
import { type Fault, FaultControl, type Kinds } from '../support/fault-control';

const SUBJECTS = { sale, closing, migration, backup, export: exported, import: imported, packet };
export type SubjectName = keyof typeof SUBJECTS;

export interface FailingOrder {
  readonly subject: SubjectName;
  /** Below it calls fail. */
  readonly folder: string;
  /** The file of the shim's control; outside of the folder. */
  readonly control: string;
  readonly seed: number;
  /** What fails, once and from then on. */
  readonly faults: readonly Fault[];
  /** So many calls of each are tried at most, the telling ones first; null = every call. */
  readonly most: number | null;
}

export interface FailingFound {
  readonly tries: number;
  readonly failures: readonly string[];
  readonly slowestMs: number;
  /** How many calls there are at which one try may fail. */
  readonly calls: number;
}

/** A subject that fails so often says nothing new. */
const ENOUGH = 20;

const order = JSON.parse(process.argv[2] ?? '{}') as FailingOrder; // of the suite that started it
const control = new FaultControl(order.control);
const make: MakeSubject = SUBJECTS[order.subject];
const subject = await make(order.folder);
const found = await tryAll(subject);
const left = await subject.end().catch((error: unknown) => [`cannot be ended: ${String(error)}`]);
writeSync(1, `${JSON.stringify({ ...found, failures: [...found.failures, ...left] })}\n`);
process.exit(0);

async function tryAll({ attempt }: Subject): Promise<FailingFound> {
  const chance = chances(order.seed);
  const sum = { tries: 0, failures: [] as string[], slowestMs: 0, calls: 0 };
  for (const fault of order.faults)
    for (const persistent of [false, true]) {
      const { kinds, wrong: never } = await tryOnce(attempt, { fault, at: 0, persistent });
      sum.failures.push(...never.map((what) => `${order.subject}, on a disk that is well: ${what}`));
      if (!persistent) sum.calls += kinds.length;
      for (const at of chosen(kinds, chance)) {
        const { wrong, failed, ms } = await tryOnce(attempt, { fault, at, persistent });
        if (failed === 0) continue; // this time it made fewer calls
        sum.tries += 1;
        sum.slowestMs = Math.max(sum.slowestMs, ms);
        sum.failures.push(
          ...wrong.map((what) => `${nameOf(fault, at, persistent)} (${kinds[at - 1]}): ${what}`),
        );
        if (sum.failures.length > ENOUGH) return sum;
      }
    }
  return sum;
}

function nameOf(fault: Fault, at: number, persistent: boolean): string {
  return `${order.subject}, ${fault} at call ${at}${persistent ? ' and on' : ''}`;
}

async function tryOnce(
  attempt: Subject['attempt'],
  told: { fault: Fault; at: number; persistent: boolean },
): Promise<{ wrong: readonly string[]; failed: number; kinds: Kinds; ms: number }> {
  let seen: { failed: number; kinds: Kinds } = { failed: 0, kinds: '' };
  let ms = 0;
  const working = attempt(async (work) => {
    const started = performance.now();
    control.arm(told);
    const ended = await settled(work);
    seen = control.disarm();
    ms = performance.now() - started;
    return { ...ended, fault: told.fault, failed: seen.failed, ms };
  });
  // The disk is well by now: whatever is thrown is a try that has left something behind.
  const wrong = await working.catch((error: unknown) => [`cannot go on: ${String(error)}`]);
  return { wrong, ms, ...seen };
}

async function settled<T>(work: () => T | Promise<T>) {
  try {
    return { ended: 'well', value: await work() } as const;
  } catch (error) {
    return { ended: 'badly', error } as const;
  }
}

/**
 * The calls to be tried: those that are no plain reads and writes, and where a run of these begins and ends, first;
 * then any others, drawn.
 */
function chosen(kinds: Kinds, chance: () => number): number[] {
  const plain = (at: number) => kinds[at] === 'w' || kinds[at] === 'r';
  const inside = (at: number) => plain(at) && plain(at - 1) && plain(at + 1);
  const drawn = Array.from(kinds, (_, at) => ({ at, rank: chance() + (inside(at) ? 1 : 0) }));
  return drawn
    .sort((a, b) => a.rank - b.rank)
    .slice(0, order.most ?? kinds.length)
    .map(({ at }) => at + 1)
    .sort((a, b) => a - b);
}
