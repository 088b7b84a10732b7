import { z } from 'zod';
import {
  type BusinessDate,
  type Fen,
  type Instant,
  isBusinessDate,
  type Points,
} from '../../db/domain/units';

/** Ten thousand million yuan: no bill of a shop is larger, and sums of millions of them stay exact. */
const MAX_FEN = 1_000_000_000_000;
const MAX_POINTS = 1_000_000_000_000;

const wholeWithin = (value: unknown, min: number, max: number): boolean =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max;

/** Money in fen, zero or more. */
export const amount = z.custom<Fen>((value) => wholeWithin(value, 0, MAX_FEN), 'fen');
/** A sum of amounts that need not be one itself, such as the lines of a bill typed wrongly. */
export const amountSum = z.custom<Fen>((value) => wholeWithin(value, 0, Number.MAX_SAFE_INTEGER), 'fen');
/** Money in fen, may be negative (a difference, a step on a bill). */
export const signedAmount = z.custom<Fen>((value) => wholeWithin(value, -MAX_FEN, MAX_FEN), 'fen');
export const pointCount = z.custom<Points>((value) => wholeWithin(value, 0, MAX_POINTS), 'points');
export const signedPoints = z.custom<Points>(
  (value) => wholeWithin(value, -MAX_POINTS, MAX_POINTS),
  'points',
);
export const instantShape = z.custom<Instant>((value) => wholeWithin(value, 0, 8.64e15), 'instant');
export const dateShape = z.custom<BusinessDate>(isBusinessDate, 'date');
export const count = z.int().min(0);
export const id = z.uuid();

/** A line of text as people type it: trimmed, without control characters, with a cap. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .transform((value) => value.replace(/\p{Cc}+/gu, ' ').trim());
/** The same, with line breaks kept. */
export const prose = (max: number) =>
  z
    .string()
    .max(max)
    .transform((value) => value.replace(/[^\P{Cc}\n]+/gu, ' ').trim());

export const tierShape = z.enum(['regular', 'loyal', 'vip']);
