import { type BusinessDate, type Fen, fen } from '../units';
import type { PosReading } from './fields';
import type { RefusedRow, TillBuyer, TillItem, TillRow } from './row';

/** One receipt, or one refund, as a till's file tells it. */
export interface TillReceipt {
  /** Of its first row. */
  readonly line: number;
  readonly receiptNo: string;
  readonly date: BusinessDate;
  readonly minutes: number | null;
  /** What was paid after everything that the till took off; below zero is a refund. */
  readonly amount: Fen;
  readonly buyer: TillBuyer;
  /** The file names somebody, whether or not that is a number of anybody. */
  readonly named: boolean;
  readonly cashier: string;
  /** Its goods, adding up to the amount; none where the file does not tell them, or they do not. */
  readonly items: readonly TillItem[];
  /** How many rows that say the same stand before it in the file: two equal refunds are two. */
  readonly nth: number;
}

/**
 * The receipts of a file's rows, in the order of the file. Where each row is an item, rows of one number,
 * day and time are one receipt; a discount of it may stand as a row below zero, and its goods are then not
 * told apart.
 */
export function receiptsOf(
  rows: readonly TillRow[],
  rowsAre: PosReading['rowsAre'],
): (TillReceipt | RefusedRow)[] {
  const groups = rowsAre === 'items' ? [...grouped(rows).values()] : rows.map((row) => [row] as const);
  const met = new Map<string, number>();
  return groups.map((group) => {
    const receipt = receiptOf(group);
    if ('why' in receipt) return receipt;
    const key = sameKey(receipt);
    const nth = met.get(key) ?? 0;
    met.set(key, nth + 1);
    return { ...receipt, nth };
  });
}

/** What makes two refunds of one file the same but for their place. */
export const sameKey = ({
  receiptNo,
  date,
  minutes,
  amount,
}: Pick<TillReceipt, 'receiptNo' | 'date' | 'minutes' | 'amount'>): string =>
  [date, minutes ?? '', amount, receiptNo].join('\n');

function grouped(rows: readonly TillRow[]): Map<string, [TillRow, ...TillRow[]]> {
  const groups = new Map<string, [TillRow, ...TillRow[]]>();
  for (const row of rows) {
    const key = [row.date, row.minutes ?? '', row.receiptNo].join('\n');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

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
