import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../units';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * The hour (0-23) that a clock on the store's wall shows, for very many moments: the zone's offset is
 * asked once for each day of UTC, and moment by moment only on a day on which the clocks are changed.
 */
export function wallHourIn(zone: string): (at: Instant) => number {
  const offsets = new Map<number, number | null>();
  const offsetAt = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
  const offsetOf = (day: number) => {
    const known = offsets.get(day);
    if (known !== undefined) return known;
    const [start, end] = [offsetAt(day * DAY_MS), offsetAt((day + 1) * DAY_MS)];
    const offset = start === end ? start : null;
    offsets.set(day, offset);
    return offset;
  };
  return (at) => {
    const local = at + (offsetOf(Math.floor(at / DAY_MS)) ?? offsetAt(at));
    return Math.floor((((local % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS);
  };
}
