import { boughtBetween } from '@domain/insights/bought';
import { NONE_8 } from '@domain/insights/judged';
import { scoreRfm } from '@domain/insights/rfm';
import { monthsBack } from '@domain/insights/value';
import { RFM_GROUPS } from '@domain/insights/words';
import { fen } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_OF, anyShuffled, anyStore, every, historiesOf, shuffled, type Told } from './members';

const BY_FIFTHS = { windowMonths: 24, thresholds: null };
const scored = (members: readonly Told[], rules: Parameters<typeof scoreRfm>[2] = BY_FIFTHS) =>
  scoreRfm(boughtBetween(historiesOf(members), monthsBack(AS_OF, rules.windowMonths), AS_OF), AS_OF, rules);
const groupsOf = ({ columns }: ReturnType<typeof scored>) =>
  [...columns.rfmGroup].map((place) => RFM_GROUPS[place] ?? null);

describe('S14 RFM', () => {
  it('parts five buyers into the five bands of each axis', () => {
    // Silent 50, 40 … days; 1, 2 … bills; ¥10, ¥20 … in all.
    const { columns, finding } = scored([1, 2, 3, 4, 5].map((k) => every(60, k, 60 - 10 * k)));
    expect([...columns.recencyScore]).toEqual([1, 2, 3, 4, 5]);
    expect([...columns.frequencyScore]).toEqual([1, 2, 3, 4, 5]);
    expect([...columns.moneyScore]).toEqual([1, 2, 3, 4, 5]);
    expect(finding).toMatchObject({
      from: '2024-11-01',
      to: '2026-10-31',
      members: 5,
      recencyDays: [40, 30, 20, 10],
      bills: [2, 3, 4, 5],
      money: [2000, 3000, 4000, 5000],
      byThreshold: false,
      mean: { recencyDays: 30, bills: 3, money: 3000 },
    });
  });

  it('never parts equals: where three of five bought once, all three are in the lowest band', () => {
    const { columns, finding } = scored([every(9, 1), every(9, 1), every(9, 1), every(9, 2), every(9, 3)]);
    expect([...columns.frequencyScore]).toEqual([1, 1, 1, 4, 5]);
    expect(finding.bills).toEqual([2, 2, 2, 3]);
  });

  it('only what lies within the window counts', () => {
    const edge = { bills: [[729, 50] as const] }; // 2024-11-01, its first day
    const older = { bills: [[730, 50] as const] };
    const { columns, finding } = scored([edge, older, { joined: 3, bills: [] }]);
    expect([...columns.frequencyScore].map((score) => score === NONE_8)).toEqual([false, true, true]);
    expect(groupsOf({ columns, finding })[1]).toBeNull();
    expect(finding.members).toBe(1);
  });

  it('keeps to the limits of the owner: days at most, bills and money at least', () => {
    const thresholds = {
      recencyDays: [180, 90, 60, 30],
      bills: [2, 4, 8, 12],
      money: [fen(5000), fen(20000), fen(50000), fen(100000)],
    } as const;
    const { columns, finding } = scored([every(10, 4, 30, 50), every(10, 3, 91, 10)], {
      windowMonths: 24,
      thresholds,
    });
    expect([...columns.recencyScore]).toEqual([5, 2]);
    expect([...columns.frequencyScore]).toEqual([3, 2]);
    expect([...columns.moneyScore]).toEqual([3, 1]);
    expect(finding).toMatchObject({ ...thresholds, byThreshold: true });
  });

  it('names the eight groups by each axis against the mean', () => {
    const recentOften = every(5, 9, 0, 100);
    const members = [
      recentOften,
      { bills: [[0, 900]] as const }, // recent, seldom, much
      every(5, 9, 300, 100), // long ago, often, much
      { bills: [[300, 900]] as const },
      every(5, 9, 0, 1),
      { bills: [[0, 1]] as const },
      every(5, 9, 300, 1),
      { bills: [[300, 1]] as const },
    ];
    expect(groupsOf(scored(members))).toEqual([...RFM_GROUPS]);
  });

  it('whoever is as the mean counts as above it: where all are alike all are important and valuable', () => {
    expect(groupsOf(scored([every(9, 2, 4), every(9, 2, 4)]))).toEqual([
      'important_value',
      'important_value',
    ]);
  });

  it('the groups part those who bought: their members and money add up', () => {
    fc.assert(
      fc.property(anyStore(), (members) => {
        const { columns, finding } = scored(members);
        expect(finding.groups.reduce((sum, one) => sum + one.members, 0)).toBe(finding.members);
        const inWindow = members.map(({ bills }) => bills.filter(([ago]) => ago < 730));
        const money = inWindow.flat().reduce((sum, [, yuan]) => sum + yuan * 100, 0);
        expect(finding.groups.reduce((sum, one) => sum + one.money, 0)).toBe(money);
        expect([...columns.rfmGroup].map((group) => group !== NONE_8)).toEqual(
          inWindow.map((bills) => bills.length > 0),
        );
      }),
    );
  });

  it('who is better on an axis never scores less on it', () => {
    fc.assert(
      fc.property(anyStore(), (members) => {
        for (const ranked of axesOf(members)) {
          for (const [at, { score }] of ranked.entries())
            expect(score).toBeGreaterThanOrEqual(ranked[at - 1]?.score ?? 1);
          const equals = new Map(ranked.map(({ value, score }) => [value, score]));
          for (const { value, score } of ranked) expect(score).toBe(equals.get(value));
        }
      }),
    );
  });

  it('no band holds more than its share, with those above it', () => {
    fc.assert(
      fc.property(anyStore(), fc.constantFrom(2, 3, 4, 5), (members, band) => {
        for (const ranked of axesOf(members)) {
          const reached = ranked.filter(({ score }) => score >= band).length;
          expect(reached).toBeLessThanOrEqual(Math.ceil((ranked.length * (6 - band)) / 5));
        }
      }),
    );
  });

  it('does not depend on the order of the members', () => {
    fc.assert(
      fc.property(anyShuffled(), ({ members, order }) => {
        const there = scored(members);
        const here = scored(shuffled(members, order));
        expect(here.finding).toEqual(there.finding);
        expect([...here.columns.rfmGroup]).toEqual(shuffled(there.columns.rfmGroup, order));
        expect([...here.columns.moneyScore]).toEqual(shuffled(there.columns.moneyScore, order));
      }),
    );
  });
});

/** The buyers of the window by each axis, the worst first: what they did, and what they scored. */
function axesOf(members: readonly Told[]) {
  const { columns } = scored(members);
  const axes = [
    { score: columns.recencyScore, of: (bills: Told['bills']) => -Math.min(...bills.map(([ago]) => ago)) },
    { score: columns.frequencyScore, of: (bills: Told['bills']) => bills.length },
    {
      score: columns.moneyScore,
      of: (bills: Told['bills']) => bills.reduce((sum, [, yuan]) => sum + yuan, 0),
    },
  ];
  const buyers = members
    .map(({ bills }, i) => ({ bills: bills.filter(([ago]) => ago < 730), i }))
    .filter(({ bills }) => bills.length > 0);
  return axes.map(({ score, of }) =>
    buyers
      .map(({ bills, i }) => ({ value: of(bills), score: score[i] ?? NONE_8 }))
      .sort((a, b) => a.value - b.value),
  );
}
