import type { Hours } from './person';
import { type Random, weighted } from './random';

/** First and last minute of the day's bands; the shop is open from half past seven to nine (S94). */
const BANDS: Readonly<Record<Exclude<Hours, 'any'> | 'noon', readonly [number, number]>> = {
  morning: [450, 650],
  noon: [590, 840],
  afternoon: [790, 1050],
  evening: [1000, 1255],
};

const CROWD = weighted<keyof typeof BANDS>([
  ['morning', 30],
  ['noon', 16],
  ['afternoon', 28],
  ['evening', 26],
]);

/** A minute of the day at which somebody of that habit comes: mostly in their own part of it. */
export function minuteOf(random: Random, hours: Hours): number {
  const own = hours !== 'any' && random.chance(0.65);
  const [from, to] = BANDS[own ? hours : CROWD.draw(random)];
  // Two draws averaged: bands are fullest in their middle.
  return Math.floor((random.between(from, to) + random.between(from, to)) / 2);
}

/** How busy a weekday (0 = Sunday) is, and a month (1-12): the weekend is, Spring Festival is not. */
const WEEKDAYS = [1.15, 0.95, 0.95, 1, 1, 1.1, 1.3];
const MONTHS = [0.9, 0.75, 0.95, 1, 1.05, 1.05, 1.1, 1.1, 1.05, 1.05, 1, 1.05];

export const busyness = (weekday: number, month: number): number =>
  (WEEKDAYS[weekday] ?? 1) * (MONTHS[month - 1] ?? 1);
