import { decideClawBack, decideWriteOff } from '../points/claw-back';
import { decideSettle } from '../points/earn';
import { decideExpire } from '../points/expire';
import { after, type EntryDraft, type Holdings, sumOf, usableOf } from '../points/ledger';
import { decideRestore, type Use } from '../points/restore';
import { ceilShare, floorShare } from '../points/share';
import { type NoParams, type Refusal, refuse } from '../refusal';
import type { PointsRules } from '../settings/shop-rules';
import { type BusinessDate, type Fen, fen, type Points, points } from '../units';
import { worthOf } from './redemption';

/** A recorded sale as far as a refund is concerned: what it was, and what earlier refunds have done. */
export interface RefundableSale {
  /** After discounts, before points. */
  readonly total: Fen;
  readonly pointsWorth: Fen;
  readonly redeemed: Points;
  readonly earned: Points;
  readonly businessDate: BusinessDate;
  readonly refunded: Fen;
  /** It has gone back as a whole; of a bill that coupons paid alone the sums do not say so. */
  readonly returned: boolean;
  readonly restored: Points;
  /** Earned points taken back so far, owed and forgiven ones included. */
  readonly takenBack: Points;
  /** Earned points that lapsed unused in the sale's own lots. */
  readonly lapsed: Points;
  /** The lot the sale earned, and those that have revived it. */
  readonly ownLots: ReadonlySet<string>;
  /** Lots that the points spent on it came from, in the order of use. */
  readonly uses: readonly Use[];
  /** Its own entries, for the reversal. */
  readonly entryIds: { readonly earn: string | null; readonly redeem: string | null };
}

/** What to do about earned points that are no longer there. */
export type Shortfall = 'debt' | 'reduce_refund' | 'write_off';

/** What a refund does to money and points; coupons and level have rules of their own. */
export interface RefundEffect {
  readonly moneyBack: Fen;
  readonly pointsRestored: Points;
  readonly revived: { readonly points: Points; readonly lastDay: BusinessDate } | null;
  readonly pointsTakenBack: Points;
  readonly pointsLapsed: Points;
  readonly shortfall: Points;
  readonly debt: Points;
  readonly writtenOff: Points;
  readonly reducedBy: Fen;
  readonly balanceAfter: Points;
}

export interface Refund {
  /** `part` leaves something of the bill; after the others it has gone back as a whole. */
  readonly kind: 'part' | 'all' | 'undo';
  readonly amount: Fen;
  /** Worth of the points that come back: amount = money back + reduced by + this. */
  readonly pointsWorth: Fen;
  readonly effect: RefundEffect;
  readonly drafts: readonly EntryDraft[];
}

export type RefundRefusal =
  | Refusal<'nothing_left', NoParams>
  | Refusal<'amount_needed', NoParams>
  | Refusal<'above_remaining', { remaining: Fen }>
  | Refusal<'reduction_too_large', { moneyBack: Fen; needed: Fen }>;

interface Reckoned {
  readonly sale: RefundableSale;
  readonly holdings: Holdings;
  readonly today: BusinessDate;
  readonly rules: PointsRules;
  readonly newId: () => string;
}

interface Asked extends Reckoned {
  readonly amount: Fen;
  readonly shortfall: Shortfall;
}

/** Kept in the write-off entry when the refund's money paid for the missing points. */
export const REDUCED_REFUND = 'reduced_refund';

/**
 * Takes `amount` of a bill's total back. Everything is reckoned from what has been refunded in all,
 * before and after: two 20 % refunds do what one of 40 % does, and the last one closes to the fen.
 * A bill that coupons paid alone goes back as a whole, with an amount of nothing.
 *
 * Money and worth of points go back in the bill's own proportion; spent points return to their lots
 * (rounded up to a whole point), earned ones are taken back (rounded down). Earned points that have
 * lapsed unused are gone already and are not asked for again. Source: rules "Points", refund.
 */
export function decideRefund(asked: Asked): Refund | RefundRefusal {
  const { sale, amount } = asked;
  const remaining = fen(sale.total - sale.refunded);
  if (sale.returned) return refuse('nothing_left');
  if (amount === 0 && remaining > 0) return refuse('amount_needed');
  if (amount > remaining) return refuse('above_remaining', { remaining });
  const refund = reckon(asked, amount, asked.shortfall);
  const { moneyBack, reducedBy } = refund.effect;
  if (moneyBack < 0) {
    return refuse('reduction_too_large', { moneyBack: fen(moneyBack + reducedBy), needed: reducedBy });
  }
  return refund;
}

/**
 * Takes the sale just made back as a whole: the refund of everything, on its own business day, once.
 * Its entries are reversals of the sale's own, so the file itself lets it happen only once.
 */
