import { endOfMonthAfter } from '@domain/calendar/business-day';
import type { LotWhy } from './api';

/** What has set the last day of a lot. */
export type LapseCause = 'never' | 'revived' | 'months' | 'own_date';

/** The rule by which a lot lapses when it does; a date that no rule gives came with the points (an opening balance). */
export function lapseCause({
  lastDay,
  revived,
  earnedOn,
  expiryMonths,
}: Pick<LotWhy, 'lastDay' | 'revived' | 'earnedOn' | 'expiryMonths'>): LapseCause {
  if (lastDay === null) return 'never';
  if (revived) return 'revived';
  const byRule = expiryMonths > 0 && endOfMonthAfter(earnedOn, expiryMonths) === lastDay;
  return byRule ? 'months' : 'own_date';
}
