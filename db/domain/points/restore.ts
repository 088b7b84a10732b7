import { addDays } from '../calendar/business-day';
import type { PointsRules } from '../settings/shop-rules';
import { type BusinessDate, type Points, points } from '../units';
import { type EntryDraft, entries, hasLapsed, type Lot, type MoveDraft } from './ledger';

/** Points that a redemption took out of one lot, in the order of use. */
export interface Use {
  readonly lot: Lot;
  readonly points: Points;
}

/**
 * Brings spent points back to their own lots, the last used first. Where the lot has lapsed meanwhile
 * they come back as a new lot that lives a few days more and names the one it revives.
 * `before` is what earlier refunds of the same sale have brought back.
 */
export function decideRestore(asked: {
  readonly uses: readonly Use[];
  readonly before: Points;
  readonly restored: Points;
  readonly today: BusinessDate;
  readonly rules: Pick<PointsRules, 'restoredLotDays'>;
  readonly newId: () => string;
}): EntryDraft[] {
  const moves: MoveDraft[] = [];
  let skip: number = asked.before;
  let left: number = asked.restored;
  for (const use of [...asked.uses].reverse()) {
    const skipped = Math.min(skip, use.points);
    skip -= skipped;
    const back = points(Math.min(left, use.points - skipped));
    if (back === 0) continue;
    left -= back;
    moves.push(
      hasLapsed(use.lot, asked.today)
        ? { to: 'new_lot', lot: revived(use.lot, asked), points: back }
        : { to: 'lot', lotId: use.lot.id, points: back },
    );
  }
  return entries('restore', moves);
}

function revived(lot: Lot, asked: Parameters<typeof decideRestore>[0]) {
  const lastDay = addDays(asked.today, asked.rules.restoredLotDays);
  return { id: asked.newId(), earnedOn: lot.earnedOn, lastDay, revivesId: lot.id };
}
