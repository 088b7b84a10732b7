import { addDays, daysBetween } from '@domain/calendar/business-day';
import { periodBefore } from '@domain/calendar/period';
import { percentWithin, verdictOn } from '@domain/surveys/percent';
import { byCertainSatisfaction } from '@domain/surveys/ranking';
import { aroundChange, countAnswers, type Said, shareOf, trendMonths } from '@domain/surveys/results';
import { businessDate } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

const maybe = (min: number, max: number) => fc.option(fc.integer({ min, max }), { nil: null });
const said: fc.Arbitrary<Said> = fc.record({
  satisfaction: maybe(1, 5),
  recommend: maybe(0, 10),
  count: fc.integer({ min: 1, max: 40 }),
});
const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(businessDate('2020-01-01'), days));

describe('S85 what answers come to', () => {
  it('satisfaction is the share of 4-5, word of mouth that of 9-10', () => {
    const counts = countAnswers([
      { satisfaction: 5, recommend: 10, count: 6 },
      { satisfaction: 4, recommend: 8, count: 2 },
      { satisfaction: 3, recommend: null, count: 1 },
      { satisfaction: null, recommend: 0, count: 2 },
    ]);
    expect(counts).toEqual({
      answers: 11,
      satisfaction: [0, 0, 1, 2, 6],
      recommend: [2, 0, 0, 0, 0, 0, 0, 0, 2, 0, 6],
    });
    const { satisfaction, wordOfMouth, nps } = shareOf(counts);
    expect(satisfaction).toMatchObject({ percent: 88.9, of: 9 });
    expect(wordOfMouth).toMatchObject({ percent: 60, of: 10 });
    expect(nps).toMatchObject({ score: 40, of: 10 });
  });

  it('without answers there are no shares', () => {
    expect(shareOf(countAnswers([]))).toEqual({ satisfaction: null, wordOfMouth: null, nps: null });
  });

  test('the order of answers does not matter, nor whether they are counted one by one', () =>
    fc.assert(
      fc.property(fc.array(said, { maxLength: 40 }), fc.infiniteStream(fc.nat()), (answers, numbers) => {
        const shuffled = answers
          .map((answer) => ({ answer, at: numbers.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .flatMap(({ answer }) => Array.from({ length: answer.count }, () => ({ ...answer, count: 1 })));
        expect(countAnswers(shuffled)).toEqual(countAnswers(answers));
      }),
    ));

  test('every share lies within its interval, and that within 0 and 100', () =>
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 40 }), (answers) => {
        const { satisfaction, wordOfMouth } = shareOf(countAnswers(answers));
        for (const share of [satisfaction, wordOfMouth]) {
          if (share === null) continue;
          expect(share.low).toBeGreaterThanOrEqual(0);
          expect(share.percent).toBeGreaterThanOrEqual(share.low);
          expect(share.high).toBeGreaterThanOrEqual(share.percent);
          expect(share.high).toBeLessThanOrEqual(100);
        }
      }),
    ));
});

describe('what is said of a target', () => {
  const verdict = (counted: number, of: number, target: number) => {
    const share = percentWithin(counted, of);
    if (share === null) throw new Error('nobody was asked');
    return verdictOn(share, target);
  };

  it('nothing before thirty have answered', () => {
    expect(verdict(29, 29, 80)).toBe('few');
    expect(verdict(30, 30, 80)).toBe('reached');
  });

  it('reached or missed only where the interval says so, open else', () => {
    expect(verdict(95, 100, 85)).toBe('reached');
    expect(verdict(70, 100, 85)).toBe('missed');
    expect(verdict(86, 100, 85)).toBe('open');
  });

  it('a target of 100 is reached by everybody, and missed by one who says no', () => {
    expect(verdict(40, 40, 100)).toBe('reached');
    expect(verdict(39, 40, 100)).toBe('missed');
  });
});

describe('periods', () => {
  test('the one before is as long, and ends the day before', () =>
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 800 }), (from, days) => {
        const before = periodBefore({ from, to: addDays(from, days) });
        expect(daysBetween(before.from, before.to)).toBe(days);
        expect(addDays(before.to, 1)).toBe(from);
      }),
    ));

  test('a trend is twelve months, the last that of the last day', () =>
    fc.assert(
      fc.property(day, (to) => {
        const months = trendMonths({ from: to, to });
        expect(months).toHaveLength(12);
        expect(months.at(-1)).toBe(to.slice(0, 7));
        expect(months.toSorted()).toEqual(months);
        expect(new Set(months).size).toBe(12);
      }),
    ));

  it('S84 a change is set between 90 days before it and 90 days from its day on', () => {
    expect(aroundChange(businessDate('2026-05-01'))).toEqual({
      before: { from: '2026-01-31', to: '2026-04-30' },
      after: { from: '2026-05-01', to: '2026-07-29' },
    });
  });
});

describe('S87 the ranking', () => {
  it('goes by what is certain: two good answers do not stand above two hundred', () => {
    const of = (name: string, counted: number, all: number, sales = 0) => ({
      ...{ name, sales, satisfaction: percentWithin(counted, all) },
    });
    const staff = [
      of('王', 2, 2),
      of('李', 190, 200),
      of('赵', 0, 0, 9),
      of('钱', 0, 0, 40),
      of('孙', 20, 200),
    ];
    expect(staff.toSorted(byCertainSatisfaction).map(({ name }) => name)).toEqual([
      ...['李', '王', '孙', '钱', '赵'],
    ]);
  });
});
