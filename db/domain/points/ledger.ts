import { type BusinessDate, NO_POINTS, type Points, points } from '../units';

export const ENTRY_KINDS = [
  'opening',
  'earn',
  'redeem',
  'expire',
  'clawback',
  'restore',
  'adjust',
  'settle',
  'write_off',
  'reverse',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One earning with its own last day (null = never lapses). */
export interface Lot {
  readonly id: string;
  readonly earnedOn: BusinessDate;
  readonly lastDay: BusinessDate | null;
  readonly remaining: Points;
}

/** What a member has: lots with something left, and points owed to the shop. */
export interface Holdings {
  readonly lots: readonly Lot[];
  readonly owed: Points;
}

export interface NewLot {
  readonly id: string;
  readonly earnedOn: BusinessDate;
  readonly lastDay: BusinessDate | null;
  /** The lapsed lot whose points live again here. */
  readonly revivesId: string | null;
}

/** One entry's effect on one lot, or on the debt: a negative move there makes the member owe more. */
export type MoveDraft =
  | { readonly to: 'lot'; readonly lotId: string; readonly points: Points }
  | { readonly to: 'new_lot'; readonly lot: NewLot; readonly points: Points }
  | { readonly to: 'debt'; readonly points: Points };

/** One ledger row before it has an id. */
export interface EntryDraft {
  readonly kind: EntryKind;
  /** Sum of the moves. */
  readonly points: Points;
  readonly moves: readonly MoveDraft[];
  readonly reason: string;
  /** The entry that this one reverses; only for kind `reverse`. */
  readonly reversesId: string | null;
}

/** A draft whose points are the sum of its moves by construction; without moves there is no entry. */
export function entries(
  kind: EntryKind,
  moves: readonly MoveDraft[],
  { reason = '', reversesId = null }: { reason?: string; reversesId?: string | null } = {},
): EntryDraft[] {
  const moving = moves.filter((move) => move.points !== 0);
  if (moving.length === 0) return [];
  return [{ kind, points: sumOf(moving), moves: moving, reason, reversesId }];
}

export const sumOf = (moves: readonly { readonly points: Points }[]): Points =>
  points(moves.reduce((sum, move) => sum + move.points, 0));

export const hasLapsed = (lot: Pick<Lot, 'lastDay'>, today: BusinessDate): boolean =>
  lot.lastDay !== null && lot.lastDay < today;

/** Points that can be spent today: what is left in lots that live, less the debt. Negative when owing. */
export function usableOf(holdings: Holdings, today: BusinessDate): Points {
  const living = holdings.lots.filter((lot) => !hasLapsed(lot, today));
  return points(living.reduce((sum, lot) => sum + lot.remaining, 0) - holdings.owed);
}

/** The order of use: soonest lapse first, never-lapsing last; then the older; then by id, so that it is one order. */
export function soonestFirst(a: Lot, b: Lot): number {
  if (a.lastDay !== b.lastDay) {
    if (a.lastDay === null) return 1;
    if (b.lastDay === null) return -1;
    return a.lastDay < b.lastDay ? -1 : 1;
  }
  if (a.earnedOn !== b.earnedOn) return a.earnedOn < b.earnedOn ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Moves that take up to `asked` points out of lots, in the order given; less when they hold less. */
export function takeInOrder(lots: readonly Lot[], asked: Points): MoveDraft[] {
  const moves: MoveDraft[] = [];
  let left: number = asked;
  for (const lot of lots) {
    const taken = Math.min(left, lot.remaining);
    if (taken <= 0) continue;
    moves.push({ to: 'lot', lotId: lot.id, points: points(-taken) });
    left -= taken;
  }
  return moves;
}

export const takeSoonestFirst = (holdings: Holdings, asked: Points): MoveDraft[] =>
  takeInOrder([...holdings.lots].sort(soonestFirst), asked);

/** What the member has once the drafts are written. Lots touched but not open before must be given in `known`. */
export function after(
  holdings: Holdings,
  drafts: readonly EntryDraft[],
  known: readonly Lot[] = [],
): Holdings {
  const lots = new Map(holdings.lots.map((lot) => [lot.id, lot]));
  let owed: number = holdings.owed;
  for (const move of drafts.flatMap((draft) => draft.moves)) {
    if (move.to === 'debt') owed -= move.points;
    else if (move.to === 'new_lot') lots.set(move.lot.id, { ...move.lot, remaining: move.points });
    else {
      const lot = lots.get(move.lotId) ?? known.find(({ id }) => id === move.lotId);
      if (lot === undefined) throw new Error('a move needs a lot of the same member');
      lots.set(lot.id, { ...lot, remaining: points(lot.remaining + move.points) });
    }
  }
  return { lots: [...lots.values()].filter((lot) => lot.remaining !== 0), owed: points(owed) };
}

export const NOTHING_HELD: Holdings = { lots: [], owed: NO_POINTS };
