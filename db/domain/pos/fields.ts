import type { DateFormat, Encoding, Separator } from '../exchange/fields';

/** What a column of a till's sales file may carry. */
export const POS_FIELDS = [
  'receipt_no',
  'date',
  'time',
  'amount',
  'phone',
  'card_no',
  'external_id',
  'cashier',
  'product',
  'quantity',
] as const;
export type PosField = (typeof POS_FIELDS)[number];

/** Without these no receipt can be booked, or booked only once. */
const NEEDED: readonly PosField[] = ['receipt_no', 'date', 'amount'];

/** What one row of the file is: a whole receipt, or one item of it; items of a receipt add up to it. */
export const ROW_KINDS = ['receipts', 'items'] as const;

/** How the sales files of a till are read; every part is guessed, shown and correctable. */
export interface PosReading {
  /** `auto`: guessed anew for each file, as for an import. */
  readonly encoding: Encoding | 'auto';
  readonly separator: Separator | 'auto';
  readonly header: boolean;
  readonly dateFormat: DateFormat;
  readonly rowsAre: (typeof ROW_KINDS)[number];
  /** Per column: the field it carries, or null to leave it out. No field twice. */
  readonly columns: readonly (PosField | null)[];
  /** The names of the columns as they were when this was set; empty without a head. */
  readonly headers: readonly string[];
}

export const missingPosFields = (columns: readonly (PosField | null)[]): PosField[] =>
  NEEDED.filter((field) => !columns.includes(field));
