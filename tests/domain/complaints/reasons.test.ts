import { KNOWN_REASONS, OBJECTS, REASON_GROUPS, STARTING_REASONS } from '@domain/complaints/reasons';
import { describe, expect, it } from 'vitest';

describe('the reason tree', () => {
  it('S72 names attitude, wrong cashiering and product knowledge under staff', () => {
    expect(KNOWN_REASONS.staff).toEqual(['staff_attitude', 'staff_cashiering', 'staff_knowledge']);
  });

  it('S73 names six reasons under goods, from out of stock to packaging', () => {
    expect(KNOWN_REASONS.goods).toHaveLength(6);
  });

  it('S74 names hygiene, safety and blocked aisles under environment', () => {
    expect(KNOWN_REASONS.environment).toEqual([
      'environment_hygiene',
      'environment_safety',
      'environment_aisle',
    ]);
  });

  it('S75 names opening hours, returns and after-sales under operation', () => {
    expect(KNOWN_REASONS.operation).toEqual([
      'operation_hours',
      'operation_returns',
      'operation_after_sales',
    ]);
  });

  it('S72 S75 begins with all of them, each in its group, offered, under its own word', () => {
    expect(REASON_GROUPS).toHaveLength(4);
    expect(STARTING_REASONS).toHaveLength(15);
    expect(new Set(STARTING_REASONS.map(({ id }) => id)).size).toBe(15);
    for (const { id, group, name, active } of STARTING_REASONS) {
      expect(KNOWN_REASONS[group]).toContain(id);
      expect([name, active]).toEqual(['', true]);
    }
  });

  it('S76 is about goods or about a member of staff', () => {
    expect(OBJECTS).toEqual(['goods', 'staff']);
  });
});
