import { offeredScripts, type ScriptedTask } from '@domain/care/offered';
import { CARE_WORDS, startingScripts } from '@domain/care/starting-words';
import { describe, expect, test } from 'vitest';
import { KNOWN } from './facts';

const scripts = startingScripts(CARE_WORDS['zh-CN']);
const task = (rest: Partial<ScriptedTask>): ScriptedTask => ({
  kind: 'win_back',
  churnReason: null,
  complaintOpen: false,
  ...rest,
});
const causes = (asked: Partial<ScriptedTask>) =>
  offeredScripts(task(asked), scripts, KNOWN).map(({ cause }) => cause);

describe('the scripts of a win-back', () => {
  test('S63 all three until a reason is chosen', () => {
    expect(causes({})).toEqual(['service_failure', 'need_changed', 'competitor']);
  });

  test('S63 then the fitting one first', () => {
    expect(causes({ churnReason: 'cheaper' })).toEqual(['competitor', 'service_failure', 'need_changed']);
  });

  test('S62 while a complaint is open only the apology, whatever the reason', () => {
    for (const churnReason of [null, 'moved', 'cheaper', 'indifference'] as const)
      expect(causes({ churnReason, complaintOpen: true })).toEqual(['service_failure']);
  });

  test('S90 none for somebody who has died', () => {
    expect(causes({ churnReason: 'died' })).toEqual([]);
    expect(causes({ churnReason: 'died', complaintOpen: true })).toEqual([]);
  });
});

describe('the scripts of any other task', () => {
  const ids = (kind: ScriptedTask['kind'], facts: Partial<typeof KNOWN> = {}) =>
    offeredScripts(task({ kind }), scripts, { ...KNOWN, ...facts }).map(({ scriptId, missing }) => [
      scriptId,
      missing,
    ]);

  test('S45 with the birthday gift for a level that has one, with wishes alone for the others', () => {
    expect(ids('birthday')).toEqual([
      ['birthday', []],
      ['birthday-wishes', []],
    ]);
    expect(ids('birthday', { birthdayGift: '' })).toEqual([
      ['birthday-wishes', []],
      ['birthday', ['生日礼']],
    ]);
  });

  test('S46 a festival without a gift promises none', () => {
    expect(ids('festival', { festivalGift: '' })[0]).toEqual(['festival-wishes', []]);
  });

  test('a kind without a script of its own borrows those for a call by hand', () => {
    const without = scripts.filter(({ kind }) => kind !== 'churn');
    const offered = offeredScripts(task({ kind: 'churn' }), without, KNOWN);
    expect(offered.map(({ scriptId }) => scriptId)).toEqual(['by-hand']);
  });

  test('S57 after a first purchase nothing is sold, though an apology would come first elsewhere', () => {
    const offered = offeredScripts(task({ kind: 'first_purchase', complaintOpen: true }), scripts, KNOWN);
    expect(offered.map(({ content }) => content)).toEqual(['service']);
    expect(offered[0]?.text).toBe(
      '王芳您好，我是街角小店的小林。您5月15日买的手冲壶用着还好吗？有什么不清楚的，随时问我就行。',
    );
  });
});
