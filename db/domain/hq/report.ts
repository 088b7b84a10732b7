import { judgeClock } from '../complaints/on-time';

/** What stores did, added up. Money is fen. Named as in the manifest of a packet, whose figures they must equal. */
export interface Figures {
  members: number;
  A: number;
  B: number;
  C: number;
  D: number;
  none: number;
  newMembers: number;
  sales: number;
  salesFen: number;
  refunds: number;
  refundsFen: number;
  pointsOwed: number;
  liabilityFen: number;
  complaints: number;
  respondedOnTime: number;
  responseDue: number;
  resolvedOnTime: number;
  resolutionDue: number;
}

export type FigureName = keyof Figures;

/** Figures that belong to a month; the others are as they stand now. */
export const OF_MONTHS = [
  'newMembers',
  'sales',
  'salesFen',
  'refunds',
  'refundsFen',
  'complaints',
  'respondedOnTime',
  'responseDue',
  'resolvedOnTime',
  'resolutionDue',
] as const satisfies readonly FigureName[];

export const AS_NOW = [
  'members',
  'A',
  'B',
  'C',
  'D',
  'none',
  'pointsOwed',
  'liabilityFen',
] as const satisfies readonly FigureName[];

export interface ReportStore {
  readonly store: string;
  readonly name: string;
  readonly region: string;
  /** Epoch ms UTC: complaints are judged as of then, like on the store's own screen. */
  readonly madeAt: number;
}

/** Part of a store's figures; `month` is null for what stands now. */
export interface Fact {
  readonly store: string;
  readonly month: string | null;
  readonly figures: Partial<Figures>;
}

export interface Line {
  readonly store: ReportStore | null;
  readonly region: string | null;
  readonly month: string | null;
  readonly figures: Figures;
}

export interface Report {
  readonly total: Figures;
  /** Most sold first. */
  readonly stores: readonly Line[];
  readonly regions: readonly Line[];
  readonly months: readonly Line[];
  readonly storeMonths: readonly Line[];
}

export const noFigures = (): Figures => ({
  ...{ members: 0, A: 0, B: 0, C: 0, D: 0, none: 0, newMembers: 0 },
  ...{ sales: 0, salesFen: 0, refunds: 0, refundsFen: 0, pointsOwed: 0, liabilityFen: 0 },
  ...{ complaints: 0, respondedOnTime: 0, responseDue: 0, resolvedOnTime: 0, resolutionDue: 0 },
});

/** Adds up by store, region and month. Months outside the span (YYYY-MM, both included) are left out. */
export function reportOf(
  stores: readonly ReportStore[],
  facts: readonly Fact[],
  span: { readonly from: string; readonly to: string },
): Report {
  const known = new Map(stores.map((store) => [store.store, store]));
  const inSpan = facts.filter(({ month }) => month === null || (month >= span.from && month <= span.to));
  const lines = new Map<string, Line>();
  const line = (own: Omit<Line, 'figures'>): Figures => {
    const key = JSON.stringify([own.store?.store, own.region, own.month]);
    const found = lines.get(key) ?? { ...own, figures: noFigures() };
    lines.set(key, found);
    return found.figures;
  };
  const total = noFigures();
  for (const store of stores) line({ store, region: null, month: null });
  for (const { store: id, month, figures } of inSpan) {
    const store = known.get(id);
    if (!store) continue;
    add(total, figures);
    add(line({ store, region: null, month: null }), figures);
    add(line({ store: null, region: store.region, month: null }), figures);
    if (month === null) continue;
    add(line({ store: null, region: null, month }), figures);
    add(line({ store, region: null, month }), figures);
  }
  const all = [...lines.values()];
  const bySales = (a: Line, b: Line) => b.figures.salesFen - a.figures.salesFen;
  const byMonth = (a: Line, b: Line) => compare(a.month ?? '', b.month ?? '');
  const byName = (a: Line, b: Line) => compare(a.store?.name ?? '', b.store?.name ?? '');
  return {
    total,
    stores: all
      .filter(({ store, month }) => store && month === null)
      .toSorted((a, b) => bySales(a, b) || byName(a, b)),
    regions: all.filter(({ region }) => region !== null).toSorted(bySales),
    months: all.filter(({ store, month }) => !store && month !== null).toSorted(byMonth),
    storeMonths: all
      .filter(({ store, month }) => store && month !== null)
      .toSorted((a, b) => byName(a, b) || byMonth(a, b)),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function add(to: Figures, more: Partial<Figures>): void {
  for (const name of [...OF_MONTHS, ...AS_NOW]) to[name] += more[name] ?? 0;
}

/** Complaints of one kind, as the tables hold them. `…DueAt` is 0 where that clock does not run. */
export interface ComplaintGroup {
  readonly isAnswered: boolean;
  readonly isResolved: boolean;
  readonly responseBreached: boolean;
  readonly resolutionBreached: boolean;
  readonly responseDueAt: number;
  readonly resolutionDueAt: number;
  readonly count: number;
}

/** On time, of what can be judged, as the store's own page judges it. */
export function judged(group: ComplaintGroup, now: number): Partial<Figures> {
  const { count } = group;
  const runsUntil = (dueAt: number) => (dueAt > 0 ? dueAt : null);
  const response = judgeClock(
    {
      breached: group.responseBreached,
      runsUntil: runsUntil(group.responseDueAt),
      answered: group.isAnswered,
    },
    now,
  );
  const resolution = judgeClock(
    {
      breached: group.resolutionBreached,
      runsUntil: runsUntil(group.resolutionDueAt),
      answered: group.isResolved,
    },
    now,
  );
  return {
    complaints: count,
    respondedOnTime: response === 'on_time' ? count : 0,
    responseDue: response === null ? 0 : count,
    resolvedOnTime: resolution === 'on_time' ? count : 0,
    resolutionDue: resolution === null ? 0 : count,
  };
}
