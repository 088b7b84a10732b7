import { NO_PROFILE } from '@domain/members/profile';
import { likelyPhone, mergeRecords, type Record, stricter, unmergedRecord } from '@domain/rights/merge';
import { businessDate } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const EMPTY: Record = {
  ...NO_PROFILE,
  ...{
    name: '',
    phone: null,
    phoneShared: false,
    cardNo: null,
    externalId: null,
    birthday: null,
    gender: null,
  },
  ...{ referrerId: null, adviserId: null, joinedOn: businessDate('2025-05-01'), tags: [], note: '' },
};
const aRecord = (said: Partial<Record>): Record => ({ ...EMPTY, ...said });

const record: fc.Arbitrary<Record> = fc.record({
  name: fc.constantFrom('', '张三', '张小三'),
  phone: fc.constantFrom(null, '13800000001', '13800000002'),
  phoneShared: fc.boolean(),
  cardNo: fc.constantFrom(null, 'A1', 'B2'),
  externalId: fc.constantFrom(null, 'x1'),
  birthday: fc.constantFrom(null, { year: null, month: 5, day: 18 }, { year: 1990, month: 5, day: 18 }),
  gender: fc.constantFrom(null, 'female' as const, 'male' as const),
  referrerId: fc.constantFrom(null, 'r'),
  adviserId: fc.constantFrom(null, 's'),
  joinedOn: fc.constantFrom(businessDate('2024-01-01'), businessDate('2025-05-01')),
  tags: fc.uniqueArray(fc.constantFrom('热', '冷', '靠窗')),
  note: fc.constantFrom('', '少糖', '少糖\n靠窗'),
  occupation: fc.constantFrom('', '老师'),
  income: fc.constantFrom(null, 'high' as const),
  education: fc.constantFrom(null, 'school' as const),
  priceSensitivity: fc.constantFrom(null, 'low' as const),
  needs: fc.uniqueArray(fc.constantFrom('product' as const, 'service' as const)),
  interests: fc.uniqueArray(fc.constantFrom('茶', '书')),
});

describe('rules, Merge: one record out of two', () => {
  it('says what the older one says, and what only the newer one says', () => {
    const older = aRecord({ name: '张三', cardNo: 'A1', note: '少糖', tags: ['热'] });
    const newer = aRecord({
      name: '张小三',
      gender: 'male',
      note: '少糖\n靠窗',
      tags: ['热', '冷'],
      cardNo: 'B2',
    });
    expect(mergeRecords(older, newer, 'into')).toEqual(
      aRecord({ name: '张三', cardNo: 'A1', gender: 'male', note: '少糖\n靠窗', tags: ['热', '冷'] }),
    );
  });

  it('keeps the phone that was chosen with what is shared of it; unless told, the newer one', () => {
    const [older, newer] = [aRecord({ phone: '1', phoneShared: true }), aRecord({ phone: '2' })];
    expect(mergeRecords(older, newer, 'into')).toMatchObject({ phone: '1', phoneShared: true });
    expect(mergeRecords(older, newer, 'from')).toMatchObject({ phone: '2', phoneShared: false });
    expect(likelyPhone(newer)).toBe('from');
    expect(likelyPhone(EMPTY)).toBe('into');
  });

  it('takes the year of a birthday from whoever knows it, but never another day', () => {
    const day = { year: null, month: 5, day: 18 };
    const born = (birthday: Record['birthday']) => aRecord({ birthday });
    expect(mergeRecords(born(day), born({ ...day, year: 1990 }), 'into').birthday?.year).toBe(1990);
    expect(mergeRecords(born(day), born({ ...day, day: 19, year: 1990 }), 'into').birthday).toEqual(day);
  });

  it('loses nothing that either of them said, but a second answer to the same question', () => {
    fc.assert(
      fc.property(record, record, (older, newer) => {
        const merged = mergeRecords(older, newer, 'into');
        for (const list of ['tags', 'needs', 'interests'] as const)
          expect(new Set<string>(merged[list])).toEqual(new Set<string>([...older[list], ...newer[list]]));
        for (const one of ['cardNo', 'externalId', 'gender', 'referrerId', 'adviserId', 'income'] as const)
          expect(merged[one]).toBe(older[one] ?? newer[one]);
        expect(mergeRecords(merged, newer, 'into')).toEqual(merged);
      }),
    );
  });

  it('is undone to what it was, but for what was changed since', () => {
    fc.assert(
      fc.property(record, record, fc.boolean(), (older, newer, renamed) => {
        const merged = mergeRecords(older, newer, 'from');
        const now = renamed ? { ...merged, name: '改过的名字' } : merged;
        expect(unmergedRecord(now, merged, older)).toEqual(
          renamed ? { ...older, name: '改过的名字' } : older,
        );
      }),
    );
  });
});

describe('S28 of two words on offers', () => {
  it('the stricter one holds', () => {
    expect(stricter('given', 'withdrawn')).toBe('withdrawn');
    expect(stricter('withdrawn', null)).toBe('withdrawn');
    expect(stricter('given', null)).toBe('given');
    expect(stricter(null, null)).toBeNull();
  });
});
