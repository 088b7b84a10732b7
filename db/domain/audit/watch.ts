import { type BusinessDate, type Fen, fen, type Instant, type Points, points } from '../units';

/** What the watch list looks out for, the gravest first: rules "Staff" (S-fraud). */
export const WATCH_CODES = [
  /** Somebody who works here served the card that is their own. */
  'own_card',
  /** Points were earned, and soon after the bill went back. */
  'refund_after_earning',
  /** A day was changed after it had been closed. */
  'after_close',
  /** One person adjusted points by hand many times in a day. */
  'many_adjustments',
  /** One card bought many times in a day: somebody may be collecting the points of those who have none. */
  'many_sales_on_card',
] as const;
export type WatchCode = (typeof WATCH_CODES)[number];

/** What lies behind a finding, row by row. */
export const WATCH_ROW_KINDS = ['sale', 'refund', 'adjustment', 'entry'] as const;
export type WatchRowKind = (typeof WATCH_ROW_KINDS)[number];

/** From when on something is told. */
export interface WatchLimits {
  /** Adjustments by one person in a day. */
  readonly adjustmentsPerDay: number;
  /** Bills on one card in a day. */
  readonly salesPerCard: number;
  /** Minutes from a bill to its refund. */
  readonly refundMinutes: number;
}

interface Person {
  readonly id: string;
  readonly name: string;
}

export interface WatchRow {
  readonly kind: WatchRowKind;
  readonly id: string;
  readonly at: Instant;
  readonly businessDate: BusinessDate;
  /** Null: Shuke itself. */
  readonly staff: Person | null;
  readonly member: Person | null;
  readonly receiptNo: string | null;
  readonly amount: Fen | null;
  readonly points: Points | null;
  readonly text: string;
}

/** Of whom and of which day a finding is; what all of its rows have in common. */
const GROUPED = {
  own_card: { staff: true, member: true, date: false },
  refund_after_earning: { staff: true, member: false, date: false },
  after_close: { staff: false, member: false, date: true },
  many_adjustments: { staff: true, member: false, date: true },
  many_sales_on_card: { staff: false, member: true, date: true },
} as const satisfies Record<WatchCode, { staff: boolean; member: boolean; date: boolean }>;

/** From how many rows on it is told. */
export const limitOf = (code: WatchCode, limits: WatchLimits): number => {
  if (code === 'many_adjustments') return limits.adjustmentsPerDay;
  return code === 'many_sales_on_card' ? limits.salesPerCard : 1;
};

/** So many rows of one finding are shown; its sums are of all. */
const SHOWN = 100;

export interface WatchFinding {
  readonly code: WatchCode;
  readonly staff: Person | null;
  readonly member: Person | null;
  readonly date: BusinessDate | null;
  readonly count: number;
  readonly limit: number;
  readonly points: Points;
  readonly amount: Fen;
  readonly rows: WatchRow[];
}

/** The findings of one kind in its rows, which come oldest first; the largest first. */
export function findingsOf(code: WatchCode, rows: readonly WatchRow[], limits: WatchLimits): WatchFinding[] {
  const by = GROUPED[code];
  const limit = limitOf(code, limits);
  const groups = new Map<string, WatchRow[]>();
  for (const row of rows) {
    const key = [by.staff && row.staff?.id, by.member && row.member?.id, by.date && row.businessDate].join(
      ' ',
    );
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()]
    .filter((group) => group.length >= limit)
    .map((group) => ({
      code,
      staff: (by.staff ? group[0]?.staff : null) ?? null,
      member: (by.member ? group[0]?.member : null) ?? null,
      date: (by.date ? group[0]?.businessDate : null) ?? null,
      count: group.length,
      limit,
      points: points(group.reduce((sum, row) => sum + (row.points ?? 0), 0)),
      amount: fen(group.reduce((sum, row) => sum + (row.amount ?? 0), 0)),
      rows: group.slice(0, SHOWN),
    }))
    .sort((a, b) => b.count - a.count);
}
