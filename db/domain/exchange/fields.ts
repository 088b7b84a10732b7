/** What a column of a members file may carry. */
const MEMBER_FIELDS = [
  'external_id',
  'card_no',
  'name',
  'phone',
  'gender',
  'birthday',
  'joined_on',
  'points',
  'points_last_day',
  'tags',
  'note',
] as const;
/** What a column of a purchases file may carry; one row is one bill. */
const PURCHASE_FIELDS = [
  'external_id',
  'card_no',
  'phone',
  'date',
  'time',
  'receipt_no',
  'amount',
  'quantity',
  'product',
] as const;
export const FIELDS = [...new Set([...MEMBER_FIELDS, ...PURCHASE_FIELDS])];

export type ImportKind = 'members' | 'purchases';
export type ImportField = (typeof MEMBER_FIELDS)[number] | (typeof PURCHASE_FIELDS)[number];

export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const SEPARATORS = [',', ';', '\t', '|', 'whitespace'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Order of the parts of a date; year first also reads `20250105` and `2025年1月5日`. */
export const DATE_FORMATS = ['ymd', 'dmy', 'mdy'] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

/** What imported purchases earn: nothing, points as of their own day, or points whose time starts today. */
export const EARNINGS = ['none', 'from_purchase_day', 'from_today'] as const;
export type Earning = (typeof EARNINGS)[number];

/** How a file is to be read; every part is guessed, shown and correctable. */
export interface Reading {
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly header: boolean;
  readonly dateFormat: DateFormat;
  /** Per column: the field it carries, or null to leave it out. No field twice. */
  readonly columns: readonly (ImportField | null)[];
  /** Purchases of unknown people become new members. */
  readonly createMembers: boolean;
  readonly points: Earning;
}

/** More columns than this is no list of members or purchases. */
export const MAX_COLUMNS = 200;
/** Characters in one cell; longer is refused, whatever the column. */
export const MAX_CELL = 32_768;

export const fieldsOf = (kind: ImportKind): readonly ImportField[] =>
  kind === 'members' ? MEMBER_FIELDS : PURCHASE_FIELDS;

/** Fields without which no row could be taken; of `external_id, card_no, phone` one is enough. */
export function missingFields(kind: ImportKind, columns: readonly (ImportField | null)[]): ImportField[] {
  const has = (field: ImportField) => columns.includes(field);
  if (kind === 'members') return has('name') || has('phone') ? [] : ['name'];
  const missing: ImportField[] = has('external_id') || has('card_no') || has('phone') ? [] : ['external_id'];
  if (!has('date')) missing.push('date');
  if (!has('amount')) missing.push('amount');
  return missing;
}
