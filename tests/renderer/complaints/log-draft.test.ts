import { REASON_GROUPS, REASON_TREE } from '@domain/complaints/reasons';
import { EMPTY_DRAFT, isComplete, isTouchedDraft, missingIn } from '@renderer/features/complaints/log-draft';
import { isAllowed, nextStep, STEPS } from '@renderer/features/complaints/steps';
import { describe, expect, it } from 'vitest';

describe('what is missing, in the order of the form', () => {
  it('asks for the object, then the reason, then what happened', () => {
    expect(missingIn(EMPTY_DRAFT)).toBe('object');
    const about = { ...EMPTY_DRAFT, object: 'goods' as const, group: 'goods' as const };
    expect(missingIn(about)).toBe('reason');
    expect(missingIn({ ...about, reason: 'goods_spoiled' })).toBe('what');
    expect(missingIn({ ...about, reason: 'goods_spoiled', what: '  \n ' })).toBe('what');
    expect(isComplete({ ...about, reason: 'goods_spoiled', what: '鱼油发霉' })).toBe(true);
  });

  it('knows when leaving would lose words', () => {
    expect(isTouchedDraft({ ...EMPTY_DRAFT, object: 'goods' })).toBe(false);
    expect(isTouchedDraft({ ...EMPTY_DRAFT, wish: '退货' })).toBe(true);
  });
});

it('S72-S75 every reason is two digits away', () => {
  expect(REASON_GROUPS.length).toBeLessThanOrEqual(9);
  for (const group of REASON_GROUPS) expect(REASON_TREE[group].length).toBeLessThanOrEqual(9);
});

describe('the steps of a complaint', () => {
  it('leads from open to closed by one main step each', () => {
    expect((['open', 'responded', 'resolved', 'closed', 'reopened'] as const).map(nextStep)).toEqual([
      'respond',
      'resolve',
      'close',
      null,
      'respond',
    ]);
  });

  it('takes a note in every state', () => {
    expect(STEPS).toContain('note');
    for (const state of ['open', 'responded', 'resolved', 'closed', 'reopened'] as const)
      expect(isAllowed('note', state)).toBe(true);
  });
});
