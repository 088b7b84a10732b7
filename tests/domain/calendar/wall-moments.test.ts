import { momentsOfWall, wallTimeOf } from '@domain/calendar/wall-moments';
import { businessDate, instant } from '@domain/units';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const BERLIN = { zone: 'Europe/Berlin' };
const moments = (date: string, minute: number) =>
  momentsOfWall(businessDate(date), minute, BERLIN).map((at) => new Date(at).toISOString());

it('a minute of the wall comes once, in a repeated hour twice, and a skipped one is the change itself', () => {
  expect(moments('2026-05-18', 9 * 60)).toEqual(['2026-05-18T07:00:00.000Z', '2026-05-18T07:00:00.000Z']);
  expect(moments('2026-10-25', 150)).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']);
  expect(moments('2026-03-29', 150)).toEqual(['2026-03-29T00:30:00.000Z', '2026-03-29T01:30:00.000Z']);
});

it('what the wall shows leads back to its moment', () => {
  const minutes = fc.integer({
    min: Date.parse('2025-01-01') / 60_000,
    max: Date.parse('2028-01-01') / 60_000,
  });
  fc.assert(
    fc.property(
      minutes,
      fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'Australia/Lord_Howe'),
      (at, zone) => {
        const { date, minute } = wallTimeOf(instant(at * 60_000), { zone });
        expect(momentsOfWall(date, minute, { zone })).toContain(at * 60_000);
      },
    ),
  );
});
