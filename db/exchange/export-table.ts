import type { ExportTableName } from '../domain/exchange/export';
import type { ExportColumn } from './export-column';

/** The order in which rows are written; the last one of a step is where the next begins. */
export interface Order {
  readonly keys: readonly string[];
  readonly last: string;
  readonly begin: (last: string | number) => (string | number)[];
}
export const by = (key: string): Order => ({ keys: [key], last: `max(${key})`, begin: (last) => [last] });

/** A table of the readable export. */
export interface Table {
  readonly name: ExportTableName;
  readonly from: string;
  readonly order: Order;
  readonly columns: Readonly<Record<string, ExportColumn>>;
  /** Totals by which a reader checks that nothing is missing. */
  readonly sums: Readonly<Record<string, string>>;
  /** The business date of a row; null for what is not of a day. */
  readonly day: string | null;
  /** The id of the member that a row belongs to; null for what belongs to none. */
  readonly member: string | null;
}
