import { normalisePhone } from '../members/phone';
import { type BusinessDate, daysInMonth } from '../units';
import { OLDEST_AGE } from './checks';

/** What is typed where a name was asked for and none was given. */
export const NO_NAMES = [
  ...['无', '无名', '无名氏', '未知', '匿名', '测试', '会员', '顾客', '客户', '先生', '女士', '小姐', '散客'],
  ...['test', 'null', 'none', 'n/a', 'na', 'xxx', 'unknown', 'undefined', 'customer', 'member'],
] as const;
/** Characters that no name has, as a GLOB class takes them; the last one stands where a file was read in the wrong encoding. */
export const NOT_IN_NAMES = [...'0123456789?？*＊#@=<>|\\\u{fffd}'] as const;

const NOT_A_NAME: ReadonlySet<string> = new Set(NO_NAMES);

/** True for a name that cannot be one; an empty name is missing, not odd. */
export const isOddName = (name: string): boolean =>
  NOT_A_NAME.has(name.toLowerCase()) || NOT_IN_NAMES.some((character) => name.includes(character));

/** So many equal digits at the end are typed by whoever wants to get past the field. */
export const EQUAL_DIGITS = 7;

/** True for a stored phone that reaches nobody: of no form that phones have, or one digit over and over. */
export function isOddPhone(phone: string): boolean {
  const last = phone.slice(-1);
  return normalisePhone(phone) !== phone || phone.endsWith(last.repeat(EQUAL_DIGITS));
}

export interface StoredBirthday {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** True for a birthday that nobody has: a day that does not exist or is to come, 1900, older than anybody. */
export function isOddBirthday({ year, month, day }: StoredBirthday, today: BusinessDate): boolean {
  if (day > daysInMonth(year ?? 2000, month)) return true;
  if (year === null) return false;
  const pad = (value: number) => String(value).padStart(2, '0');
  return (
    year === 1900 ||
    year < Number(today.slice(0, 4)) - OLDEST_AGE ||
    `${year}-${pad(month)}-${pad(day)}` > today
  );
}
