import { OBJECTS, REASON_GROUPS, REASON_TREE, REASONS } from '@domain/complaints/reasons';
import { describe, expect, it } from 'vitest';

describe('the reason tree', () => {
  it('S72 names attitude, wrong cashiering and product knowledge under staff', () => {
    expect(REASON_TREE.staff).toEqual(['staff_attitude', 'staff_cashiering', 'staff_knowledge']);
  });

  it('S73 names six reasons under goods, from out of stock to packaging', () => {
    expect(REASON_TREE.goods).toHaveLength(6);
  });

  it('S74 names hygiene, safety and blocked aisles under environment', () => {
    expect(REASON_TREE.environment).toEqual([
      'environment_hygiene',
      'environment_safety',
      'environment_aisle',
    ]);
  });

  it('S75 names opening hours, returns and after-sales under operation', () => {
    expect(REASON_TREE.operation).toEqual(['operation_hours', 'operation_returns', 'operation_after_sales']);
  });

  it('has four groups, and no reason twice', () => {
    expect(REASON_GROUPS).toHaveLength(4);
    expect(new Set(REASONS).size).toBe(15);
  });

  it('S76 is about goods or about a member of staff', () => {
    expect(OBJECTS).toEqual(['goods', 'staff']);
  });
});
