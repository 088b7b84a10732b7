import { decideCredit } from '../exchange/credits';
import { lotLastDay } from '../points/earn';
import { after, type EntryDraft, type Holdings, sumOf, usableOf } from '../points/ledger';
import type { Buyer } from '../purchases/bill';
import { earningBaseOf, earningOf } from '../purchases/earning';
import type { Price } from '../purchases/quote';
import type { PointsRules, ShopRules } from '../settings/shop-rules';
import { type BusinessDate, type Fen, NO_FEN, NO_POINTS, type Points, points } from '../units';

/** A line of a till's receipt: it earns, and whether it stood at full price the till has dealt with. */
export interface TillLine {
  readonly product: string;
  readonly quantityMilli: number;
  readonly amount: Fen;
  readonly earns: true;
  readonly fullPrice: true;
}

/**
 * The bill of a receipt that a till has settled: `paid` is what it says, nothing is taken off once more,
 * and it earns as any bill of its day does (rules "Points", earn).
 */
export function tillPrice(asked: {
  readonly paid: Fen;
  readonly items: readonly TillLine[];
  readonly buyer: Buyer;
  /** Of the receipt's own business day. */
  readonly rules: ShopRules;
  readonly day: BusinessDate;
}): Price {
  const { paid, items, buyer, rules, day } = asked;
  const left = items.map(({ amount }) => amount);
  const base = earningBaseOf({ items, left, total: paid, pointsWorth: NO_FEN });
  const earning = earningOf(base, buyer, rules, day);
  return {
    steps: [
      { kind: 'gross', amount: paid },
      { kind: 'total', amount: paid },
      { kind: 'due', amount: paid },
    ],
    earning,
    passedOver: null,
    gross: paid,
    discount: NO_FEN,
    total: paid,
    due: paid,
    redeem: NO_POINTS,
    pointsWorth: NO_FEN,
    earningBase: earning.base,
    earned: earning.points,
    lineDiscounts: items.map(() => NO_FEN),
    couponIds: [],
  };
}

/**
 * A till's receipt in the ledger: its points are of its own day and lapse by it, however late the file
 * comes; what they settle of a debt is settled today.
 */
export function decideTillSale(asked: {
  readonly earned: Points;
  /** With lapsed lots swept. */
  readonly holdings: Holdings;
  readonly rules: PointsRules;
  readonly day: BusinessDate;
  readonly today: BusinessDate;
  readonly lotId: string;
}): { readonly drafts: EntryDraft[]; readonly debtSettled: Points; readonly balance: Points } {
  const { earned, holdings, day, today, lotId } = asked;
  const credit = {
    kind: 'earn' as const,
    points: earned,
    earnedOn: day,
    lastDay: lotLastDay(day, asked.rules),
  };
  const drafts = decideCredit(credit, holdings, today, lotId);
  const settled = drafts
    .filter((draft) => draft.kind === 'settle')
    .flatMap((draft) => draft.moves)
    .filter((move) => move.to === 'debt');
  return { drafts, debtSettled: points(sumOf(settled)), balance: usableOf(after(holdings, drafts), today) };
}
