import { CHECKLIST_ITEMS, CHECKLISTS, heldItems } from '@domain/handbook/checklist';
import { isComplete, type Levels, placeOf, SERVICE_LEVELS } from '@domain/handbook/service-level';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const levels = (...steps: number[]) => {
  const all = Object.fromEntries(SERVICE_LEVELS.map((level, index) => [level, steps[index] ?? 0]));
  if (!isComplete(all)) throw new Error('six steps of 0-3');
  return all;
};
const anyLevels = fc
  .tuple(...SERVICE_LEVELS.map(() => fc.integer({ min: 0, max: 3 })))
  .map((steps): Levels => levels(...steps));

describe('S89 the six service levels', () => {
  it('are those of the source, in its order', () => {
    expect(SERVICE_LEVELS).toHaveLength(6);
  });

  it('your place is the highest level that holds with all below it', () => {
    expect(placeOf(levels(3, 2, 2, 1, 3, 3))).toBe('one_person');
    expect(placeOf(levels(1, 3, 3, 3, 3, 3))).toBeNull();
    expect(placeOf(levels(2, 2, 2, 2, 2, 2))).toBe('partner');
  });

  it('doing one of them better never lowers your place', () => {
    fc.assert(
      fc.property(anyLevels, fc.constantFrom(...SERVICE_LEVELS), (before, level) => {
        const rank = (all: Levels) => {
          const place = placeOf(all);
          return place === null ? -1 : SERVICE_LEVELS.indexOf(place);
        };
        const after = { ...before, [level]: Math.min(3, before[level] + 1) };
        expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
      }),
    );
  });

  it('a self-check answers each of them, and nothing else', () => {
    const { answers: _left, ...five } = levels(1, 1, 1, 1, 1, 1);
    expect(isComplete(five)).toBe(false);
    expect(isComplete({ ...levels(), smiles: 3 })).toBe(false);
    expect(isComplete({ ...levels(), beyond: 4 })).toBe(false);
  });
});

describe('S91 the checklists', () => {
  it('keep their order whatever the order of the ticks', () => {
    expect(heldItems('training', ['rights', 'product', 'rights'])).toEqual(['product', 'rights']);
    expect(heldItems('training', [])).toEqual([]);
  });

  it('know nothing of an item of another list', () => {
    expect(heldItems('training', ['greet_10s'])).toBeNull();
  });

  it('name each item once over all lists, so that every word is its own', () => {
    const all: string[] = CHECKLISTS.flatMap((checklist) => [...CHECKLIST_ITEMS[checklist]]);
    expect(new Set(all).size).toBe(all.length);
  });
});
