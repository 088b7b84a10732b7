/** The order in which rows are written; the last one of a step is where the next begins. */
export interface Order {
  readonly keys: readonly string[];
  readonly last: string;
  readonly begin: (last: string | number) => (string | number)[];
}
export const by = (key: string): Order => ({ keys: [key], last: `max(${key})`, begin: (last) => [last] });

/** A table of the readable export. */
export interface Table {
  readonly file: string;
  readonly from: string;
  readonly order: Order;
  readonly columns: Readonly<Record<string, string>>;
  /** Totals by which a reader checks that nothing is missing. */
  readonly sums: Readonly<Record<string, string>>;
}
