import { fen } from '../units';
import type { PosReading } from './fields';
import type { RefusedRow, TillBuyer, TillEntry, TillItem, TillRow } from './row';

/** One receipt, or one refund, as a till's file tells it. */
export interface TillReceipt extends TillEntry {
  /** Its goods, adding up to the amount; none where the file does not tell them, or they do not. */
  readonly items: readonly TillItem[];
  /** How many rows that say the same stand before it in the file: two equal refunds are two. */
  readonly nth: number;
}

/**
 * Gathers the receipts of a file row by row, so that nobody waits for a long one. Where each row is an item,
 * rows of one number, day and time are one receipt; a discount of it may stand as a row below zero, and its
 * goods are then not told apart.
 */
export class ReceiptGatherer {
  private readonly groups = new Map<string, [TillRow, ...TillRow[]] | RefusedRow>();

  constructor(private readonly rowsAre: PosReading['rowsAre']) {}

  add(row: TillRow | RefusedRow): void {
    const alone = 'why' in row || this.rowsAre === 'receipts';
    // No date is empty, so that a row of its own meets no group.
    const key = alone ? `\n${this.groups.size}` : [row.date, row.minutes ?? '', row.receiptNo].join('\n');
    const group = this.groups.get(key);
    if ('why' in row) this.groups.set(key, row);
    else if (group === undefined || 'why' in group) this.groups.set(key, [row]);
    else group.push(row);
  }

  /** In the order in which the file begins them, refused rows at their place. */
  *receipts(): Generator<TillReceipt | RefusedRow, void, void> {
    const met = new Map<string, number>();
    for (const group of this.groups.values()) {
      const receipt = 'why' in group ? group : receiptOf(group);
      if ('why' in receipt) yield receipt;
      else {
        const key = sameKey(receipt);
        const nth = met.get(key) ?? 0;
        met.set(key, nth + 1);
        yield { ...receipt, nth };
      }
    }
  }
}

/** What makes two refunds of one file the same but for their place. */
export const sameKey = ({
  receiptNo,
  date,
  minutes,
  amount,
}: Pick<TillReceipt, 'receiptNo' | 'date' | 'minutes' | 'amount'>): string =>
  [date, minutes ?? '', amount, receiptNo].join('\n');

function receiptOf(rows: readonly [TillRow, ...TillRow[]]): Omit<TillReceipt, 'nth'> | RefusedRow {
  const [first] = rows;
  const named = rows.filter((row) => row.named);
  const { line, receiptNo, date, minutes, cashier } = first;
  const who = named[0] ?? first;
  if (named.some(({ buyer }) => !sameBuyer(buyer, who.buyer)))
    return { line, receiptNo, why: 'items_disagree' };
  const amount = fen(rows.reduce((sum, row) => sum + row.amount, 0));
  const items = rows.flatMap(({ item }) => (item === null ? [] : [item]));
  const whole = items.length === rows.length && items.every((item) => item.amount >= 0);
  return {
    ...{ line, receiptNo, date, minutes, cashier, amount },
    buyer: who.buyer,
    named: who.named,
    items: whole && amount > 0 ? items : [],
  };
}

const sameBuyer = (a: TillBuyer, b: TillBuyer): boolean =>
  a.phone === b.phone && a.cardNo === b.cardNo && a.externalId === b.externalId;
