import { NONE } from '@domain/insights/judged';
import { warnedOf } from '@domain/insights/warned';
import { VALUES } from '@domain/insights/words';
import { describe, expect, it } from 'vitest';
import { AS_OF, every, historiesOf, type Told } from './members';

const RULES = { highPercent: 20, dormantDays: 90 };
interface Known {
  readonly value?: (typeof VALUES)[number];
  readonly gap?: number;
  readonly alive?: number;
  readonly expected?: number;
  readonly aboveRegular?: 0 | 1;
}
/** Whether the first of them is warned of. */
function isWarned(members: readonly [Told, ...Told[]], known: readonly Known[]): boolean {
  const column = (of: (one: Known) => number) => members.map((_, at) => of(known[at] ?? {}));
  const warned = warnedOf(
    historiesOf(members),
    AS_OF,
    {
      value: Uint8Array.from(column(({ value = 'low' }) => VALUES.indexOf(value))),
      usualGap: Int32Array.from(column(({ gap = NONE }) => gap)),
      alive: Int32Array.from(column(({ alive = NONE }) => alive)),
      expectedFen: Float64Array.from(column(({ expected = NONE }) => expected)),
    },
    Uint8Array.from(column(({ aboveRegular = 0 }) => aboveRegular)),
    RULES,
  );
  return warned[0] === 1;
}
const silent = (days: number) => every(9, 6, days);

describe('S18 valuable members about to leave', () => {
  it('usually every 9 days, silent for 31: of high value, missed by their own habit', () => {
    expect(isWarned([silent(31)], [{ value: 'high', gap: 9 }])).toBe(true);
    expect(isWarned([silent(18)], [{ value: 'high', gap: 9 }])).toBe(false);
    expect(isWarned([silent(19)], [{ value: 'high', gap: 9 }])).toBe(true);
  });

  it('only who is valuable: high value, a level above regular, or of the best fifth by what they should bring', () => {
    expect(isWarned([silent(31)], [{ gap: 9 }])).toBe(false);
    expect(isWarned([silent(31)], [{ value: 'middle', gap: 9 }])).toBe(false);
    expect(isWarned([silent(31)], [{ gap: 9, aboveRegular: 1 }])).toBe(true);
    const five = [silent(31), silent(1), silent(1), silent(1), silent(1)] as const;
    const best = [5, 4, 3, 2, 1].map((expected) => ({ gap: 9, expected }));
    expect(isWarned(five, best)).toBe(true);
    expect(isWarned(five, best.toReversed())).toBe(false);
  });

  it('with a model: more likely to stay away than to come again, and longer silent than usual', () => {
    expect(isWarned([silent(31)], [{ value: 'high', gap: 9, alive: 499 }])).toBe(true);
    expect(isWarned([silent(31)], [{ value: 'high', gap: 9, alive: 500 }])).toBe(false);
    expect(isWarned([silent(31)], [{ value: 'high', gap: 31, alive: 100 }])).toBe(false);
    // Below four visits the model alone speaks.
    expect(isWarned([silent(31)], [{ value: 'high', alive: 100 }])).toBe(true);
  });

  it('not before two weeks, and not once it is winning back', () => {
    expect(isWarned([silent(13)], [{ value: 'high', gap: 1, alive: 10 }])).toBe(false);
    expect(isWarned([silent(89)], [{ value: 'high', gap: 9 }])).toBe(true);
    expect(isWarned([silent(90)], [{ value: 'high', gap: 9 }])).toBe(false);
  });

  it('says nothing of who never bought, or whose habit nobody knows', () => {
    expect(isWarned([{ joined: 40, bills: [] }], [{ aboveRegular: 1, alive: 0 }])).toBe(false);
    expect(isWarned([every(9, 2, 40)], [{ value: 'high' }])).toBe(false);
  });
});
