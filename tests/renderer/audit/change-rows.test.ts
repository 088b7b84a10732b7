import { changeRows } from '@renderer/features/audit/change-rows';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('what an entry changed', () => {
  it('is told value by value, what stayed as it was left out', () => {
    expect(
      changeRows(
        { name: '张三', birthday: { month: 5, day: 1 }, tags: ['热'], note: '' },
        { name: '张三丰', birthday: { month: 5, day: 2 }, tags: ['热', '少糖'], note: '' },
      ),
    ).toEqual([
      { path: ['name'], before: '张三', after: '张三丰' },
      { path: ['birthday', 'day'], before: 1, after: 2 },
      { path: ['tags'], before: ['热'], after: ['热', '少糖'] },
    ]);
  });

  it('a value of its own has no name; what was not there before, or is gone, is undefined', () => {
    expect(changeRows('issued', 'used')).toEqual([{ path: [], before: 'issued', after: 'used' }]);
    expect(changeRows(undefined, { rows: 3 })).toEqual([{ path: ['rows'], before: undefined, after: 3 }]);
    expect(changeRows({ adviser: 'a' }, { adviser: null })).toEqual([
      { path: ['adviser'], before: 'a', after: null },
    ]);
    expect(changeRows(undefined, undefined)).toEqual([]);
  });

  it('nothing is told twice, and nothing that is the same on both sides', () => {
    const value = fc.jsonValue({ maxDepth: 3 }).map((each) => each as Parameters<typeof changeRows>[0]);
    fc.assert(
      fc.property(value, value, (before, after) => {
        expect(changeRows(before, before)).toEqual([]);
        const paths = changeRows(before, after).map(({ path }) => JSON.stringify(path));
        expect(new Set(paths).size).toBe(paths.length);
      }),
    );
  });
});
