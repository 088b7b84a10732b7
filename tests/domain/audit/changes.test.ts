import { changedParts } from '@domain/audit/changes';
import { describe, expect, it } from 'vitest';

describe('what has changed of a whole', () => {
  it('is told part by part, as it was and as it is', () => {
    const before = { name: '张三', tags: ['热'], birthday: { month: 5, day: 1 }, note: null };
    const after = { name: '张珊', tags: ['热'], birthday: { month: 5, day: 2 }, note: null };
    expect(changedParts(before, after)).toEqual({
      before: { name: '张三', birthday: { month: 5, day: 1 } },
      after: { name: '张珊', birthday: { month: 5, day: 2 } },
    });
  });

  it('is nothing when everything is as it was', () => {
    expect(changedParts({ name: '张三', tags: [] }, { name: '张三', tags: [] })).toBeNull();
  });
});
