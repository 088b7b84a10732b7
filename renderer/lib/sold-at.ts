import { businessDateOf } from '@domain/calendar/business-day';
import { hasTimeOfDay } from '@domain/calendar/known-time';
import type { Instant } from '@domain/units';
import { dateTimeWords, dateWords, fullDateTimeWords, fullDateWords, type Place } from './format';
import { useLocale, useOpenStore } from './store-context';
import { useNow } from './use-now';

/** When something was sold or given back: `5月18日 周一 14:05`, and the day alone where the till's file told no time. */
export function useSoldAt(): (at: Instant) => string {
  const place = { ...useOpenStore(), locale: useLocale() };
  const now = useNow();
  return (at) =>
    hasTimeOfDay(at, place)
      ? dateTimeWords(at, place, now)
      : dateWords(businessDateOf(at, place), place, now);
}

/** The same with its year: on paper, which outlives it. */
export const fullSoldAtWords = (at: Instant, place: Place): string =>
  hasTimeOfDay(at, place)
    ? fullDateTimeWords(at, place)
    : fullDateWords(businessDateOf(at, place), place.locale);
