import { readDates, readMonthDays, readSpans } from '@domain/settings/typed-days';
import { describe, expect, it } from 'vitest';

const span = (from: string, to = from) => ({ from, to });

describe('days as an owner types them', () => {
  it.each([
    ['', []],
    ['8', [8]],
    ['28, 8、18', [8, 18, 28]],
    ['８号，１８日 8', [8, 18]],
    ['0', undefined],
    ['32', undefined],
    ['8-18', undefined],
    ['monthly', undefined],
  ])('days of the month: %j', (text, days) => expect(readMonthDays(text)).toEqual(days));

  it.each([
    ['', []],
    ['2026-12-24', ['2026-12-24']],
    ['2027/1/1；2026.12.24', ['2026-12-24', '2027-01-01']],
    ['2026年12月24日', ['2026-12-24']],
    ['2026-02-29', undefined],
    ['12-24', undefined],
  ])('dates: %j', (text, days) => expect(readDates(text)).toEqual(days));

  it.each([
    ['', []],
    ['2026-12-24', [span('2026-12-24')]],
    ['2026-12-24~2026-12-26，2027-1-1', [span('2026-12-24', '2026-12-26'), span('2027-01-01')]],
    ['2026-12-24 至 2026-12-26', [span('2026-12-24', '2026-12-26')]],
    ['2026-12-24 to 2026-12-26', [span('2026-12-24', '2026-12-26')]],
    ['2026-12-24~', undefined],
    ['2026-12-24~2026-12-25~2026-12-26', undefined],
    ['Christmas', undefined],
  ])('spans of days: %j', (text, spans) => expect(readSpans(text)).toEqual(spans));
});
