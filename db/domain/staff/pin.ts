import { type NoParams, type Refusal, refuse } from '../refusal';

/** What is known of whoever sets a PIN, as far as the shop knows them as a member. */
export interface PinOwner {
  /** Digits of their phone number; null when not known. */
  readonly phone: string | null;
  readonly birthday: { readonly year: number | null; readonly month: number; readonly day: number } | null;
}

/** Somebody who is no member, or of whom the shop knows neither. */
export const UNKNOWN: PinOwner = { phone: null, birthday: null };

export type NewPinRefusal = Refusal<'pin_length', { digits: number }> | Refusal<'trivial_pin', NoParams>;

/**
 * Refuses a new PIN that has not the digits the shop's rule wants, or that a colleague would try
 * first: one digit repeated, a group repeated, a run up or down, the own birthday, the end of the own
 * phone number. Source: trust "People".
 */
export function refusedNewPin(pin: string, digits: number, of: PinOwner): NewPinRefusal | undefined {
  if (!/^\d*$/.test(pin) || pin.length !== digits) return refuse('pin_length', { digits });
  const guessed = isRepeated(pin) || isRun(pin) || isOfBirthday(pin, of) || of.phone?.endsWith(pin) === true;
  return guessed ? refuse('trivial_pin') : undefined;
}

/** 111111, 121212, 123123: one group over and over. */
function isRepeated(pin: string): boolean {
  const groups = [1, 2, 3, 4].filter((length) => length < pin.length && pin.length % length === 0);
  return groups.some((length) => pin.slice(0, length).repeat(pin.length / length) === pin);
}

/** 123456, 890123, 654321, 246802: the same step from each digit to the next, and pairs such as 112233. */
function isRun(pin: string): boolean {
  const pairs = [...pin].filter((_, at) => at % 2 === 0);
  const isPaired = pin.length % 2 === 0 && pairs.map((digit) => digit + digit).join('') === pin;
  return isStepped([...pin].map(Number)) || (isPaired && isStepped(pairs.map(Number)));
}

function isStepped(digits: readonly number[]): boolean {
  const steps = digits.slice(1).map((digit, at) => (digit - (digits[at] ?? 0) + 10) % 10);
  return [1, 2, 8, 9].some((step) => steps.every((taken) => taken === step));
}

/** The day in the ways in which people write it: 0518, 1805, 900518, 180590, 19900518, 180519 (with its century). */
function isOfBirthday(pin: string, { birthday }: PinOwner): boolean {
  if (birthday === null) return false;
  const [month, day] = [twoDigits(birthday.month), twoDigits(birthday.day)];
  const years = birthday.year === null ? [] : [String(birthday.year), twoDigits(birthday.year % 100)];
  const days = [month + day, day + month];
  const dated = years.flatMap((year) => days.flatMap((date) => [year + date, date + year]));
  return [...days, ...dated, ...years].includes(pin);
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
