import { useTranslation } from 'react-i18next';
import { useFormat, useLocale } from '../../lib/store-context';
import type { ComplaintDetail } from './api';

type TimelineStep = ComplaintDetail['timeline'][number];
type Due = TimelineStep['due'][number];

const MINUTE_MS = 60_000;

/** `5 小时 20 分钟` / `5 hours 20 minutes`: hours of a clock, to the minute; 48 hours and more in days where they come out even. */
export function useHoursWords(): (hours: number) => string {
  const format = useFormat();
  const locale = useLocale();
  return (hours) => {
    const minutes = Math.round(hours * 60);
    const whole = Math.floor(minutes / 60);
    const rest = minutes % 60;
    if (rest === 0 && whole >= 48 && whole % 24 === 0) return format.span(minutes * MINUTE_MS);
    return hoursAndMinutes(whole, rest, locale);
  };
}

function hoursAndMinutes(whole: number, rest: number, locale: string): string {
  const unit = (value: number, name: 'hour' | 'minute') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
  if (whole === 0) return unit(rest, 'minute');
  return rest === 0 ? unit(whole, 'hour') : `${unit(whole, 'hour')} ${unit(rest, 'minute')}`;
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
    const hours = hoursWords(due.hours);
    const span = due.storeHours ? t('due.opening', { span: hours }) : hours;
    // An answer or a result ends a pause as well: its clock goes on with what was left of it.
    const start = kind === 'logged' || kind === 'reopened' ? kind : 'resumed';
    return t(`due.${due.clock}_${start}`, { at, from, span });
  };
}
