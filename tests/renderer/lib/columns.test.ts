import { bytes } from '@renderer/lib/bytes';
import { widthOf, withField } from '@renderer/lib/columns';
import { speedOf } from '@renderer/lib/use-speed';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('giving a column a field', () => {
  it('takes the field from the column that had it', () => {
    expect(withField(['name', 'phone', null], 2, 'phone')).toEqual(['name', null, 'phone']);
  });
  it('clears a column', () => expect(withField(['name', 'phone'], 0, null)).toEqual([null, 'phone']));
  it('grows to a column that no one has named yet', () =>
    expect(withField(['name'], 3, 'note')).toEqual(['name', null, null, 'note']));

  it('never leaves one field in two columns', () => {
    const field = fc.constantFrom('name' as const, 'phone' as const, 'note' as const, null);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), field), { maxLength: 20 }), (choices) => {
        const columns = choices.reduce<ReturnType<typeof withField>>(
          (last, [at, chosen]) => withField(last, at, chosen),
          [],
        );
        const taken = columns.filter((each) => each !== null);
        expect(new Set(taken).size).toBe(taken.length);
      }),
    );
  });

  it('is as wide as the widest row', () => {
    expect(widthOf(['a'], [['1', '2', '3'], ['1']])).toBe(3);
    expect(widthOf([], [])).toBe(0);
  });
});

describe('the speed of a job', () => {
  it('is said once it is known', () => {
    expect(speedOf([], 100)).toBeNull();
    expect(
      speedOf(
        [
          { at: 0, done: 0 },
          { at: 100, done: 50 },
        ],
        100,
      ),
    ).toBeNull();
    expect(
      speedOf(
        [
          { at: 0, done: 0 },
          { at: 1000, done: 500 },
        ],
        2000,
      ),
    ).toEqual({
      rowsPerSecond: 500,
      left: 3000,
    });
  });
  it('has no end in sight when the total is not known', () =>
    expect(
      speedOf(
        [
          { at: 0, done: 0 },
          { at: 1000, done: 500 },
        ],
        null,
      )?.left,
    ).toBeNull());
  it('says nothing of a job that stands still', () =>
    expect(
      speedOf(
        [
          { at: 0, done: 5 },
          { at: 9000, done: 5 },
        ],
        9,
      ),
    ).toBeNull());
});

it('sizes in their largest unit', () => {
  expect([0, 999, 1024, 1_468_006, 157_286_400, 5 * 1024 ** 3].map(bytes)).toEqual([
    '0 B',
    '999 B',
    '1.0 KB',
    '1.4 MB',
    '150 MB',
    '5.0 GB',
  ]);
});