export function decideUndo(
  asked: Reckoned,
): Refund | Refusal<'undo_too_late' | 'already_refunded', NoParams> {
  const { sale } = asked;
  if (sale.returned || sale.refunded > 0) return refuse('already_refunded');
  if (sale.businessDate !== asked.today) return refuse('undo_too_late');
  const whole = reckon(asked, sale.total, 'debt');
  return { ...whole, kind: 'undo', drafts: whole.drafts.map((draft) => reversalOf(draft, sale)) };
}

/** What taking `amount` back does; the money is negative when less goes back than is to be kept from it. */
function reckon(asked: Reckoned, amount: Fen, shortfallAs: Shortfall): Refund {
  const { sale } = asked;
  const expired = decideExpire(asked.holdings, asked.today);
  const parts = partsOf(sale, amount, lapsedIn(sale, expired));
  const swept = after(asked.holdings, expired);
  const restored = decideRestore({
    ...asked,
    uses: sale.uses,
    before: sale.restored,
    restored: parts.restored,
  });
  const full = after(
    swept,
    restored,
    sale.uses.map((use) => use.lot),
  );
  const { drafts: clawback, shortfall } = decideClawBack(full, {
    asked: parts.takenBack,
    ownLots: sale.ownLots,
  });

  const reducedBy = shortfallAs === 'reduce_refund' ? worthOf(shortfall, asked.rules) : fen(0);
  const forgiven = shortfallAs === 'debt' ? [] : decideWriteOff(shortfall, reasonFor(shortfallAs));
  const short = after(full, [...clawback, ...forgiven]);
  const settled = decideSettle(short);
  const revived = restored.flatMap((draft) => draft.moves).filter((move) => move.to === 'new_lot');
  return {
    kind: amount === sale.total - sale.refunded ? 'all' : 'part',
    amount,
    pointsWorth: parts.pointsWorth,
    effect: {
      moneyBack: fen(amount - parts.pointsWorth - reducedBy),
      pointsRestored: parts.restored,
      revived: revivedOf(revived),
      pointsTakenBack: points(parts.takenBack - shortfall),
      pointsLapsed: parts.lapsed,
      shortfall,
      debt: shortfallAs === 'debt' ? shortfall : points(0),
      writtenOff: shortfallAs === 'write_off' ? shortfall : points(0),
      reducedBy,
      balanceAfter: usableOf(after(short, settled), asked.today),
    },
    drafts: [...expired, ...restored, ...clawback, ...forgiven, ...settled],
  };
}

function reversalOf(draft: EntryDraft, { entryIds }: RefundableSale): EntryDraft {
  const reversesId =
    draft.kind === 'restore' ? entryIds.redeem : draft.kind === 'clawback' ? entryIds.earn : null;
  return reversesId === null ? draft : { ...draft, kind: 'reverse', reversesId };
}

/** This refund's share of everything = the share of all refunds with it, less what earlier ones had. */
function partsOf(sale: RefundableSale, amount: Fen, lapsed: Points) {
  const { total, refunded } = sale;
  const worthUpTo = (sum: number) => floorShare(sale.pointsWorth, sum, total);
  const restoredUpTo = (sum: number) => ceilShare(sale.redeemed, worthUpTo(sum), sale.pointsWorth);
  const takenUpTo = (sum: number) => floorShare(sale.earned, sum, total);
  const all = refunded + amount;
  const due = takenUpTo(all) - takenUpTo(refunded);
  const takenBack = Math.min(due, Math.max(0, takenUpTo(all) - lapsed - sale.takenBack));
  return {
    pointsWorth: fen(worthUpTo(all) - worthUpTo(refunded)),
    restored: points(restoredUpTo(all) - sale.restored),
    takenBack: points(takenBack),
    lapsed: points(due - takenBack),
  };
}

/** What had lapsed in the sale's own lots, with what is swept just now. */
function lapsedIn(sale: RefundableSale, expired: readonly EntryDraft[]): Points {
  const own = expired
    .flatMap((draft) => draft.moves)
    .filter((move) => move.to === 'lot' && sale.ownLots.has(move.lotId));
  return points(sale.lapsed - sumOf(own));
}

const reasonFor = (shortfall: Shortfall): string => (shortfall === 'reduce_refund' ? REDUCED_REFUND : '');

function revivedOf(
  moves: readonly { readonly points: Points; readonly lot: { lastDay: BusinessDate | null } }[],
) {
  const lastDay = moves[0]?.lot.lastDay;
  return lastDay == null ? null : { points: sumOf(moves), lastDay };
}
