import type { Reachable } from '@domain/care/contact';
import { draftList, type Listable } from '@domain/care/lists';
import { TASK_KINDS, type TaskKind } from '@domain/care/task';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { businessDate, instant } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const NOON = {
  now: instant(Date.parse('2026-05-18T04:00:00Z')),
  today: businessDate('2026-05-18'),
  calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 },
  rules: DEFAULT_RULES.care,
};

const reachable = (rest: Partial<Reachable> = {}): Reachable => ({
  died: false,
  marketing: true,
  dataWithdrawn: false,
  openComplaint: null,
  phone: true,
  wechat: false,
  budget: { used: 0, allowed: 2, left: 2, unanswered: 0, lowered: false },
  serviceDue: [],
  ...rest,
});

const reads = (text: string, missing: string[] = []) => ({
  scriptId: text,
  name: text,
  cause: null,
  content: 'service' as const,
  text,
  missing,
});

const task = (taskId: string, rest: Partial<Listable> = {}): Listable => ({
  taskId,
  memberId: 'wang',
  kind: 'data_refresh',
  content: 'service',
  notBefore: null,
  contacted: false,
  member: reachable(),
  scripts: [reads(`text of ${taskId}`)],
  ...rest,
});

const draft = (...tasks: Listable[]) => draftList(tasks, 'sms', NOON);

describe('who is on a list (S97)', () => {
  test('one text per member, of their first task that can be sent', () => {
    const incomplete = task('first', { scripts: [reads('[name]', ['name'])] });
    expect(draft(incomplete, task('second'), task('third'))).toEqual({
      entries: [{ taskId: 'second', memberId: 'wang', content: 'service', text: 'text of second' }],
      off: [],
    });
  });

  test('of several scripts the first in which nothing is missing', () => {
    const scripts = [reads('[birthday gift]', ['birthday gift']), reads('wishes')];
    expect(draft(task('birthday', { scripts })).entries).toMatchObject([{ text: 'wishes' }]);
  });

  test('S58 S82 an offer is one by its text too: no consent, or an open complaint, keeps it off', () => {
    const scripts = [{ ...reads('sale'), content: 'offer' as const }];
    const unwilling = task('a', { scripts, member: reachable({ marketing: false }) });
    const complaining = task('b', { memberId: 'li', scripts, member: reachable({ openComplaint: 7 }) });
    expect(draft(unwilling, complaining).off).toEqual([
      { why: 'no_consent', count: 1 },
      { why: 'open_complaint', count: 1 },
    ]);
    expect(draft(task('c', { scripts })).entries).toMatchObject([{ content: 'offer' }]);
  });

  test('who is left off counts once, by the first thing in the way', () => {
    const left = [
      task('called', { contacted: true }),
      task('dead', { member: reachable({ died: true }) }),
      task('other', { memberId: 'li', member: reachable({ phone: false }) }),
    ];
    expect(draft(...left)).toEqual({
      entries: [],
      off: [
        { why: 'no_phone', count: 1 },
        { why: 'spoken_to', count: 1 },
      ],
    });
  });

  test('S62 who was let down, and who was promised something, is spoken to by a person', () => {
    const alone = (kind: TaskKind) => draft(task('a', { kind })).off.map(({ why }) => why);
    expect(TASK_KINDS.filter((kind) => alone(kind).includes('in_person'))).toEqual([
      'complaint_follow_up',
      'win_back',
      'by_hand',
    ]);
  });

  const anyTask = fc
    .record({
      memberId: fc.constantFrom('wang', 'li', 'zhao'),
      kind: fc.constantFrom(...TASK_KINDS),
      contacted: fc.boolean(),
      phone: fc.boolean(),
      complete: fc.boolean(),
    })
    .map(({ phone, complete, ...rest }) =>
      task('any', {
        ...rest,
        member: reachable({ phone }),
        scripts: [reads('text', complete ? [] : ['x'])],
      }),
    );

  test('everybody with a task is either on it once or counted off once', () => {
    fc.assert(
      fc.property(fc.array(anyTask, { maxLength: 12 }), (tasks) => {
        const { entries, off } = draft(...tasks);
        const on = entries.map(({ memberId }) => memberId);
        expect(new Set(on).size).toBe(on.length);
        const counted = off.reduce((sum, { count }) => sum + count, 0);
        expect(on.length + counted).toBe(new Set(tasks.map(({ memberId }) => memberId)).size);
      }),
    );
  });
});
