import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { draftOf, type RuleField, readRules } from '@renderer/features/settings/rules-draft';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const usual = draftOf(DEFAULT_RULES);
const problemsOf = (part: Partial<Record<RuleField, string>>) => {
  const read = readRules({ ...usual, ...part });
  return 'problems' in read ? read.problems : null;
};

describe('the rules as they are typed', () => {
  it('come back as they went in', () => expect(readRules(usual)).toEqual({ rules: DEFAULT_RULES }));

  it('come back whatever they are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.integer({ min: 1, max: 1000 }), // any more a fen is refused
        (perFen, points) => {
          const rules = {
            ...DEFAULT_RULES,
            points: { ...DEFAULT_RULES.points, earn: { points, perFen } as never },
          };
          expect(readRules(draftOf(rules))).toEqual({ rules });
        },
      ),
    );
  });

  it('are read as people type them: full width, with blanks and grouping', () => {
    expect(problemsOf({ adjustLimit: ' １,０００ ', earnPer: '１．００' })).toBeNull();
  });

  it('say at the field what is wrong with it', () => {
    expect(problemsOf({ percent: '101' })).toEqual({ percent: { code: 'out_of_range', min: 0, max: 100 } });
    expect(problemsOf({ step: 'x', earnPer: '1.005' })).toEqual({
      step: { code: 'not_whole' },
      earnPer: { code: 'not_amount' },
    });
    expect(problemsOf({ minimum: '' })).toEqual({ minimum: { code: 'not_whole' } });
  });

  it('are refused when no bill could follow them', () => {
    expect(problemsOf({ earnPer: '0' })).toEqual({ earnPer: { code: 'earn_rate' } });
    expect(problemsOf({ minimum: '150' })).toEqual({ minimum: { code: 'redeem_minimum' } });
    expect(problemsOf({ redeemPoints: '300', step: '100' })).toEqual({ step: { code: 'redeem_step' } });
    expect(problemsOf({ resolutionHours: '12' })).toEqual({ resolutionHours: { code: 'complaint_hours' } });
  });
});
