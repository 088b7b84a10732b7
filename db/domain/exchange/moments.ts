import { addDays, type StoreCalendar, startOf } from '../calendar/business-day';
import { type BusinessDate, DAY_MS, type Instant, instant } from '../units';

export interface Moment {
  readonly at: Instant;
  readonly businessDate: BusinessDate;
}

const KEPT_DAYS = 4000;

/**
 * Dates and times of a file as instants of the store's zone. A purchase without a time stands at the
 * beginning of its business day; one at 02:00 belongs to the day before in a shop whose day begins later.
 */
export class Moments {
  private readonly midnights = new Map<BusinessDate, { start: Instant; plain: boolean; opens: Instant }>();

  constructor(private readonly calendar: StoreCalendar) {}

  of(date: BusinessDate, minutes: number | null): Moment {
    const day = this.day(date);
    if (minutes === null) return { at: day.opens, businessDate: date };
    const early = minutes < this.calendar.dayStartHour * 60;
    return { at: this.timeOn(date, minutes), businessDate: early ? addDays(date, -1) : date };
  }

  private timeOn(date: BusinessDate, minutes: number): Instant {
    const { start, plain } = this.day(date);
    if (plain) return instant(start + minutes * 60_000);
    // The clocks change on this day: the calendar says where each hour lies.
    const hour = startOf(date, { zone: this.calendar.zone, dayStartHour: Math.floor(minutes / 60) });
    return instant(hour + (minutes % 60) * 60_000);
  }

  /** Asking the calendar costs more than a row may: each day is asked once. */
  private day(date: BusinessDate): { start: Instant; plain: boolean; opens: Instant } {
    const known = this.midnights.get(date);
    if (known !== undefined) return known;
    const midnight = { zone: this.calendar.zone, dayStartHour: 0 };
    const start = startOf(date, midnight);
    const plain = startOf(addDays(date, 1), midnight) - start === DAY_MS;
    const found = { start, plain, opens: startOf(date, this.calendar) };
    if (this.midnights.size >= KEPT_DAYS) this.midnights.clear();
    this.midnights.set(date, found);
    return found;
  }
}
