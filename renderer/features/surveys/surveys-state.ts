import { create } from 'zustand';
import type { ChosenPeriod } from '../../ui/period-choice';

/** In their order on the screen. */
export const PARTS = ['results', 'answers', 'ranking', 'changes'] as const;
export type Part = (typeof PARTS)[number];

interface SurveysState {
  readonly part: Part;
  readonly period: ChosenPeriod;
  /** The figures behind the trend, in its place. */
  readonly asTable: boolean;
  /** Only answers that ask for a complaint: these are what one comes to look at. */
  readonly lowOnly: boolean;
}

/** Where one was, and of which days: it is still there after a look at the counter. */
export const useSurveys = create<SurveysState>(() => ({
  part: 'results',
  period: { span: 'days90' },
  asTable: false,
  lowOnly: true,
}));

export const show = (part: Part): void => useSurveys.setState({ part });
export const choosePeriod = (period: ChosenPeriod): void => useSurveys.setState({ period });
export const turnTable = (): void => useSurveys.setState(({ asTable }) => ({ asTable: !asTable }));
export const turnLow = (): void => useSurveys.setState(({ lowOnly }) => ({ lowOnly: !lowOnly }));
