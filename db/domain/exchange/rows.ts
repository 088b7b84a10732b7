import { isBirthday } from '../members/birthday';
import { normaliseCardNo } from '../members/card-no';
import { isPaymentCode } from '../members/payment-code';
import { normalisePhone } from '../members/phone';
import type { BusinessDate, Fen, Points } from '../units';
import { type ReadBirthday, readBirthday, readDate, readTime } from './dates';
import type { ImportField, Reading } from './fields';
import { unguard } from './formula-guard';
import { readAmount, readPoints, readQuantity } from './numbers';
import { readPhone } from './phones';
import type { Rejection } from './rejections';
import { damageOf, fold, tidy, unspoiledDigits } from './text';

/** By what a row says who somebody is; normalised, so that two spellings of one number are equal. */
export interface Identity {
  readonly cardNo: string | null;
  readonly phone: string | null;
  readonly externalId: string | null;
}

export interface MemberRow extends Identity {
  readonly name: string;
  readonly gender: 'female' | 'male' | null;
  readonly birthday: ReadBirthday | null;
  readonly joinedOn: BusinessDate | null;
  /** Opening balance; null when the file has none for this row. */
  readonly points: Points | null;
  readonly pointsLastDay: BusinessDate | null;
  readonly tags: readonly string[];
  readonly note: string;
}

export interface PurchaseRow extends Identity {
  readonly date: BusinessDate;
  /** Minutes after midnight; null when the file does not tell. */
  readonly minutes: number | null;
  readonly receiptNo: string | null;
  readonly amount: Fen;
  readonly quantityMilli: number | null;
  readonly product: string | null;
}

/** Reads rows of one file as the person has said it is to be read. `today` is the shop's. */
export class RowReader {
  private readonly at = new Map<ImportField, number>();

  constructor(
    private readonly reading: Reading,
    private readonly today: BusinessDate,
  ) {
    reading.columns.forEach((field, at) => {
      if (field !== null) this.at.set(field, at);
    });
  }

  member(cells: readonly string[]): MemberRow | Rejection {
    const unfit = this.unfit(cells, ['name', 'phone'], 'any');
    if (unfit !== undefined) return unfit;
    const identity = this.identity(cells);
    if (typeof identity === 'string') return identity;
    const name = tidy(this.raw(cells, 'name'));
    if (name === '' && identity.phone === null) return 'name_or_phone_needed';
    const note = tidy(this.raw(cells, 'note'));
    const tags = tagsOf(this.raw(cells, 'tags'));
    if (name.length > 40 || note.length > 2000 || tags === undefined) return 'text_too_long';
    const birthday = this.birthday(cells);
    const joinedOn = this.day(cells, 'joined_on');
    const points = this.opening(cells);
    const pointsLastDay = this.lastDay(cells);
    for (const found of [birthday, joinedOn, points, pointsLastDay]) if (isRejection(found)) return found;
    return {
      ...identity,
      name,
      gender: genderOf(this.cell(cells, 'gender')),
      birthday: given(birthday),
      joinedOn: given(joinedOn),
      points: given(points),
      pointsLastDay: given(pointsLastDay),
      tags,
      note,
    };
  }

  purchase(cells: readonly string[]): PurchaseRow | Rejection {
    const unfit = this.unfit(cells, ['date', 'amount'], 'all');
    if (unfit !== undefined) return unfit;
    const identity = this.identity(cells);
    if (typeof identity === 'string') return identity;
    if (identity.cardNo === null && identity.phone === null && identity.externalId === null)
      return 'member_needed';
    const when = this.moment(cells);
    if (typeof when === 'string') return when;
    const amount = readAmount(this.raw(cells, 'amount'));
    if (typeof amount === 'string') return amount;
    const quantityMilli =
      this.cell(cells, 'quantity') === '' ? null : readQuantity(this.raw(cells, 'quantity'));
    if (typeof quantityMilli === 'string') return quantityMilli;
    const receiptNo = fold(this.raw(cells, 'receipt_no'));
    const product = tidy(this.raw(cells, 'product'));
    if (receiptNo.length > 40 || product.length > 60) return 'text_too_long';
    return {
      ...identity,
      ...when,
      receiptNo: receiptNo || null,
      amount,
      quantityMilli,
      product: product || null,
    };
  }

  /** Too few cells to hold what is needed, or a cell that is no text. */
  private unfit(cells: readonly string[], needed: ImportField[], how: 'any' | 'all'): Rejection | undefined {
    const there = (field: ImportField) => (this.at.get(field) ?? Number.POSITIVE_INFINITY) < cells.length;
    if (how === 'any' ? !needed.some(there) : !needed.every(there)) return 'too_few_columns';
    for (const at of this.at.values()) {
      const cell = cells[at];
      const damage = cell === undefined ? undefined : damageOf(cell);
      if (damage !== undefined) return damage;
    }
    return undefined;
  }

