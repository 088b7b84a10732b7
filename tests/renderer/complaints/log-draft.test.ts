import { KNOWN_REASONS, REASON_GROUPS } from '@domain/complaints/reasons';
import type { Bill } from '@renderer/features/complaints/api';
import { productChoices } from '@renderer/features/complaints/bill-choices';
import {
  EMPTY_DRAFT,
  isComplete,
  isTouchedDraft,
  missingIn,
  objectOf,
} from '@renderer/features/complaints/log-draft';
import { describe, expect, it } from 'vitest';
import { idOf } from '../support/shop';

describe('what is missing, in the order of the form', () => {
  it('asks for the reason, then for what happened, and for nothing else', () => {
    expect(missingIn(EMPTY_DRAFT)).toBe('reason');
    expect(missingIn({ ...EMPTY_DRAFT, reason: 'goods_spoiled' })).toBe('what');
    expect(missingIn({ ...EMPTY_DRAFT, reason: 'goods_spoiled', what: '  \n ' })).toBe('what');
    expect(isComplete({ ...EMPTY_DRAFT, reason: 'goods_spoiled', what: '鱼油发霉' })).toBe(true);
  });

  it('knows when leaving would lose words', () => {
    expect(isTouchedDraft({ ...EMPTY_DRAFT, group: 'goods', reason: 'goods_spoiled' })).toBe(false);
    expect(isTouchedDraft({ ...EMPTY_DRAFT, wish: '退货' })).toBe(true);
    expect(isTouchedDraft({ ...EMPTY_DRAFT, product: '鱼油' })).toBe(true);
  });
});

describe('S76 what it is about', () => {
  it('is a person where the reason is one of the staff’s, goods otherwise', () => {
    expect(REASON_GROUPS.map((group) => objectOf({ object: null, group }))).toEqual([
      'staff',
      'goods',
      'goods',
      'goods',
    ]);
  });

  it('is what was said, whatever the reason', () => {
    expect(objectOf({ object: 'goods', group: 'staff' })).toBe('goods');
    expect(objectOf({ object: 'staff', group: 'operation' })).toBe('staff');
  });
});

it('S72-S75 every reason of the sources is two digits away', () => {
  expect(REASON_GROUPS.length).toBeLessThanOrEqual(9);
  for (const group of REASON_GROUPS) expect(KNOWN_REASONS[group].length).toBeLessThanOrEqual(9);
});

describe('what the member has bought lately', () => {
  const bill = (number: number, ...products: string[]): Bill => ({
    purchaseId: idOf(number),
    on: '2026-11-20' as Bill['on'],
    paid: 100 as Bill['paid'],
    receiptNo: null,
    products,
    soldBy: { id: idOf(98), name: '李店员' },
  });
  const bills = [bill(3, '鱼油', '拿铁'), bill(2, '拿铁', '')];

  it('names every product once, with its newest bill', () => {
    expect(productChoices(bills, null)).toEqual([
      { product: '鱼油', purchaseId: idOf(3) },
      { product: '拿铁', purchaseId: idOf(3) },
    ]);
  });

  it('keeps to the bill that was chosen', () => {
    expect(productChoices(bills, idOf(2))).toEqual([{ product: '拿铁', purchaseId: idOf(2) }]);
  });

  it('has no more than there are digits', () => {
    const many = bill(1, ...Array.from({ length: 12 }, (_, at) => `商品${at}`));
    expect(productChoices([many], null)).toHaveLength(9);
  });
});
