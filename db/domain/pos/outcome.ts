/** Why a receipt of a till's file was refused; the words are the screen's and the reasons file's. */
export const POS_REASONS = [
  'receipt_no_missing',
  'receipt_no_malformed',
  'date_malformed',
  'date_serial',
  'date_in_future',
  'amount_malformed',
  'quantity_malformed',
  'text_too_long',
  'text_damaged',
  'too_few_columns',
  /** Items of one receipt name different days or members, or some of them are refunds. */
  'items_disagree',
  /** The same receipt stands twice in the file with different amounts, or was booked with another one. */
  'amount_differs',
  'refund_of_unknown',
  'refund_above_rest',
  /** Several receipts of the last weeks bear that number. */
  'refund_ambiguous',
] as const;
export type PosReason = (typeof POS_REASONS)[number];

/** Why a receipt waits for a member. */
export const WAITING_REASONS = [
  /** The file names nobody: most customers of a shop are no members. */
  'no_member',
  'member_unknown',
  /** A shared phone, or a card and a phone of two members. */
  'member_ambiguous',
  /** A bill without a receipt number, of the same member and amount, was recorded by hand that day. */
  'maybe_by_hand',
] as const;
export type WaitingReason = (typeof WAITING_REASONS)[number];

/** What became of one receipt of a file. `passed`: of before the start, or of nothing. */
export const POS_OUTCOMES = ['posted', 'already', 'waiting', 'refunded', 'passed', 'refused'] as const;
export type PosOutcome = (typeof POS_OUTCOMES)[number];

/** Why a file as a whole could not be read. */
export const POS_FILE_FAILURES = [
  'file_unreadable',
  'file_empty',
  'file_too_large',
  'file_is_workbook',
  /** A needed column is not there under its name any more. */
  'columns_changed',
  'disk_full',
] as const;
export type PosFileFailure = (typeof POS_FILE_FAILURES)[number];

/** How many receipts of a file became what. */
export type PosCounts = Readonly<Record<PosOutcome, number>>;
export const NO_COUNTS: PosCounts = {
  posted: 0,
  already: 0,
  waiting: 0,
  refunded: 0,
  passed: 0,
  refused: 0,
};
