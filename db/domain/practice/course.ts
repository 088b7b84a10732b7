import type { Instant } from '../units';
import type { Doings } from './doings';
import type { Exercise } from './exercises';

/** A stretch of time in which an exercise was in hand; it ends when another is taken. */
export interface Stretch {
  readonly exercise: Exercise;
  readonly from: Instant;
  /** Not included; null = it goes on. */
  readonly to: Instant | null;
}

/** What was in hand when, oldest first; the last one is in hand now. */
export type Course = readonly Stretch[];

/** Another exercise is taken up; taking up the one in hand changes nothing. */
export function take(course: Course, exercise: Exercise, now: Instant): Course {
  const last = course.at(-1);
  if (last?.exercise === exercise) return course;
  return [...ended(course, now), { exercise, from: now, to: null }];
}

/** The same exercise from its beginning: what was done for it before does not count any more. */
export function again(course: Course, exercise: Exercise, now: Instant): Course {
  const others = ended(course, now).filter((stretch) => stretch.exercise !== exercise);
  return [...others, { exercise, from: now, to: null }];
}

const ended = (course: Course, now: Instant): Course =>
  course.map((stretch) => (stretch.to === null ? { ...stretch, to: now } : stretch));

export const inHand = (course: Course): Exercise | undefined => course.at(-1)?.exercise;

const stretchesOf = (course: Course, exercise: Exercise): Course =>
  course.filter((stretch) => stretch.exercise === exercise);

/** What was done while the exercise was in hand. */
export function doneDuring(course: Course, exercise: Exercise, doings: Doings): Doings {
  const stretches = stretchesOf(course, exercise);
  const during = (at: Instant | null) =>
    at !== null && stretches.some(({ from, to }) => from <= at && (to === null || at < to));
  const kept = <Doing extends { readonly at: Instant }>(some: readonly Doing[]) =>
    some.filter(({ at }) => during(at));
  return {
    signedUp: kept(doings.signedUp),
    tagged: kept(doings.tagged),
    sold: kept(doings.sold),
    refunded: kept(doings.refunded),
    handedOver: kept(doings.handedOver),
    // Of a complaint that was there before, what was done about it counts.
    complained: doings.complained.filter(
      ({ receivedAt, resolvedAt }) => during(receivedAt) || during(resolvedAt),
    ),
    contacted: kept(doings.contacted),
    answered: kept(doings.answered),
    closed: kept(doings.closed),
  };
}

/** Milliseconds for which an exercise was in hand, until it was done; null = it never was. */
export function timeTaken(course: Course, exercise: Exercise, until: Instant): number | null {
  const stretches = stretchesOf(course, exercise);
  if (stretches.length === 0) return null;
  return stretches.reduce((sum, { from, to }) => {
    const end = Math.min(to ?? until, until);
    return sum + Math.max(0, end - from);
  }, 0);
}
