import { columnsUnder, guessPosColumns, guessRowsAre } from '@domain/pos/columns';
import { describe, expect, it } from 'vitest';

describe('From the POS: the columns of a till', () => {
  it('are guessed by the names of tills, where an import knows none', () => {
    const heads = ['流水号', '结账时间', '会员', '应付金额', '收银员', '台号'];
    const asImport = ['receipt_no', null, null, null, null, null] as const;
    expect(guessPosColumns(asImport, heads)).toEqual([
      'receipt_no',
      'time',
      'card_no',
      'amount',
      'cashier',
      null,
    ]);
    expect(guessPosColumns([null, null], ['Bill Number', 'Cashier'])).toEqual(['receipt_no', 'cashier']);
  });

  it('are given once each', () => {
    expect(guessPosColumns([null, null], ['收银员', '操作员'])).toEqual(['cashier', null]);
  });

  it('are those of items where rows that follow each other bear one number', () => {
    const columns = ['receipt_no', 'amount'] as const;
    expect(
      guessRowsAre(
        [
          ['A1', '1'],
          ['A1', '2'],
          ['A2', '1'],
        ],
        columns,
      ),
    ).toBe('items');
    expect(
      guessRowsAre(
        [
          ['A1', '1'],
          ['A2', '2'],
          ['A1', '-1'],
        ],
        columns,
      ),
    ).toBe('receipts');
    expect(
      guessRowsAre(
        [
          ['', '1'],
          ['', '2'],
        ],
        columns,
      ),
    ).toBe('receipts');
  });

  it('are found by name when the till has moved them, and missed when a needed one is gone', () => {
    const set = {
      header: true,
      columns: ['receipt_no', 'date', 'amount', 'phone'],
      headers: ['小票号', '日期', '实收', '手机'],
    } as const;
    expect(columnsUnder(['手机', '门店', '实 收', '日期', '小票号'], set)).toEqual([
      ...['phone', null, 'amount', 'date', 'receipt_no'],
    ]);
    expect(columnsUnder(['小票号', '日期', '实收'], set)).toEqual(['receipt_no', 'date', 'amount']);
    expect(columnsUnder(['小票号', '日期', '合计'], set)).toBeUndefined();
    expect(columnsUnder([], { ...set, header: false })).toEqual(set.columns);
  });
});
