import type { Period } from '../domain/calendar/period';
import { comparedWith, soFar, toldBy } from '../domain/overview/compared';
import { besideBefore, bySeller, figuresOf, seriesOf, weekBefore } from '../domain/overview/figures';
import { type BusinessDate, type Instant, instant } from '../domain/units';
import type { Reader } from '../schema';
import { countsIn, type Span, takingsIn } from './takings';

const WEEK_MS = 7 * 86_400_000;

/** The day as far as it has come, beside the same weekday a week ago up to the same time; reads the bills of those two days. */
export async function todaysFigures(db: Reader, { today, now }: { today: BusinessDate; now: Instant }) {
  const weekAgo = weekBefore(today);
  const of = async (span: Span) => figuresOf(await takingsIn(db, span), await countsIn(db, span));
  return {
    day: today,
    comparedWith: weekAgo,
    until: now,
    now: await of({ from: today, to: today, until: now }),
    before: await of({ from: weekAgo, to: weekAgo, until: instant(now - WEEK_MS) }),
  };
}

/**
 * A period as far as it is over, beside what it is compared with: its figures, both step by step, and who
 * sold what. Reads every bill of both once: see `LongReads`.
 */
export async function figuresIn(db: Reader, { today, ...asked }: Period & { readonly today: BusinessDate }) {
  const period = soFar(asked, today);
  const compared = comparedWith(period);
  const [now, before] = [await takingsIn(db, period), await takingsIn(db, compared)];
  const by = toldBy(period);
  const names = new Map(
    (await db.selectFrom('staff').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]),
  );
  return {
    period,
    compared,
    now: figuresOf(now, await countsIn(db, period)),
    before: figuresOf(before, await countsIn(db, compared)),
    by,
    series: besideBefore(seriesOf(now, period, by), seriesOf(before, compared, by)),
    staff: bySeller(now).map((one) => ({
      ...one,
      name: one.staffId === null ? null : (names.get(one.staffId) ?? null),
    })),
  };
}
