import { type BusinessDate, businessDate, type Fen, fen, type Instant, instant } from './domain/units';

/** What a column that may be empty holds, in its unit. */
export const dateOrNull = (value: string | null): BusinessDate | null =>
  value === null ? null : businessDate(value);
export const instantOrNull = (value: number | null): Instant | null =>
  value === null ? null : instant(value);
export const fenOrNull = (value: number | null): Fen | null => (value === null ? null : fen(value));
