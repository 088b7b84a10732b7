import type { StoreCalendar } from '../../db/domain/calendar/business-day';
import type { Clock } from '../../db/domain/complaints/clocks';
import type { Locale } from '../../db/domain/locale';
import type { Instant } from '../../db/domain/units';

interface Warned {
  readonly number: number;
  readonly clock: Clock;
  readonly dueAt: Instant;
}

/** As many as a notification has lines for. */
const MOST_LINES = 4;

const WORDS = {
  'zh-CN': {
    title: (count: number) => (count === 1 ? '有一条投诉快到时限' : `有 ${count} 条投诉快到时限`),
    line: (number: number, clock: Clock, when: string) =>
      `#${number} ${when} 前${clock === 'response' ? '要回复' : '要解决'}`,
    more: (count: number) => `还有 ${count} 条`,
  },
  en: {
    title: (count: number) => (count === 1 ? 'A complaint is due soon' : `${count} complaints are due soon`),
    line: (number: number, clock: Clock, when: string) =>
      `#${number} to be ${clock === 'response' ? 'answered' : 'resolved'} by ${when}`,
    more: (count: number) => `and ${count} more`,
  },
};

/**
 * A notification may stand on a locked screen for everybody to read: it names the number, what is due
 * and when, and no customer.
 */
export function warningWords(
  warned: readonly Warned[],
  { now, calendar, locale }: { now: Instant; calendar: StoreCalendar; locale: Locale },
): { title: string; body: string } {
  const words = WORDS[locale];
  const when = momentsIn(calendar.zone, locale, now);
  const lines = warned
    .slice(0, MOST_LINES)
    .map(({ number, clock, dueAt }) => words.line(number, clock, when(dueAt)));
  const more = warned.length - lines.length;
  return {
    title: words.title(warned.length),
    body: [...lines, ...(more > 0 ? [words.more(more)] : [])].join('\n'),
  };
}

/** The time of day, with its date unless it is today. */
function momentsIn(timeZone: string, locale: Locale, now: Instant): (at: Instant) => string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const time = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const date = new Intl.DateTimeFormat(locale, { timeZone, month: 'short', day: 'numeric' });
  return (at) =>
    day.format(at) === day.format(now) ? time.format(at) : `${date.format(at)} ${time.format(at)}`;
}
