import { CHURN_REASONS } from '@domain/care/task';
import { CAUSE_OF, REFERENCE_SHARES } from '@domain/care/win-back';
import { describe, expect, test } from 'vitest';

describe('the cause tree of a win-back (S63, S90)', () => {
  test('S90 the seven reasons of the source make one hundred', () => {
    expect(CHURN_REASONS.reduce((sum, reason) => sum + REFERENCE_SHARES[reason], 0)).toBe(100);
    expect(REFERENCE_SHARES.indifference).toBe(68);
  });

  test('S63 each reason leads to one of three causes, death to none', () => {
    expect(CAUSE_OF).toEqual({
      died: null,
      moved: 'need_changed',
      taste: 'need_changed',
      friend: 'competitor',
      cheaper: 'competitor',
      product: 'competitor',
      indifference: 'service_failure',
    });
  });
});
