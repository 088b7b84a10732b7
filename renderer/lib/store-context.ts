import type { StoreView } from '@contract/settings';
import { LOCALES, type Locale } from '@domain/locale';
import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import * as format from './format';
import { useNow } from './use-now';

export type OpenStore = Extract<StoreView, { state: 'open' }>;

export const StoreContext = createContext<OpenStore | null>(null);

/** The store that is open; only screens inside the shell may ask. */
export function useOpenStore(): OpenStore {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('no store is open here');
  return store;
}

export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return LOCALES.find((locale) => locale === i18n.language) ?? 'zh-CN';
}

/** Dates and spans in the store's zone and the person's language. */
export function useFormat() {
  const { zone, dayStartHour } = useOpenStore();
  const locale = useLocale();
  const now = useNow();
  return useMemo(() => {
    const place: format.Place = { locale, zone, dayStartHour };
    return {
      now,
      today: format.today(place, now),
      /** Of the store's wall clock, after midnight. */
      minute: format.minuteOfDay(now, place),
      date: (date: Parameters<typeof format.dateWords>[0]) => format.dateWords(date, place, now),
      dateTime: (at: Parameters<typeof format.dateTimeWords>[0]) => format.dateTimeWords(at, place, now),
      time: (at: Parameters<typeof format.timeOfDay>[0]) => format.timeOfDay(at, place),
      daysAgo: (date: Parameters<typeof format.daysAgoWords>[0]) => format.daysAgoWords(date, place, now),
      monthDay: (month: number, day: number) => format.monthDayWords(month, day, locale),
      month: (month: string) => format.monthWords(month, locale),
      span: (ms: number) => format.spanWords(ms, locale),
    };
  }, [zone, dayStartHour, locale, now]);
}
