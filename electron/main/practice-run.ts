import { again, type Course, take } from '../../db/domain/practice/course';
import type { Cast } from '../../db/domain/practice/doings';
import { EXERCISES, type Exercise } from '../../db/domain/practice/exercises';
import type { Instant } from '../../db/domain/units';
import type { Shop } from './shop';

/** One walk through the exercises, in the practice store that was made for it. */
export interface Run {
  readonly shop: Shop;
  readonly cast: Cast;
  readonly since: Instant;
  readonly course: Course;
  readonly readAt: Instant | null;
}

/** Which exercise is in hand since when: in memory only, as the practice store is gone with the program. */
export class PracticeRun {
  private run: Run | undefined;

  begin(shop: Shop, cast: Cast, now: Instant): void {
    this.run = { shop, cast, since: now, course: take([], EXERCISES[0], now), readAt: null };
  }

  /** Undefined where another store is open, or none. */
  of(shop: Shop | undefined): Run | undefined {
    return this.run !== undefined && this.run.shop === shop ? this.run : undefined;
  }

  /** False outside of practice. */
  take(shop: Shop | undefined, exercise: Exercise, now: Instant): boolean {
    return this.change(shop, ({ course }) => ({ course: take(course, exercise, now) }));
  }

  again(shop: Shop | undefined, exercise: Exercise, now: Instant): boolean {
    return this.change(shop, ({ course, readAt }) => ({
      course: again(course, exercise, now),
      readAt: exercise === 'leaving' ? null : readAt,
    }));
  }

  haveRead(shop: Shop | undefined, now: Instant): boolean {
    return this.change(shop, ({ readAt }) => ({ readAt: readAt ?? now }));
  }

  private change(shop: Shop | undefined, by: (run: Run) => Partial<Run>): boolean {
    const run = this.of(shop);
    if (run !== undefined) this.run = { ...run, ...by(run) };
    return run !== undefined;
  }
}
