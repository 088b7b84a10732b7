import type { Identity, MemberRow, PurchaseRow } from './rows';

/** The members by which a row could be meant; they differ only in what they are known by. */
export interface Known extends Identity {
  readonly name: string;
}

const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;

/**
 * Whether a member found by one number is another person after all, by what else the row says.
 * The number of another system decides over a phone (people change phones), never the other way round.
 */
export function contradiction(
  by: 'card' | 'phone' | 'external_id',
  row: Identity & { readonly name?: string },
  found: Known,
): 'card_taken' | 'phone_taken' | undefined {
  if (by === 'card') return differ(row.externalId, found.externalId) ? 'card_taken' : undefined;
  if (by === 'external_id') return undefined;
  const anotherName = differ(row.name || null, found.name || null);
  const another = anotherName || differ(row.cardNo, found.cardNo) || differ(row.externalId, found.externalId);
  return another ? 'phone_taken' : undefined;
}

/** What stays the same about somebody from file to file, as text to be hashed. */
export function personKey(row: Identity & { readonly name?: string }): string {
  if (row.externalId !== null) return `x ${row.externalId}`;
  if (row.cardNo !== null) return `c ${row.cardNo}`;
  if (row.phone !== null) return `p ${row.phone}`;
  return `n ${row.name ?? ''}`;
}

/** A member without any number is told from a namesake by the birthday, and by which of several equal rows it is. */
export const memberKey = (row: MemberRow, occurrence: number): string => {
  const person = personKey(row);
  if (!person.startsWith('n ')) return person;
  const { year = null, month = null, day = null } = row.birthday ?? {};
  return `${person}\n${year}-${month}-${day}\n${occurrence}`;
};

/** Everything that two rows of the same purchase have in common. */
export const purchaseTuple = (row: PurchaseRow): string =>
  [personKey(row), row.date, row.minutes, row.amount, row.quantityMilli, row.product].join('\n');

/** A receipt number names a purchase on its day; without one it is the n-th of its equals in the file. */
export const purchaseKey = (row: PurchaseRow, occurrence: number): string =>
  row.receiptNo === null ? `${purchaseTuple(row)}\n${occurrence}` : `r ${row.date}\n${row.receiptNo}`;
