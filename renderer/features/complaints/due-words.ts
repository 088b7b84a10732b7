import { useTranslation } from 'react-i18next';
import { unitWords } from '../../lib/format';
import { useFormat, useLocale } from '../../lib/store-context';
import type { ComplaintDetail } from './api';

type TimelineStep = ComplaintDetail['timeline'][number];
type Due = TimelineStep['due'][number];

const DAY_H = 24;

/**
 * `5 小时 20 分钟` / `5 hours 20 minutes`: what a clock gives or has left, to the minute. From two days on
 * in days, but never of opening hours: seven days of them are no week.
 */
export function useHoursWords(): (hours: number, storeHours: boolean) => string {
  const { t } = useTranslation('complaints');
  const locale = useLocale();
  return (hours, storeHours) => {
    const minutes = Math.round(hours * 60);
    const whole = Math.floor(minutes / 60);
    const inDays = !storeHours && whole >= 2 * DAY_H;
    const parts = [
      { unit: 'day' as const, value: inDays ? Math.floor(whole / DAY_H) : 0 },
      { unit: 'hour' as const, value: inDays ? whole % DAY_H : whole },
      { unit: 'minute' as const, value: minutes % 60 },
    ].filter(({ value }) => value > 0);
    const span = (parts.length > 0 ? parts : [{ unit: 'minute' as const, value: 0 }])
      .map(({ unit, value }) => unitWords(value, unit, locale))
      .join(' ');
    return storeHours ? t('due.opening', { span }) : span;
  };
}

/**
 * Why a due time is what it is (S68-S70): "answer by Mon 18 May 14:05: received Sun 17 May 14:05 +
 * 24 opening hours", or "5 hours 20 minutes were left when it was paused".
 */
export function useDueWords(): (due: Due, kind: TimelineStep['kind']) => string {
  const { t } = useTranslation('complaints');
  const format = useFormat();
  const hoursWords = useHoursWords();
  return (due, kind) => {
    const at = format.dateTime(due.at);
    const from = format.dateTime(due.from);
    const span = hoursWords(due.hours, due.storeHours);
    // An answer or a result ends a pause as well: its clock goes on with what was left of it.
    const start = kind === 'logged' || kind === 'reopened' ? kind : 'resumed';
    return t(`due.${due.clock}_${start}`, { at, from, span });
  };
}