  private identity(cells: readonly string[]): Identity | Rejection {
    const typedPhone = this.cell(cells, 'phone');
    const phone = typedPhone === '' ? null : readPhone(typedPhone);
    if (phone === 'phone_damaged') return phone;
    const kept = phone === null ? null : normalisePhone(phone);
    if (kept === undefined) return 'phone_malformed';
    const cardNo = numberOf(this.cell(cells, 'card_no'), normaliseCardNo);
    if (cardNo === undefined) return 'card_malformed';
    const externalId = numberOf(this.cell(cells, 'external_id'), externalIdOf);
    if (externalId === undefined) return 'external_id_malformed';
    return { cardNo, phone: kept, externalId };
  }

  private moment(cells: readonly string[]): Pick<PurchaseRow, 'date' | 'minutes'> | Rejection {
    const found = readDate(this.raw(cells, 'date'), this.reading.dateFormat);
    if (typeof found === 'string') return found;
    if (found.date > this.today) return 'date_in_future';
    const time = this.cell(cells, 'time');
    if (time === '') return found;
    const minutes = readTime(time);
    return minutes === undefined ? 'date_malformed' : { date: found.date, minutes };
  }

  private birthday(cells: readonly string[]): ReadBirthday | Rejection | undefined {
    const cell = this.cell(cells, 'birthday');
    if (cell === '') return undefined;
    const found = readBirthday(cell, this.reading.dateFormat);
    return found === undefined || !isBirthday(found, this.today) ? 'birthday_malformed' : found;
  }

  private opening(cells: readonly string[]): Points | Rejection | undefined {
    const cell = this.cell(cells, 'points');
    return cell === '' ? undefined : readPoints(cell);
  }

  private day(cells: readonly string[], field: 'joined_on'): BusinessDate | Rejection | undefined {
    const found = this.dateIn(cells, field);
    return found !== undefined && !isRejection(found) && found > this.today ? 'date_in_future' : found;
  }

  private lastDay(cells: readonly string[]): BusinessDate | Rejection | undefined {
    return this.dateIn(cells, 'points_last_day');
  }

  private dateIn(cells: readonly string[], field: ImportField): BusinessDate | Rejection | undefined {
    const cell = this.cell(cells, field);
    if (cell === '') return undefined;
    const found = readDate(cell, this.reading.dateFormat);
    return typeof found === 'string' ? found : found.date;
  }

  private raw(cells: readonly string[], field: ImportField): string {
    return unguard(cells[this.at.get(field) ?? -1] ?? '');
  }

  private cell(cells: readonly string[], field: ImportField): string {
    return fold(this.raw(cells, field));
  }
}

const REJECTED = new Set<unknown>([
  'birthday_malformed',
  'date_malformed',
  'date_serial',
  'date_in_future',
  'points_malformed',
]);
const isRejection = (found: unknown): found is Rejection => REJECTED.has(found);

/** What was read, or null when the cell was empty; rejections are gone by now. */
function given<T>(found: T | Rejection | undefined): Exclude<T, Rejection | undefined> | null {
  return found === undefined || isRejection(found) ? null : (found as Exclude<T, Rejection | undefined>);
}

/** A number that names somebody: null when empty, undefined when it cannot be one. */
function numberOf(text: string, normalise: (text: string) => string | undefined): string | null | undefined {
  if (text === '') return null;
  // Databases that keep numbers as floats write 10001.0; no digit is lost there.
  const unspoiled = /^\d+\.0+$/.test(text) ? text.replace(/\.0+$/, '') : unspoiledDigits(text);
  return unspoiled === null ? undefined : normalise(unspoiled ?? text);
}

/** The number under which another system knows a member is kept as it is, leading zeros and case included. */
const externalIdOf = (text: string): string | undefined =>
  text.length <= 64 && !isPaymentCode(text.replace(/\D/g, '')) ? text : undefined;

/** Short words between commas, semicolons or bars; undefined when one is too long or they are too many. */
function tagsOf(cell: string): string[] | undefined {
  const tags = [...new Set(cell.split(/[,，;；、|/]/).map(tidy))].filter((tag) => tag !== '');
  return tags.length > 20 || tags.some((tag) => tag.length > 16) ? undefined : tags;
}

function genderOf(cell: string): 'female' | 'male' | null {
  const word = cell.toLowerCase();
  if (['女', '女士', '小姐', 'f', 'female', 'woman'].includes(word)) return 'female';
  return ['男', '男士', '先生', 'm', 'male', 'man'].includes(word) ? 'male' : null;
}
