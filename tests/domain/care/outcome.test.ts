import { decideTaskByHand, refusedPutOff } from '@domain/care/by-hand';
import { type Answerable, decideOutcome } from '@domain/care/outcome';
import { OUTCOMES } from '@domain/care/task';
import { refuse } from '@domain/refusal';
import { businessDate } from '@domain/units';
import { describe, expect, it } from 'vitest';

const TODAY = businessDate('2026-05-18');
const CALL: Answerable = {
  direction: 'out',
  channel: 'phone',
  outcome: null,
  task: { lastDay: businessDate('2026-05-25'), endedBy: null },
};
const decide = (
  contact: Partial<Answerable>,
  outcome: (typeof OUTCOMES)[number],
  nextOn: string | null = null,
) =>
  decideOutcome(
    { ...CALL, ...contact },
    { outcome, nextOn: nextOn === null ? null : businessDate(nextOn) },
    TODAY,
  );

describe('what comes of a contact', () => {
  it('reached, refused and done end the task', () => {
    for (const outcome of ['reached', 'refused', 'done'] as const)
      expect(decide({}, outcome)).toEqual({ task: 'done', next: null, phone: 'right' });
  });

  it('no answer leaves it for tomorrow, or for the day that was named', () => {
    expect(decide({}, 'no_answer')).toEqual({ task: { notBefore: '2026-05-19' }, next: null, phone: null });
    expect(decide({}, 'no_answer', '2026-05-22')).toMatchObject({
      task: { notBefore: '2026-05-22' },
      next: null,
    });
  });

  it('no answer ends it when its days are over, and a later day is a task by hand', () => {
    expect(decide({ task: { lastDay: TODAY, endedBy: null } }, 'no_answer')).toMatchObject({
      task: 'done',
      next: null,
    });
    expect(decide({}, 'no_answer', '2026-05-26')).toMatchObject({ task: 'done', next: { on: '2026-05-26' } });
  });

  it('a wrong number is known from then on, and the task stays', () => {
    expect(decide({}, 'wrong_number')).toEqual({ task: 'stays', next: null, phone: 'wrong' });
    expect(decide({ channel: 'wechat' }, 'wrong_number')).toMatchObject({ phone: null });
  });

  it('a next step after the end, and of a touch that no task asked for, is a task by hand', () => {
    expect(decide({}, 'reached', '2026-05-20')).toMatchObject({ task: 'done', next: { on: '2026-05-20' } });
    expect(decide({ task: null }, 'no_answer', '2026-05-20')).toMatchObject({
      task: 'stays',
      next: { on: '2026-05-20' },
    });
    expect(decide({}, 'reached', '2026-05-17')).toEqual(refuse('next_in_past'));
  });

  it('what was not sent stands for good', () => {
    for (const outcome of OUTCOMES)
      expect(decide({ outcome: 'not_sent' }, outcome)).toEqual(refuse('not_sent_stands'));
    expect(decide({ outcome: 'no_answer' }, 'not_sent')).toMatchObject({ task: 'stays' });
    for (const outcome of ['reached', 'refused', 'done'] as const)
      expect(decide({ outcome }, 'not_sent')).toEqual(refuse('was_answered'));
  });

  it('the last word takes back what an earlier one did to the task and the phone', () => {
    const lastDay = businessDate('2026-05-25');
    const reached = { outcome: 'reached' as const, task: { lastDay, endedBy: 'outcome' as const } };
    expect(decide(reached, 'no_answer')).toMatchObject({ task: { notBefore: '2026-05-19' }, phone: null });
    expect(decide(reached, 'wrong_number')).toMatchObject({ task: 'open_again', phone: 'wrong' });
    expect(decide(reached, 'refused')).toMatchObject({ task: 'done' });
    expect(decide({ outcome: 'wrong_number' }, 'no_answer')).toMatchObject({ phone: 'right' });
  });

  it('the task of a list is open again only for who was not sent it', () => {
    const listed = { task: { lastDay: businessDate('2026-05-25'), endedBy: 'list' as const } };
    for (const outcome of OUTCOMES)
      expect(decide(listed, outcome)).toMatchObject({
        task: outcome === 'not_sent' ? 'open_again' : 'stays',
      });
  });

  it('what came in by itself has no outcome', () => {
    expect(decide({ direction: 'in' }, 'done')).toEqual(refuse('came_in'));
  });
});

describe('a task by hand', () => {
  it('needs words and a day to come, and has a month', () => {
    expect(decideTaskByHand({ note: '', dueOn: TODAY }, TODAY)).toEqual(refuse('text_needed'));
    expect(decideTaskByHand({ note: '回访', dueOn: businessDate('2026-05-17') }, TODAY)).toEqual(
      refuse('due_in_past'),
    );
    expect(decideTaskByHand({ note: '回访', dueOn: TODAY }, TODAY)).toEqual({ lastDay: '2026-06-17' });
  });

  it('is put off within its days; today takes that back', () => {
    const lastDay = businessDate('2026-05-25');
    const putOff = (until: string) => refusedPutOff(lastDay, businessDate(until), TODAY);
    expect(putOff('2026-05-17')).toEqual(refuse('due_in_past'));
    expect(putOff('2026-05-18')).toBeUndefined();
    expect(putOff('2026-05-25')).toBeUndefined();
    expect(putOff('2026-05-26')).toEqual(refuse('too_late', { lastDay }));
  });
});
