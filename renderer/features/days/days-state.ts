import type { BusinessDate } from '@domain/units';
import { create } from 'zustand';

/** A day as it stands, or one close of it. */
export type Shown =
  | { readonly kind: 'day'; readonly date: BusinessDate }
  | { readonly kind: 'close'; readonly closeId: string };

/** Null: today. It is still there after a look at the counter. */
export const useDays = create<{ readonly shown: Shown | null }>(() => ({ shown: null }));

export const showDay = (shown: Shown | null): void => useDays.setState({ shown });

export const keyOf = (shown: Shown): string =>
  shown.kind === 'day' ? `day ${shown.date}` : `close ${shown.closeId}`;
