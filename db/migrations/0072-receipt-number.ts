/** A receipt is scanned long after its day: its number alone finds the bill, the latest day first. */
export const receiptNumber = {
  version: 72,
  sql: `
create index receipt_number on receipt (receipt_no, business_date);
`,
} as const;
