/** What the watch list looks out for: rules "Staff" (S-fraud). */
export const WATCH_CODES = [
  'many_adjustments',
  'many_sales_on_card',
  'own_card',
  'refund_after_earning',
  'after_close',
] as const;
export type WatchCode = (typeof WATCH_CODES)[number];

/** What lies behind a finding, row by row. */
export const WATCH_ROW_KINDS = ['sale', 'refund', 'adjustment', 'entry'] as const;
export type WatchRowKind = (typeof WATCH_ROW_KINDS)[number];
