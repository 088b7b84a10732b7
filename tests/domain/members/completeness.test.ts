import { completenessOf, PARTS, RECORD_PARTS, type RecordPart } from '@domain/members/completeness';
import { describe, expect, it } from 'vitest';

const known = (...parts: RecordPart[]) =>
  // Every part is a key, by the list that the rule itself goes by.
  Object.fromEntries(RECORD_PARTS.map((part) => [part, parts.includes(part)])) as Record<RecordPart, boolean>;

describe('S31 how complete a record is', () => {
  it('is 0 where nothing is known and 100 where everything is', () => {
    expect(completenessOf(known())).toBe(0);
    expect(completenessOf(known(...RECORD_PARTS))).toBe(100);
  });

  it('counts most what reaches a member: name and phone are nearly half of it', () => {
    expect(completenessOf(known('name', 'phone'))).toBe(45);
    expect(RECORD_PARTS.slice(0, 3)).toEqual(['phone', 'name', 'birthday']);
  });

  it('every further part makes it more complete, by its weight', () => {
    for (const part of RECORD_PARTS) {
      const others = RECORD_PARTS.filter((other) => other !== part);
      expect(100 - completenessOf(known(...others))).toBe(PARTS[part]);
      expect(PARTS[part]).toBeGreaterThan(0);
    }
  });
});
