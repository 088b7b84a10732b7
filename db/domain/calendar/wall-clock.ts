import { Temporal } from 'temporal-polyfill';
import { DAY_MS, type Instant } from '../units';

const HOUR_MS = 3_600_000;

/** The hour (0-23) that a clock on the wall shows in a zone, for very many moments. */
export function wallHourIn(zone: string): (at: Instant) => number {
  const local = wallMsIn(zone);
  return (at) => Math.floor((((local(at) % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS);
}

/** `2026-05-18 14:05`: what calendar and clock on the wall show in a zone, as every spreadsheet reads it. */
export function wallTimeIn(zone: string): (at: Instant) => string {
  const local = wallMsIn(zone);
  return (at) => new Date(local(at)).toISOString().slice(0, 16).replace('T', ' ');
}

/**
 * Milliseconds since 1970 as the wall counts them. The zone's offset is asked once for each day of UTC,
 * and moment by moment only on a day on which the clocks are changed.
 */
function wallMsIn(zone: string): (at: Instant) => number {
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
  return (at) => at + (offsetOf(Math.floor(at / DAY_MS)) ?? offsetAt(at));
}
