import { type KindCounts, resultOf } from '@domain/care/results';
import { wilson } from '@domain/statistics/proportion';
import { describe, expect, test } from 'vitest';

const counts = (rest: Partial<KindCounts>): KindCounts => ({
  kind: 'dormant',
  made: 40,
  contacted: 30,
  done: 20,
  lapsed: 5,
  dropped: 2,
  contactedBought: { bought: 9, of: 30 },
  taskedBought: { bought: 11, of: 40 },
  controlBought: { bought: 1, of: 10 },
  ...rest,
});

describe('what came of a kind of task (S56-S63)', () => {
  test('every share has the interval in which it may really lie', () => {
    const { contactedInterval, taskedInterval, controlInterval } = resultOf(counts({}));
    const [contacted, tasked, control] = [wilson(9, 30), wilson(11, 40), wilson(1, 10)];
    expect(contactedInterval).toEqual([contacted?.from, contacted?.to]);
    expect(taskedInterval).toEqual([tasked?.from, tasked?.to]);
    expect(controlInterval).toEqual([control?.from, control?.to]);
  });

  test('a kind of which nobody is left out by lot has nothing beside it', () => {
    const result = resultOf(counts({ kind: 'birthday', controlBought: { bought: 0, of: 0 } }));
    expect(result).toMatchObject({
      ...{ taskedBought: null, taskedInterval: null, controlBought: null, controlInterval: null },
    });
    expect(result.contactedInterval).not.toBeNull();
  });

  test('before the 30 days of anybody are over there is no share', () => {
    const none = { bought: 0, of: 0 };
    expect(
      resultOf(counts({ contactedBought: none, taskedBought: none, controlBought: none })),
    ).toMatchObject({
      controlBought: none,
      contactedInterval: null,
      taskedInterval: null,
      controlInterval: null,
    });
  });
});
