import { create } from 'zustand';
import type { ChosenPeriod } from '../../ui/period-choice';

/** Of which days one speaks: it is still there after a look at the counter. */
export const useOverview = create<{ readonly period: ChosenPeriod }>(() => ({ period: { span: 'month' } }));

export const choosePeriod = (period: ChosenPeriod): void => useOverview.setState({ period });
