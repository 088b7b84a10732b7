import { Refusal } from '@domain/refusal';
import { decideByHand, type LevelByHand } from '@domain/tiers/by-hand';
import { describe, expect, it } from 'vitest';
import { bill, day, newcomer, RULES, standing } from './shop-rules';

const level: LevelByHand = { tier: 'vip', joinsAutomatic: true, until: null, reason: '老顾客' };

function set(change: Partial<LevelByHand>, asked: Partial<Parameters<typeof decideByHand>[0]> = {}) {
  const decided = decideByHand({
    standing: newcomer,
    level: { ...level, ...change },
    bills: [],
    today: day('2026-05-18'),
    rules: { version: 3, tiers: RULES },
    ...asked,
  });
  if (decided instanceof Refusal) return decided.code;
  return decided.map(({ kind, after }) => ({ kind, ...after }));
}

describe('rules Tiers: a level set by hand', () => {
  it('needs a reason, and an end that has not passed', () => {
    expect(set({ reason: ' ' })).toBe('reason_needed');
    expect(set({ until: day('2026-05-17') })).toBe('until_in_past');
    expect(set({ until: day('2026-05-18') })).toMatchObject([{ tier: 'vip', until: '2026-05-18' }]);
  });

  it('that joins the automatic rule is protected like any other, or until the day that is named', () => {
    expect(set({})).toEqual([
      { kind: 'by_hand', tier: 'vip', since: '2026-05-18', until: '2027-05-18', fixed: false },
    ]);
    expect(set({ until: day('2026-12-31') })).toMatchObject([{ until: '2026-12-31', fixed: false }]);
    expect(set({ tier: 'regular', until: day('2026-12-31') })).toMatchObject([
      { tier: 'regular', until: null },
    ]);
  });

  it('that does not join is fixed until that day, or for good', () => {
    expect(set({ joinsAutomatic: false })).toMatchObject([{ tier: 'vip', until: null, fixed: true }]);
    expect(set({ joinsAutomatic: false, until: day('2026-12-31') })).toMatchObject([
      { until: '2026-12-31', fixed: true },
    ]);
  });

  it('and joins rises at once to what was earned; a fixed one does not', () => {
    const bills = [bill('2026-05-01', 6000)];
    expect(set({ tier: 'loyal' }, { bills })).toMatchObject([
      { kind: 'by_hand', tier: 'loyal' },
      { kind: 'up', tier: 'vip' },
    ]);
    expect(set({ tier: 'loyal', joinsAutomatic: false }, { bills })).toMatchObject([{ tier: 'loyal' }]);
  });

  it('may be the same level, protected longer: it has been held since it was reached', () => {
    const held = standing('vip', '2025-06-01', '2026-06-01');
    expect(set({}, { standing: held })).toMatchObject([{ since: '2025-06-01', until: '2027-05-18' }]);
  });
});
