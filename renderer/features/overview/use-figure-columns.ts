import type { Period } from '@domain/calendar/period';
import type { BusinessDate } from '@domain/units';
import { useTranslation } from 'react-i18next';
import { periodOf } from '../../lib/periods';
import { useFormat } from '../../lib/store-context';
import { type Figures, type FiguresOf, useFigures, useToday } from './api';

/** One stretch of days with what it is compared with. */
export interface FigureColumn {
  readonly id: 'today' | 'month' | 'period';
  readonly name: string;
  readonly days: string;
  /** What it is compared with. */
  readonly beforeName: string;
  readonly period: Period;
  readonly now: Figures;
  readonly before: Figures;
}

/** Today, this month, and the period where it is another one: as far as each has come, and what is still awaited. */
export function useFigureColumns(period: Period) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const thisMonth = periodOf('month', format.today);
  const isMonth = period.from === thisMonth.from && period.to === thisMonth.to;
  const [today, month, chosen] = [useToday(), useFigures(thisMonth), useFigures(period)];
  /** Without its weekday, so that three columns fit beside each other; of another year with it. */
  const short = (day: BusinessDate) =>
    day.slice(0, 4) === format.today.slice(0, 4)
      ? format.monthDay(Number(day.slice(5, 7)), Number(day.slice(8)))
      : format.date(day);
  const days = ({ from, to }: Period) =>
    from === to ? format.date(from) : t('days', { from: short(from), to: short(to) });
  const columnOf = (
    id: 'month' | 'period',
    { period: of, compared, now, before }: FiguresOf,
  ): FigureColumn => ({
    ...{ id, name: t(`column.${id}`), days: days(of), period: of, now, before },
    beforeName: t(`compared.${compared.how}`, { days: days(compared) }),
  });
  const columns: FigureColumn[] = [];
  if (today.data !== undefined) {
    const { day, until, now, before } = today.data;
    columns.push({
      ...{ id: 'today', name: t('column.today'), period: { from: day, to: day }, now, before },
      days: t('upTo', { time: format.time(until) }),
      beforeName: t('compared.week_ago', { days: format.date(today.data.comparedWith) }),
    });
  }
  if (month.data !== undefined) columns.push(columnOf('month', month.data));
  if (!isMonth && chosen.data !== undefined) columns.push(columnOf('period', chosen.data));
  return { columns, reads: isMonth ? [today, month] : [today, month, chosen] };
}
