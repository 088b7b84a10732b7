import { decideEarn } from '../points/earn';
import { decideExpire } from '../points/expire';
import { after, type EntryDraft, type Holdings, hasLapsed, NOTHING_HELD } from '../points/ledger';
import type { BusinessDate, Points } from '../units';

export interface Credit {
  readonly kind: 'earn' | 'opening';
  readonly points: Points;
  readonly earnedOn: BusinessDate;
  readonly lastDay: BusinessDate | null;
}

/**
 * The entries of points that come with an import. What had lapsed before it came gets its expiry at
 * once, and settles no debt: those points were never there to be spent.
 */
export function decideCredit(
  credit: Credit,
  holdings: Holdings,
  today: BusinessDate,
  lotId: string,
): EntryDraft[] {
  const { kind, points: earned, earnedOn, lastDay } = credit;
  if (!hasLapsed({ lastDay }, today)) return decideEarn(holdings, { kind, earned, earnedOn, lastDay, lotId });
  const arrived = decideEarn(NOTHING_HELD, { kind, earned, earnedOn, lastDay, lotId });
  return [...arrived, ...decideExpire(after(NOTHING_HELD, arrived), today)];
}
