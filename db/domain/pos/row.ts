import { readDate, readTime } from '../exchange/dates';
import { unguard } from '../exchange/formula-guard';
import { readQuantity, readSignedAmount } from '../exchange/numbers';
import { readPhone } from '../exchange/phones';
import { damageOf, fold, tidy, unspoiledDigits } from '../exchange/text';
import { isPaymentCode } from '../members/payment-code';
import { normalisePhone } from '../members/phone';
import type { BusinessDate, Fen } from '../units';
import type { PosField, PosReading } from './fields';
import type { PosReason } from './outcome';

/** By what a till says who the customer is; what cannot be a number of anybody is null. */
export interface TillBuyer {
  readonly phone: string | null;
  /** Whatever stands on the card: a card number or a member number. */
  readonly cardNo: string | null;
  readonly externalId: string | null;
}

export interface TillItem {
  readonly product: string;
  /** Thousandths of a piece or kilogram. */
  readonly quantityMilli: number;
  readonly amount: Fen;
}

/** What a row says, and what the receipt says that is made of rows. */
export interface TillEntry {
  /** Of the file; of a receipt that of its first row. */
  readonly line: number;
  readonly receiptNo: string;
  /** As the wall showed it: the date, and minutes after midnight where the file tells. */
  readonly date: BusinessDate;
  readonly minutes: number | null;
  /** What was paid after everything that the till took off; below zero is a refund. */
  readonly amount: Fen;
  readonly buyer: TillBuyer;
  /** The file names somebody, whether or not that is a number of anybody. */
  readonly named: boolean;
  readonly cashier: string;
}

/** One row of a till's file. */
export interface TillRow extends TillEntry {
  /** Null when the row names no goods. */
  readonly item: TillItem | null;
}

export interface RefusedRow {
  readonly line: number;
  /** As far as it could be read; empty otherwise. */
  readonly receiptNo: string;
  readonly why: PosReason;
}

/** The longest receipt number the counter takes. */
const MOST_RECEIPT_NO = 40;
const MOST_PRODUCT = 60;

/** Reads the rows of one file; `columns` says which cell carries what. */
export class TillRowReader {
  private readonly at = new Map<PosField, number>();

  constructor(private readonly reading: Pick<PosReading, 'columns' | 'dateFormat'>) {
    reading.columns.forEach((field, at) => {
      if (field !== null) this.at.set(field, at);
    });
  }

  read(line: number, cells: readonly string[]): TillRow | RefusedRow {
    const receiptNo = receiptNoOf(this.cell(cells, 'receipt_no'));
    const refused = (why: PosReason): RefusedRow => ({
      line,
      receiptNo: typeof receiptNo === 'string' ? receiptNo : '',
      why,
    });
    const unfit = this.unfit(cells);
    if (unfit !== undefined) return refused(unfit);
    if (receiptNo === undefined) return refused('receipt_no_malformed');
    if (receiptNo === '') return refused('receipt_no_missing');
    const when = this.when(cells);
    if (typeof when === 'string') return refused(when);
    const amount = readSignedAmount(this.raw(cells, 'amount'));
    if (typeof amount === 'string') return refused(amount);
    const item = this.item(cells, amount);
    if (typeof item === 'string') return refused(item);
    const buyer = this.buyer(cells);
    const cashier = tidy(this.raw(cells, 'cashier'));
    return { line, receiptNo, ...when, amount, ...buyer, cashier, item };
  }

  /** Too few cells to hold what is needed, or a cell that is no text. */
  private unfit(cells: readonly string[]): PosReason | undefined {
    const needed = Math.max(...(['receipt_no', 'date', 'amount'] as const).map((field) => this.place(field)));
    if (needed >= cells.length) return 'too_few_columns';
    for (const at of this.at.values()) {
      const damage = damageOf(cells[at] ?? '');
      if (damage === 'text_too_long' || damage === 'text_damaged') return damage;
    }
    return undefined;
  }

  private when(cells: readonly string[]): Pick<TillRow, 'date' | 'minutes'> | PosReason {
    const found = readDate(this.raw(cells, 'date'), this.reading.dateFormat);
    if (typeof found === 'string') return found;
    const time = this.cell(cells, 'time');
    if (time === '') return found;
    // Some tills write date and time into both columns.
    const minutes = readTime(time.split(' ').at(-1) ?? '');
    return minutes === undefined ? 'date_malformed' : { date: found.date, minutes };
  }

  private item(cells: readonly string[], amount: Fen): TillItem | null | PosReason {
    const product = tidy(this.raw(cells, 'product'));
    const quantity = this.cell(cells, 'quantity');
    // Goods that come back stand with a quantity below zero as well.
    const quantityMilli = quantity === '' ? 1000 : readQuantity(quantity.replace(/^-/, ''));
    if (typeof quantityMilli === 'string') return quantityMilli;
    if (product === '' && quantity === '') return null;
    return { product: product.slice(0, MOST_PRODUCT), quantityMilli, amount };
  }

  private buyer(cells: readonly string[]): Pick<TillRow, 'buyer' | 'named'> {
    const [phone, card, external] = (['phone', 'card_no', 'external_id'] as const).map((field) =>
      this.cell(cells, field),
    );
    return {
      buyer: { phone: phoneOf(phone), cardNo: numberOf(card), externalId: numberOf(external) },
      named: [phone, card, external].some((cell) => cell !== undefined && cell !== ''),
    };
  }

  private place(field: PosField): number {
    return this.at.get(field) ?? Number.POSITIVE_INFINITY;
  }

  private raw(cells: readonly string[], field: PosField): string {
    return unguard(cells[this.at.get(field) ?? -1] ?? '');
  }

  private cell(cells: readonly string[], field: PosField): string {
    return fold(this.raw(cells, field));
  }
}

/** As the counter keeps it; undefined when it cannot be one, a customer's payment code among them. */
function receiptNoOf(text: string): string | undefined {
  const unspoiled = unspoiledDigits(text);
  if (unspoiled === null || text.length > MOST_RECEIPT_NO) return undefined;
  const receiptNo = unspoiled ?? text.replace(/\p{Cc}+/gu, ' ').trim();
  return isPaymentCode(receiptNo) ? undefined : receiptNo;
}

function phoneOf(cell = ''): string | null {
  const phone = cell === '' ? 'phone_damaged' : readPhone(cell);
  return phone === 'phone_damaged' ? null : (normalisePhone(phone) ?? null);
}

function numberOf(cell = ''): string | null {
  const unspoiled = /^\d+\.0+$/.test(cell) ? cell.replace(/\.0+$/, '') : unspoiledDigits(cell);
  const text = unspoiled === undefined ? cell : unspoiled;
  return text === null || text === '' || text.length > 64 || isPaymentCode(text.replace(/\D/g, ''))
    ? null
    : text;
}
