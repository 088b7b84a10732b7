import { NOUGHT_TO_TEN, ONE_TO_FIVE } from '@renderer/features/surveys/components/score-row';
import { typedScore } from '@renderer/features/surveys/score-keys';
import { describe, expect, test } from 'vitest';

/** What stands after these keys, one after the other. */
const keyed = (keys: readonly string[], scores: readonly number[]): number | null =>
  keys.reduce<number | null>((value, key) => {
    const typed = typedScore(key, value, scores);
    return typed === undefined ? value : typed;
  }, null);

describe('a score by the keyboard', () => {
  test.each(NOUGHT_TO_TEN.map((score) => [score]))('%i of ten is typed as it is written', (score) => {
    expect(keyed([...String(score)], NOUGHT_TO_TEN)).toBe(score);
  });

  test('the next digit takes the place of the last, and only a nought behind a one makes a ten', () => {
    expect(keyed(['7', '9'], NOUGHT_TO_TEN)).toBe(9);
    expect(keyed(['1', '5'], NOUGHT_TO_TEN)).toBe(5);
    expect(keyed(['1', '0', '0'], NOUGHT_TO_TEN)).toBe(0);
    expect(keyed(['1', 'Backspace', '0'], NOUGHT_TO_TEN)).toBe(0);
  });

  test('of five: what is no score is not taken', () => {
    expect(keyed(['4', '0', '7'], ONE_TO_FIVE)).toBe(4);
    expect(keyed(['1', '0'], ONE_TO_FIVE)).toBe(1);
    expect(keyed(['3', 'Delete'], ONE_TO_FIVE)).toBeNull();
  });

  test('other keys are left to others', () => {
    for (const key of ['a', 'Enter', 'ArrowLeft', '?', '10', ' '])
      expect(typedScore(key, 1, NOUGHT_TO_TEN)).toBeUndefined();
  });
});
