import type { NumberFact } from '@domain/segments/segment';
import { readAmount, typedAmount } from '../../lib/amount';
import { UNIT_OF, type Unit } from '../../lib/segment-numbers';

interface Bounds {
  readonly least: number;
  readonly most: number;
}
const BOUNDS: Readonly<Record<Exclude<Unit, 'money'>, Bounds>> = {
  visits: { least: 0, most: 100_000 },
  points: { least: 0, most: 1_000_000_000 },
  coupons: { least: 0, most: 10_000 },
  days: { least: 0, most: 36_600 },
  years: { least: 0, most: 150 },
  month: { least: 1, most: 12 },
  band: { least: 1, most: 5 },
  traits: { least: 0, most: 4 },
  percent: { least: 0, most: 100 },
  friends: { least: 0, most: 100_000 },
  complaints: { least: 0, most: 100_000 },
  stars: { least: 1, most: 5 },
  tenths: { least: 0, most: 10 },
};

/** What a number of this fact can be; null for money, which has its own reading. */
export function boundsOf(fact: NumberFact): Bounds | null {
  const unit = UNIT_OF[fact];
  return unit === 'money' ? null : BOUNDS[unit];
}

/** Null = left open, undefined = no number that the fact can be. Full-width digits are folded, yuan become fen. */
export function readNumber(fact: NumberFact, text: string): number | null | undefined {
  const folded = text.normalize('NFKC').trim();
  if (folded === '') return null;
  const bounds = boundsOf(fact);
  if (bounds === null) {
    const amount = readAmount(folded);
    return amount.ok ? amount.fen : undefined;
  }
  if (!/^\d{1,10}$/.test(folded)) return undefined;
  const number = Number(folded);
  return number >= bounds.least && number <= bounds.most ? number : undefined;
}

/** A number of a rule as a person would type it. */
export function typedNumber(fact: NumberFact, value: number | null): string {
  if (value === null) return '';
  return UNIT_OF[fact] === 'money' ? typedAmount(value) : String(value);
}
