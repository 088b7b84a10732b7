import type { QualityList } from '@domain/quality/checks';
import { create } from 'zustand';

/** What is looked at: what the score is made of, one of the lists, or the likely duplicates. */
export type Shown = 'overview' | 'duplicates' | QualityList;

/** It is still there after a look at the counter. */
export const useQuality = create<{ readonly shown: Shown }>(() => ({ shown: 'overview' }));

export const show = (shown: Shown): void => useQuality.setState({ shown });
