import { addDays } from '@domain/calendar/business-day';
import { Refusal } from '@domain/refusal';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { askAgainOn, decideAnswer } from '@domain/surveys/answer';
import { decideChange } from '@domain/surveys/change';
import { SHOWN_AT_ONCE, shownDimensions } from '@domain/surveys/shown';
import { refusedStaffNote } from '@domain/surveys/staff-note';
import { DIMENSIONS, type SurveyAnswer } from '@domain/surveys/survey';
import { businessDate } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

const RULES = DEFAULT_RULES.surveys;
const DAY = businessDate('2026-05-18');

const decide = (answer: Partial<SurveyAnswer>, rules = RULES) => {
  const decided = decideAnswer(
    { satisfaction: null, recommend: null, dimensions: {}, note: '', ...answer },
    rules,
  );
  return decided instanceof Refusal ? decided.code : decided.low;
};

describe('S84 an answer', () => {
  it('needs one of the two questions; words and details alone are none', () => {
    expect(decide({ note: '一般', dimensions: { range: 3 } })).toBe('empty_answer');
    expect(decide({ satisfaction: 3 })).toBe(false);
    expect(decide({ recommend: 8 })).toBe(false);
  });

  it('is low from 2 down and from 6 down: a complaint is offered', () => {
    expect([1, 2, 3, 4, 5].map((satisfaction) => decide({ satisfaction }))).toEqual([
      ...[true, true, false, false, false],
    ]);
    expect([5, 6, 7, 8].map((recommend) => decide({ recommend }))).toEqual([true, true, false, false]);
    expect(decide({ satisfaction: 5, recommend: 0 })).toBe(true);
  });

  it('S88 scores only dimensions that are asked about today', () => {
    const dimensions = RULES.dimensions.map((each) => ({ ...each, active: each.id !== 'range' }));
    expect(decide({ satisfaction: 5, dimensions: { range: 4 } })).toBe(false);
    expect(decide({ satisfaction: 5, dimensions: { range: 4 } }, { ...RULES, dimensions })).toBe(
      'dimension_gone',
    );
    expect(decide({ satisfaction: 5, dimensions: { parking: 4 } })).toBe('dimension_gone');
  });

  it('is not asked for again before the pause is over', () => {
    expect(askAgainOn(DAY, RULES)).toBe('2026-06-17');
    expect(askAgainOn(DAY, { ...RULES, pauseDays: 0 })).toBe(DAY);
  });
});

describe('S88 which dimensions a survey shows', () => {
  it('knows the six expected and the five exceeding ones', () => {
    expect(DIMENSIONS.filter(({ group }) => group === 'expected')).toHaveLength(6);
    expect(DIMENSIONS.filter(({ group }) => group === 'exceeding')).toHaveLength(5);
  });

  test('few at a time, each active one equally often over as many days as there are', () =>
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 0, maxLength: 20 }),
        fc.integer({ min: -800, max: 4000 }),
        (active, days) => {
          const dimensions = active.map((each, index) => ({
            ...{ id: `d${index}`, group: 'expected' as const, name: '', active: each },
          }));
          const asked = dimensions.filter((each) => each.active);
          const shown = asked.map((_, turn) => shownDimensions(dimensions, addDays(DAY, days + turn)));
          for (const few of shown) {
            expect(few).toHaveLength(Math.min(SHOWN_AT_ONCE, asked.length));
            expect(new Set(few).size).toBe(few.length);
          }
          const times = asked.map((each) => shown.filter((few) => few.includes(each)).length);
          expect(new Set(times).size).toBeLessThanOrEqual(1);
          if (asked.length > 0) expect(times[0]).toBe(Math.min(SHOWN_AT_ONCE, asked.length));
        },
      ),
    ));
});

describe('S87 a note about a colleague', () => {
  it('is written in words', () => {
    expect(refusedStaffNote('')?.code).toBe('text_needed');
    expect(refusedStaffNote('热情')).toBeUndefined();
  });
});

describe('S84 a change', () => {
  const change = { heard: '等太久', changed: '早上加一人', dimension: 'timely', since: DAY };

  it('says what was heard and what was changed, about a dimension of the shop or about all', () => {
    expect(decideChange(change, RULES)).toBeUndefined();
    expect(decideChange({ ...change, dimension: '' }, RULES)).toBeUndefined();
    expect(decideChange({ ...change, dimension: 'parking' }, RULES)?.code).toBe('dimension_gone');
    expect(decideChange({ ...change, heard: '' }, RULES)?.code).toBe('text_needed');
    expect(decideChange({ ...change, changed: '' }, RULES)?.code).toBe('text_needed');
  });

  it('may be about a dimension that is switched off: its scores are still there', () => {
    const dimensions = RULES.dimensions.map((each) => ({ ...each, active: false }));
    expect(decideChange(change, { ...RULES, dimensions })).toBeUndefined();
  });
});
