import { create } from 'zustand';
import type { ChosenPeriod } from '../../ui/period-choice';

interface StatisticsView {
  readonly period: ChosenPeriod;
  /** The figures behind the charts, in their place. */
  readonly asTable: boolean;
}

/** What one looked at is still there after a look at the board. */
export const useStatisticsView = create<StatisticsView>(() => ({
  period: { span: 'days90' },
  asTable: false,
}));

export const turnTable = (): void => useStatisticsView.setState(({ asTable }) => ({ asTable: !asTable }));
export const choosePeriod = (period: ChosenPeriod): void => useStatisticsView.setState({ period });
