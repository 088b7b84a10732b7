import { daysLate } from '@domain/hq/late';
import { expect, it } from 'vitest';

const DAY = 86_400_000;

it('exchange, status: a store is late once its time and two days of grace have passed', () => {
  expect(daysLate('weekly', 0, 9 * DAY)).toBe(0);
  expect(daysLate('weekly', 0, 10 * DAY)).toBe(1);
  expect(daysLate('daily', 0, 5 * DAY)).toBe(2);
  expect(daysLate('monthly', 0, 30 * DAY)).toBe(0);
});
