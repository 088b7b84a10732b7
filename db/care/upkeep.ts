import type { DropCause } from '../domain/care/task';
import type { Stamp } from '../points/stamp';
import { prepared } from '../prepared';
import { readIn } from '../reading';
import type { Tx } from '../schema';
import { endTasks, reopenTasks } from './commands';
import { openTasksAfter, type Task } from './open-tasks';

/** Lapsed with a clock that was ahead: their last day is still to come, and they ended later than now. */
const LAPSED_TOO_SOON = `select id from care_task where ended_at > +? and state = 'lapsed' and last_day >= +?`;

/**
 * Each morning's look at every open task, so many behind a number at a time: what has lost its reason is
 * dropped, what is over lapses, or is done if somebody was contacted. Answers where to go on; null = at the end.
 */
export function tidyTasks(
  tx: Tx,
  after: number,
  most: number,
  stamp: Stamp,
): { ended: number; next: number | null } {
  if (after === 0) reopenTooSoon(tx, stamp);
  const tasks = readIn(tx, openTasksAfter(after, most));
  const over = tasks.filter((task) => task.lost === null && task.lastDay < stamp.today);
  const idsOf = (some: readonly Task[]) => some.map(({ id }) => id);
  endTasks(tx, idsOf(over.filter(({ contacted }) => contacted)), { state: 'done' }, stamp);
  endTasks(tx, idsOf(over.filter(({ contacted }) => !contacted)), { state: 'lapsed' }, stamp);
  const lost = tasks.filter(({ lost }) => lost !== null);
  for (const because of new Set(lost.map((task) => task.lost)))
    if (because !== null)
      drop(
        tx,
        lost.filter((task) => task.lost === because),
        because,
        stamp,
      );
  const last = tasks.at(-1);
  return {
    ended: over.length + lost.length,
    next: last === undefined || tasks.length < most ? null : last.seq,
  };
}

function drop(tx: Tx, tasks: readonly Task[], because: DropCause, stamp: Stamp): void {
  endTasks(
    tx,
    tasks.map(({ id }) => id),
    { state: 'dropped', because },
    stamp,
  );
}

function reopenTooSoon(tx: Tx, { now, today }: Stamp): void {
  const found = prepared<{ id: string }>(tx, LAPSED_TOO_SOON).all(now, today);
  reopenTasks(
    tx,
    found.map(({ id }) => id),
    'lapsed',
  );
}
