import type { StoreCalendar } from '../../domain/calendar/business-day';
import { drawnToControl } from '../../domain/care/lot';
import type { TaskKind } from '../../domain/care/task';
import type { CareRules } from '../../domain/settings/shop-rules';
import type { BusinessDate } from '../../domain/units';
import type { Stamp } from '../../points/stamp';
import { prepared } from '../../prepared';
import type { Tx } from '../../schema';
import { addTasks, type TaskDraft } from '../commands';
import { consentNow } from '../reachable';
import { hasDied } from '../win-back';

/** The morning for which tasks are made. */
export interface Morning {
  readonly today: BusinessDate;
  readonly calendar: StoreCalendar;
  readonly rules: CareRules;
}

/** Whoever tasks may be made for: there, alive, and without having withdrawn the consent to their data. */
export const willing = (member: string): string => `${member}.state = 'active' and not ${hasDied(member)}
  and coalesce(${consentNow(member, 'personal_data')}, 'given') = 'given'`;

/** An offer that nobody may make is no task: only who wants to hear of offers is proposed for one. */
export const HEARS_OFFERS = `coalesce(${consentNow('m', 'marketing')}, '') = 'given'`;

/** True in SQL for member `m` while the task of this kind for the occasion asked was not made: nothing is drafted twice. */
export const notYetMade = (kind: TaskKind): string =>
  `not exists (select 1 from care_task where member_id = m.id and kind = '${kind}' and occasion = +?)`;

/** A candidate; `at` grows within its slice, so that the next chunk knows where to go on. */
export interface Candidate {
  readonly at: number;
}

/** One place in an index where candidates lie, mostly a day, and what all of them have in common. */
export interface Slice<About> {
  /** The values of `sql` before the number and the limit. */
  readonly asked: readonly (string | number)[];
  readonly about: About;
}

/**
 * Where the tasks of a kind come from. `sql` reads the next candidates of a slice, those behind a number
 * and in the order of their numbers, so many at most.
 */
interface SourceOf<Row extends Candidate, About> {
  readonly kinds: readonly TaskKind[];
  readonly slices: (morning: Morning, tx: Tx) => readonly Slice<About>[];
  readonly sql: string;
  /** Candidates of one transaction, where `draft` asks for more than they bring along. */
  readonly atOnce?: number;
  readonly draft: (row: Row, about: About, morning: Morning, tx: Tx) => TaskDraft | null;
}
export type Source = SourceOf<Candidate, unknown>;

/** Joins what belongs together: `sql` selects a `Row`. Nothing but its tests can check that it does. */
export const source = <Row extends Candidate, About>(of: SourceOf<Row, About>): Source =>
  of as unknown as Source; // rows and slices are read by the source that made them, and by nothing else

/** Where a morning's work on one source stands; kept in memory only: begun anew it makes nothing twice. */
interface Place {
  readonly slices: readonly Slice<unknown>[];
  slice: number;
  after: number;
}

/** One transaction looks into further slices until so many milliseconds have passed: most of them are empty. */
const SLICES_MS = 4;

/**
 * Makes what the sources ask for, source by source: each call is one short transaction's work. Answers how
 * many tasks were made, and whether that was all.
 */
export function generation(sources: readonly Source[], morning: Morning, most: number) {
  const due = sources.filter(({ kinds }) => kinds.some((kind) => !morning.rules.off.includes(kind)));
  let current = 0;
  let place: Place | undefined;
  return (tx: Tx, stamp: Stamp): { made: number; done: boolean } => {
    const source = due[current];
    if (source === undefined) return { made: 0, done: true };
    place ??= { slices: source.slices(morning, tx), slice: 0, after: 0 };
    const drafts = nextDrafts(tx, source, place, morning, most);
    const made = addTasks(tx, drafts.filter(isOn(morning.rules)).map(byLot(morning.rules)), stamp).length;
    if (place.slice >= place.slices.length) {
      current += 1;
      place = undefined;
    }
    return { made, done: current >= due.length };
  };
}

function nextDrafts(tx: Tx, source: Source, place: Place, morning: Morning, most: number): TaskDraft[] {
  const drafts: TaskDraft[] = [];
  const ask = prepared<Candidate>(tx, source.sql);
  const begun = performance.now();
  let left = source.atOnce ?? most;
  while (left > 0 && performance.now() - begun < SLICES_MS) {
    const slice = place.slices[place.slice];
    if (slice === undefined) break;
    const found = ask.all(...slice.asked, place.after, left);
    for (const row of found) {
      const draft = source.draft(row, slice.about, morning, tx);
      if (draft !== null) drafts.push(draft);
    }
    const last = found.at(-1);
    if (last === undefined || found.length < left) {
      place.slice += 1;
      place.after = 0;
    } else place.after = last.at;
    left -= found.length;
  }
  return drafts;
}

const isOn =
  ({ off }: CareRules) =>
  ({ kind }: TaskDraft) =>
    !off.includes(kind);

const byLot =
  ({ controlPercent }: CareRules) =>
  (draft: TaskDraft): TaskDraft =>
    drawnToControl(draft, controlPercent) ? { ...draft, state: 'control' } : draft;
