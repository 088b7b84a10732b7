/** What a column holds; says how a file writes its cells. */
export const COLUMN_KINDS = ['text', 'date', 'whole', 'decimal', 'money', 'percent'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

export interface TableColumn {
  readonly name: string;
  readonly kind: ColumnKind;
}

/**
 * Text and dates (`YYYY-MM-DD`) are text; money is whole fen; a percentage is a share of 1; null is an
 * empty cell in every kind.
 */
export type TableCell = string | number | null;
export type TableRow = readonly TableCell[];

/** What a file says of its table. */
export interface TableHead {
  readonly title: string;
  readonly columns: readonly TableColumn[];
  /** Period, as of when, how it was narrowed: what one must know to read the figures. */
  readonly notes: readonly { readonly name: string; readonly text: string }[];
}

export const isTextual = (kind: ColumnKind): boolean => kind === 'text' || kind === 'date';

/** Whether a cell is one of its column. */
export function fitsColumn(cell: TableCell, kind: ColumnKind): boolean {
  if (cell === null) return true;
  if (isTextual(kind)) return typeof cell === 'string';
  if (typeof cell !== 'number') return false;
  return kind === 'money' || kind === 'whole' ? Number.isSafeInteger(cell) : Number.isFinite(cell);
}

/** Fen as yuan with two digits, exactly: `-1234.50`. */
export function yuanText(fen: number): string {
  const size = Math.abs(fen);
  return `${fen < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
}

/** The number of a cell as files write it: no grouping, a point before the decimals. */
export function numberText(value: number, kind: ColumnKind): string {
  switch (kind) {
    case 'money':
      return yuanText(value);
    case 'percent':
      return `${plainDecimal(value * 100, 1)}%`;
    case 'decimal':
      return plainDecimal(value, 2);
    default:
      return String(value);
  }
}

/** At most so many decimals, without zeros behind. */
const plainDecimal = (value: number, places: number): string =>
  value
    .toFixed(places)
    .replace(/\.?0+$/, '')
    .replace(/^-0$/, '0');
