import { ENTRY_KINDS, type EntryKind } from '../points/ledger';
import { type Fen, fen, type Points, points } from '../units';

/** Pieces and their money. */
export interface Pieces {
  readonly count: number;
  readonly amount: Fen;
}
export interface Sold extends Pieces {
  /** Taken off before: level, coupons, member day. */
  readonly discount: Fen;
  /** Paid by points. */
  readonly pointsWorth: Fen;
}
export interface Adjusted {
  readonly count: number;
  readonly up: Points;
  readonly down: Points;
}

/** What one person did on one business day, as the ledgers say. */
export interface DayOfStaff {
  readonly staffId: string;
  readonly name: string;
  readonly sales: Sold;
  readonly refunds: Pieces;
  readonly undos: Pieces;
  readonly adjustments: Adjusted;
  readonly couponsByHand: number;
  readonly complaints: { readonly logged: number; readonly closed: number };
  readonly signUps: number;
}

/** What nobody in particular did. */
export interface DayAsAWhole {
  readonly byKind: { readonly kind: EntryKind; readonly entries: number; readonly points: Points }[];
  readonly coupons: {
    readonly issued: number;
    readonly used: number;
    readonly givenBack: number;
    readonly revoked: number;
  };
}

export interface DayFigures {
  readonly sales: Sold;
  readonly refunds: Pieces;
  readonly undos: Pieces;
  /** Sales less what was handed back and what was undone on this day. */
  readonly net: Fen;
  readonly points: { readonly in: Points; readonly out: Points; readonly byKind: DayAsAWhole['byKind'] };
  readonly adjustments: Adjusted;
  readonly coupons: DayAsAWhole['coupons'];
  readonly complaints: { readonly logged: number; readonly closed: number };
  readonly signUps: number;
  readonly staff: (DayOfStaff & { readonly net: Fen })[];
}

/**
 * The figures of a day close 日结: what was carried out at the counter on one business day. A bill stays
 * in the day on which it was sold; what undoes it is counted on its own day, as the till does, so that a
 * day that was closed never changes by itself. Everybody who did something is named, by name.
 */
export function dayFigures(staff: readonly DayOfStaff[], whole: DayAsAWhole): DayFigures {
  const sum = (of: (row: DayOfStaff) => number): number => staff.reduce((total, row) => total + of(row), 0);
  const pieces = (of: (row: DayOfStaff) => Pieces): Pieces => ({
    count: sum((row) => of(row).count),
    amount: fen(sum((row) => of(row).amount)),
  });
  const total = {
    sales: {
      ...pieces(({ sales }) => sales),
      discount: fen(sum(({ sales }) => sales.discount)),
      pointsWorth: fen(sum(({ sales }) => sales.pointsWorth)),
    },
    refunds: pieces(({ refunds }) => refunds),
    undos: pieces(({ undos }) => undos),
  };
  const kinds = ENTRY_KINDS.flatMap((kind) => whole.byKind.filter((row) => row.kind === kind));
  const pointsOf = (wanted: (amount: number) => boolean) =>
    points(kinds.reduce((all, row) => all + (wanted(row.points) ? row.points : 0), 0));
  return {
    ...total,
    net: netOf(total),
    points: { in: pointsOf((n) => n > 0), out: pointsOf((n) => n < 0), byKind: kinds },
    adjustments: {
      count: sum(({ adjustments }) => adjustments.count),
      up: points(sum(({ adjustments }) => adjustments.up)),
      down: points(sum(({ adjustments }) => adjustments.down)),
    },
    coupons: whole.coupons,
    complaints: {
      logged: sum(({ complaints }) => complaints.logged),
      closed: sum(({ complaints }) => complaints.closed),
    },
    signUps: sum(({ signUps }) => signUps),
    staff: staff
      .filter(didSomething)
      .map((row) => ({ ...row, net: netOf(row) }))
      .sort(byName),
  };
}

const netOf = ({ sales, refunds, undos }: Pick<DayOfStaff, 'sales' | 'refunds' | 'undos'>): Fen =>
  fen(sales.amount - refunds.amount - undos.amount);

function didSomething(row: DayOfStaff): boolean {
  const { sales, refunds, undos, adjustments, couponsByHand, complaints, signUps } = row;
  const counts = [sales.count, refunds.count, undos.count, adjustments.count, couponsByHand, signUps];
  return [...counts, complaints.logged, complaints.closed].some((count) => count > 0);
}

/** By name, those of one name by id: the same day gives the same sheet. */
function byName(a: DayOfStaff, b: DayOfStaff): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.staffId < b.staffId ? -1 : 1;
}
