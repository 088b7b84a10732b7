import { groupText } from '@domain/care/group-text';
import { businessDate } from '@domain/units';
import { describe, expect, test } from 'vitest';

const today = businessDate('2026-05-18');
const member = { name: '王芳', memberNo: '000000018', phone: '13800138001' };

describe('the text for the group of the staff (S97)', () => {
  test('in English too, and by the number of who has no name', () => {
    const tasks = [
      { kind: 'birthday' as const, member, assignee: 'Lin' },
      { kind: 'churn' as const, member: { ...member, name: '', phone: null }, assignee: null },
    ];
    expect(groupText(tasks, { shop: 'Corner', today, held: 2 }, 'en')).toBe(
      [
        'Corner · Care today · 2026-05-18',
        '1. Birthday · 王芳 138****8001 · for Lin',
        '2. Staying away · 000000018',
        '2 more held back: not to be disturbed today.',
      ].join('\n'),
    );
  });

  test('never says a number in full', () => {
    const text = groupText(
      [{ kind: 'plan', member, assignee: null }],
      { shop: '店', today, held: 0 },
      'zh-CN',
    );
    expect(text).not.toContain('13800138001');
    expect(text).toContain('138****8001');
  });
});
