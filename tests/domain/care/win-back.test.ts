import { CARE_WORDS, startingScripts } from '@domain/care/starting-words';
import { CHURN_REASONS } from '@domain/care/task';
import { CAUSE_OF, REFERENCE_SHARES, winBackScripts } from '@domain/care/win-back';
import { describe, expect, test } from 'vitest';

const scripts = startingScripts(CARE_WORDS['zh-CN']);
const causes = (asked: Parameters<typeof winBackScripts>[1]) =>
  winBackScripts(scripts, asked).map(({ cause }) => cause);

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

describe('the scripts of a win-back', () => {
  test('S63 all three until a reason is chosen', () => {
    expect(causes({ churnReason: null, complaintOpen: false })).toEqual([
      'service_failure',
      'need_changed',
      'competitor',
    ]);
  });

  test('S63 then the fitting one first', () => {
    expect(causes({ churnReason: 'cheaper', complaintOpen: false })).toEqual([
      'competitor',
      'service_failure',
      'need_changed',
    ]);
  });

  test('S62 while a complaint is open only the apology, whatever the reason', () => {
    for (const churnReason of [null, 'moved', 'cheaper', 'indifference'] as const)
      expect(causes({ churnReason, complaintOpen: true })).toEqual(['service_failure']);
  });

  test('S90 none for somebody who has died', () => {
    expect(causes({ churnReason: 'died', complaintOpen: false })).toEqual([]);
    expect(causes({ churnReason: 'died', complaintOpen: true })).toEqual([]);
  });

  test('a script of the owner that fits every cause stands with the fitting ones', () => {
    const own = { id: 'own', kind: 'win_back', cause: null, name: '', content: 'service', text: '' } as const;
    const offered = winBackScripts([...scripts, own], { churnReason: 'moved', complaintOpen: false });
    expect(offered.map(({ id }) => id).slice(0, 2)).toEqual(['win-back-need', 'own']);
  });
});
