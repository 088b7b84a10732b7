import { contradiction, memberKey, purchaseKey } from '@domain/exchange/identity';
import type { MemberRow, PurchaseRow } from '@domain/exchange/rows';
import { businessDate, fen } from '@domain/units';
import { describe, expect, it } from 'vitest';

const nobody = { cardNo: null, phone: null, externalId: null, name: '' };

describe('who a row means', () => {
  it.each([
    ['phone', { name: '张三' }, { name: '张三' }, undefined],
    ['phone', { name: '' }, { name: '张三' }, undefined],
    ['phone', { name: '李四' }, { name: '张三' }, 'phone_taken'],
    ['phone', { cardNo: 'A' }, { cardNo: 'B' }, 'phone_taken'],
    ['phone', { externalId: '1' }, { externalId: '2' }, 'phone_taken'],
    ['card', { externalId: '1' }, { externalId: '2' }, 'card_taken'],
    ['card', { phone: '13812348812' }, { phone: '13912348813' }, undefined],
    [
      'external_id',
      { phone: '13812348812', name: '李四' },
      { phone: '13912348813', name: '张三' },
      undefined,
    ],
  ] as const)('by %s: %j against %j', (by, row, found, why) => {
    expect(contradiction(by, { ...nobody, ...row }, { ...nobody, ...found })).toBe(why);
  });
});

describe('what stays the same from file to file', () => {
  const purchase: PurchaseRow = {
    ...nobody,
    phone: '13812348812',
    date: businessDate('2025-01-05'),
    minutes: null,
    receiptNo: null,
    amount: fen(3600),
    quantityMilli: null,
    product: null,
  };

  it('a purchase without a receipt is the n-th of its equals', () => {
    expect(purchaseKey(purchase, 0)).not.toBe(purchaseKey(purchase, 1));
    expect(purchaseKey({ ...purchase, amount: fen(3601) }, 0)).not.toBe(purchaseKey(purchase, 0));
  });

  it('a receipt names a purchase on its day, whatever else the row says', () => {
    const withReceipt = { ...purchase, receiptNo: 'A-1' };
    expect(purchaseKey({ ...withReceipt, amount: fen(1) }, 3)).toBe(purchaseKey(withReceipt, 0));
    expect(purchaseKey({ ...withReceipt, date: businessDate('2025-01-06') }, 0)).not.toBe(
      purchaseKey(withReceipt, 0),
    );
  });

  it('namesakes without a number are told apart by birthday and by their place', () => {
    const member: MemberRow = {
      ...nobody,
      name: '王伟',
      gender: null,
      birthday: null,
      joinedOn: null,
      points: null,
      pointsLastDay: null,
      tags: [],
      note: '',
    };
    expect(memberKey(member, 0)).not.toBe(memberKey(member, 1));
    expect(memberKey({ ...member, birthday: { year: null, month: 5, day: 3 } }, 0)).not.toBe(
      memberKey(member, 0),
    );
    expect(memberKey({ ...member, phone: '13812348812' }, 1)).toBe(
      memberKey({ ...member, phone: '13812348812' }, 0),
    );
  });
});
