import { addDays, startOf } from '../domain/calendar/business-day';
import { dayNumber } from '../domain/members/rank';
import { type BusinessDate, type Instant, instant } from '../domain/units';
import { DAYS } from './person';

export interface Day {
  readonly index: number;
  readonly date: BusinessDate;
  /** 0 = Sunday. */
  readonly weekday: number;
  /** 1-12. */
  readonly month: number;
  /** The instant so many minutes after the day's beginning. */
  readonly at: (minute: number) => Instant;
}

/** The story's days in the store's zone, `today` the last; the shop's days begin at midnight. */
export function daysUpTo(today: BusinessDate, zone: string): Day[] {
  return Array.from({ length: DAYS }, (_, index) => {
    const date = addDays(today, index - DAYS + 1);
    const midnight = startOf(date, { zone, dayStartHour: 0 });
    return {
      index,
      date,
      weekday: (dayNumber(date) + 4) % 7,
      month: Number(date.slice(5, 7)),
      at: (minute) => instant(midnight + Math.round(minute * 60_000)),
    };
  });
}
