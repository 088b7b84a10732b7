import { useLocale } from './store-context';

/** The first of them was a Monday. */
const A_WEEK = '2024-01-0';

/** `周三` / `Wed`, or `星期三` / `Wednesday`, for each ISO weekday. */
export function useWeekdays(
  length: 'short' | 'long',
): readonly { readonly day: number; readonly word: string }[] {
  const locale = useLocale() === 'en' ? 'en-GB' : 'zh-CN';
  const format = new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' });
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    day,
    word: format.format(Date.parse(`${A_WEEK}${day}T12:00:00Z`)),
  }));
}
