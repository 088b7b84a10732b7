import { findingsOf, type WatchRow } from '@domain/audit/watch';
import { businessDate, fen, instant, points } from '@domain/units';
import { describe, expect, it } from 'vitest';

const LIMITS = { adjustmentsPerDay: 3, salesPerCard: 4, refundMinutes: 60 };

const adjustment = (n: number, more: Partial<WatchRow> = {}): WatchRow => ({
  kind: 'adjustment',
  id: `entry-${n}`,
  at: instant(n),
  businessDate: businessDate('2026-05-18'),
  staff: { id: 'lin', name: '小林' },
  member: { id: 'zhang', name: '张三' },
  receiptNo: null,
  amount: fen(0),
  points: points(10),
  text: '补录',
  ...more,
});
const times = (count: number, more: Partial<WatchRow> = {}) =>
  Array.from({ length: count }, (_, n) => adjustment(n, more));

describe('the watch list (rules, Staff)', () => {
  it('tells adjustments of one person and day from the limit on, with their sum', () => {
    expect(findingsOf('many_adjustments', times(2), LIMITS)).toEqual([]);
    expect(findingsOf('many_adjustments', times(3), LIMITS)).toMatchObject([
      { staff: { name: '小林' }, member: null, date: '2026-05-18', count: 3, limit: 3, points: 30 },
    ]);
  });

  it('adds up neither people nor days, and puts the largest first', () => {
    const zhou = { staff: { id: 'zhou', name: '周店长' } };
    const rows = [...times(3), ...times(4, zhou), ...times(2, { businessDate: businessDate('2026-05-19') })];
    expect(
      findingsOf('many_adjustments', rows, LIMITS).map(({ staff, count }) => [staff?.name, count]),
    ).toEqual([
      ['周店长', 4],
      ['小林', 3],
    ]);
  });

  it('tells a first time where one is enough: one’s own card', () => {
    expect(findingsOf('own_card', times(1), LIMITS)).toMatchObject([
      { staff: { name: '小林' }, member: { name: '张三' }, date: null, count: 1, limit: 1 },
    ]);
  });

  it('shows a hundred rows of a finding; its sums are of all', () => {
    const [finding] = findingsOf('many_adjustments', times(150), LIMITS);
    expect(finding?.rows).toHaveLength(100);
    expect(finding).toMatchObject({ count: 150, points: 1500 });
  });
});
