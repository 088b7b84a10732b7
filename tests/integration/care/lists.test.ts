import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { crowd, insertMembers } from '../../support/member-rows';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';
import { changeRules } from '../coupons/shop-with-coupons';
import { complaintOf } from './complaint-rows';
import { agreesToOffers, day, done, taskFor } from './made-tasks';

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop(HERE);
});
afterEach(() => shop.close());

const sms = { channel: 'sms' as const, kinds: [] };
const preview = () => shop.client.care.previewList(sms);
const make = (expected: number) => shop.client.care.makeList(shop.request(), { ...sms, expected });
const budgetOf = async (memberId: string) => (await shop.client.care.ofMember({ memberId })).budget;

/** A member with a data check to be done, whose text needs nothing but the name. */
async function listed(name: string, phone: string): Promise<{ member: string; taskId: string }> {
  const member = await shop.member(name, { phone });
  return { member, taskId: await taskFor(shop, member, { kind: 'data_refresh' }) };
}

describe('a list for sending (S97)', () => {
  test('says before whom it reaches, what they read, and who is left off and why', async () => {
    await listed('王芳', '13800138001');
    await listed('', '13800138002');
    const { member } = await listed('李娜', '13800138003');
    done(
      await shop.client.members.recordConsent(shop.request(), {
        memberId: member,
        purpose: 'personal_data',
        action: 'withdrawn',
        textVersion: '2026-11',
        channel: 'counter',
      }),
    );
    const offered = await shop.member('赵敏', { phone: '13800138004' });
    await taskFor(shop, offered, { kind: 'dormant', content: 'offer', occasion: '2026-05-18' });
    const called = await shop.member('孙丽', { phone: '13800138005' });
    await taskFor(shop, called, { kind: 'win_back', occasion: '2026-05-18' });
    expect(await preview()).toEqual({
      ready: 1,
      held: [
        { why: 'no_consent', count: 2 },
        { why: 'incomplete', count: 1 },
        { why: 'in_person', count: 1 },
      ],
      example: '王芳您好，跟您核对一下资料：手机号和生日还是原来的吗？更新后生日礼才不会送错。',
    });
  });

  test('S58 reserves a contact of the month for everybody on it, at once and with what they read', async () => {
    const { member, taskId } = await listed('王芳', '13800138001');
    expect((await budgetOf(member)).left).toBe(2);
    const { listId } = done(await make(1));
    expect(await budgetOf(member)).toMatchObject({ used: 1, left: 1 });
    const { contacts } = await shop.client.care.ofMember({ memberId: member });
    expect(contacts).toMatchObject([{ taskId, channel: 'sms', counted: true, content: 'service' }]);
    expect((await shop.client.care.task({ taskId }))?.state).toBe('done');
    expect(await shop.client.care.lists({})).toMatchObject([{ id: listId, members: 1, notSent: false }]);
  });

  test('nobody is written to twice for one task, nor has two texts of one list', async () => {
    const { member } = await listed('王芳', '13800138001');
    await taskFor(shop, member, { kind: 'data_refresh', occasion: 'third' });
    expect((await preview()).ready).toBe(1);
    done(await make(1));
    // The second data check of theirs is still to be done.
    expect((await preview()).ready).toBe(1);
    done(await make(1));
    expect((await preview()).ready).toBe(0);
    expect((await shop.client.care.ofMember({ memberId: member })).contacts).toHaveLength(2);
  });

  test('a task that somebody has begun a call for is left to them', async () => {
    const { taskId } = await listed('王芳', '13800138001');
    done(
      await shop.client.care.contact(shop.request(), {
        taskId,
        channel: 'phone',
        content: 'service',
        text: '',
      }),
    );
    expect(await preview()).toMatchObject({ ready: 0, held: [{ why: 'spoken_to', count: 1 }] });
  });

  test('S58 a used month and the quiet hours hold it back', async () => {
    const { member } = await listed('王芳', '13800138001');
    for (let contact = 0; contact < 2; contact++)
      done(
        await shop.client.care.recordTouch(shop.request(), {
          memberId: member,
          direction: 'out',
          channel: 'phone',
          content: 'service',
          wechatAdded: false,
          text: '',
        }),
      );
    expect(await preview()).toMatchObject({ ready: 0, held: [{ why: 'budget', count: 1 }] });
    expect(await make(1)).toMatchObject({ refusal: { code: 'nobody' } });
    await listed('李娜', '13800138002');
    shop.clock.now = Date.parse('2026-05-18T14:30:00Z') as typeof shop.clock.now; // 22:30 in Shanghai
    expect((await preview()).held).toContainEqual({ why: 'quiet', count: 1 });
  });

  test('S58 a text that sells needs consent, whatever its task was made for', async () => {
    const member = await shop.member('王芳', { phone: '13800138001' });
    await taskFor(shop, member, { kind: 'churn', occasion: '2026-05-18' });
    await changeRules(shop, (rules) => ({
      ...rules,
      care: {
        ...rules.care,
        scripts: rules.care.scripts.map((script) =>
          script.kind === 'churn'
            ? { ...script, content: 'offer' as const, text: '[客户姓名]您好，全场八折。' }
            : script,
        ),
      },
    }));
    expect(await preview()).toMatchObject({ ready: 0, held: [{ why: 'no_consent', count: 1 }] });
    await agreesToOffers(shop, member);
    expect((await preview()).ready).toBe(1);
    done(await make(1));
    const { contacts } = await shop.client.care.ofMember({ memberId: member });
    expect(contacts[0]?.content).toBe('offer');
  });

  test('is refused when another number would be reached than was told, and to a cashier', async () => {
    await listed('王芳', '13800138001');
    expect(await make(2)).toMatchObject({ refusal: { code: 'members_changed', params: { members: 1 } } });
    await shop.as('cashier');
    await expect(make(1)).rejects.toMatchObject({ denial: { code: 'approval_needed', role: 'manager' } });
  });

  test('holds the kinds that were chosen, and none whose day has not come', async () => {
    await listed('王芳', '13800138001');
    const later = await shop.member('李娜', { phone: '13800138002' });
    await taskFor(shop, later, { kind: 'data_refresh', dueOn: day('2026-05-19') });
    expect((await shop.client.care.previewList({ channel: 'sms', kinds: ['data_refresh'] })).ready).toBe(1);
    expect((await shop.client.care.previewList({ channel: 'sms', kinds: ['birthday'] })).ready).toBe(0);
  });
});

describe('a list of many (S97)', () => {
  const MANY = 450;

  test('is drawn up beside the counter and written in slices, and holds the same as a short one', async () => {
    const members = insertMembers(shop.raw(), crowd(MANY));
    for (const member of members) await taskFor(shop, member, { kind: 'data_refresh' });
    await taskFor(shop, members[0] ?? '', { kind: 'data_refresh' });
    expect(await preview()).toMatchObject({ ready: MANY, held: [] });
    const { listId } = done(await make(MANY));
    expect(await shop.client.care.lists({})).toMatchObject([{ id: listId, members: MANY }]);
    expect(await preview()).toMatchObject({ ready: 1 });
    shop.dialogs.save = join(shop.userData, 'many.csv');
    done(await shop.client.care.saveList({ listId, format: 'csv' }));
    const lines = readFileSync(shop.dialogs.save, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + MANY);
    expect(new Set(lines).size).toBe(1 + MANY);
    expect(done(await shop.client.care.giveBackList(shop.request(), { listId }))).toEqual({ contacts: MANY });
    expect((await preview()).ready).toBe(MANY);
  });
});

describe('the file of a list (S97)', () => {
  const save = (listId: string, format: 'csv' | 'text', name: string) => {
    shop.dialogs.save = join(shop.userData, name);
    return shop.client.care.saveList({ listId, format });
  };

  test('as CSV for an SMS platform: with its byte order mark, nothing a formula, as often as wanted', async () => {
    await listed('=王芳', '13800138001');
    const { listId } = done(await make(1));
    const { path } = done(await save(listId, 'csv', 'list.csv'));
    const csv = readFileSync(path ?? '', 'utf8');
    expect(csv).toBe(
      '\ufeff"手机号","内容","会员号","姓名"\r\n' +
        `"13800138001","'=王芳您好，跟您核对一下资料：手机号和生日还是原来的吗？更新后生日礼才不会送错。","'000000018","'=王芳"\r\n`,
    );
    // What was written down is what is sent, whatever the script says by then.
    await changeRules(shop, (rules) => ({ ...rules, care: { ...rules.care, scripts: [] } }));
    done(await save(listId, 'csv', 'again.csv'));
    expect(readFileSync(join(shop.userData, 'again.csv'), 'utf8')).toBe(csv);
  });

  test('as text for WeCom: one block per member', async () => {
    await listed('王芳', '13800138001');
    await listed('李娜', '13800138002');
    const { listId } = done(await make(2));
    done(await save(listId, 'text', 'list.txt'));
    const text = '您好，跟您核对一下资料：手机号和生日还是原来的吗？更新后生日礼才不会送错。';
    expect(readFileSync(join(shop.userData, 'list.txt'), 'utf8')).toBe(
      `王芳 13800138001 000000018\n王芳${text}\n\n李娜 13800138002 000000026\n李娜${text}\n\n`,
    );
  });

  test('S82 whoever has said no since, complains, or has died is not on the file any more', async () => {
    const offered: string[] = [];
    for (const at of [1, 2, 3, 4]) {
      const member = await shop.member(`客人${at}`, { phone: `1380013800${at}` });
      await agreesToOffers(shop, member);
      await taskFor(shop, member, { kind: 'dormant', content: 'offer', occasion: '2026-05-18' });
      offered.push(member);
    }
    const { member: served } = await listed('王芳', '13800138005');
    const { member: gone } = await listed('李娜', '13800138006');
    const { listId } = done(await make(6));
    const withdraw = (memberId: string, purpose: 'marketing' | 'personal_data') =>
      shop.client.members.recordConsent(shop.request(), {
        ...{
          memberId,
          purpose,
          action: 'withdrawn' as const,
          textVersion: '2026-11',
          channel: 'counter' as const,
        },
      });
    done(await withdraw(offered[0] ?? '', 'marketing'));
    complaintOf(shop.raw(), offered[1] ?? '').turn();
    const call = await taskFor(shop, offered[2] ?? '', { kind: 'by_hand' });
    const died = { taskId: call, churnReason: 'died' as const, measure: '' };
    done(await shop.client.care.setCause(shop.request(), died));
    done(await withdraw(served, 'marketing')); // service needs none
    done(await withdraw(gone, 'personal_data'));
    done(await save(listId, 'text', 'list.txt'));
    const text = readFileSync(join(shop.userData, 'list.txt'), 'utf8');
    expect(
      text
        .split('\n')
        .flatMap((line) => /1380013800\d/.exec(line) ?? [])
        .sort(),
    ).toEqual(['13800138004', '13800138005']);
  });

  test('who wants none gets none; a cashier gets none with full numbers; a list of nobody is gone', async () => {
    await listed('王芳', '13800138001');
    const { listId } = done(await make(1));
    expect(done(await shop.client.care.saveList({ listId, format: 'csv' }))).toEqual({ path: null });
    expect(await save(shop.request(), 'csv', 'none.csv')).toMatchObject({ refusal: { code: 'list_gone' } });
    expect(await save(listId, 'csv', 'no-such-folder/list.csv')).toMatchObject({
      refusal: { code: 'file_not_written', params: { why: 'not_writable' } },
    });
    await shop.as('cashier');
    await expect(save(listId, 'csv', 'cashier.csv')).rejects.toMatchObject({
      denial: { code: 'approval_needed', role: 'manager' },
    });
    expect(existsSync(join(shop.userData, 'cashier.csv'))).toBe(false);
  });
});

describe('a list of which nothing was sent', () => {
  const giveBack = (listId: string) => shop.client.care.giveBackList(shop.request(), { listId });

  test('goes back to every budget, its tasks are to be done again, and its file is no more', async () => {
    const { member, taskId } = await listed('王芳', '13800138001');
    await listed('李娜', '13800138002');
    const { listId } = done(await make(2));
    expect(done(await giveBack(listId))).toEqual({ contacts: 2 });
    expect(await budgetOf(member)).toMatchObject({ used: 0, left: 2, unanswered: 0 });
    expect((await shop.client.care.task({ taskId }))?.state).toBe('open');
    expect(await shop.client.care.lists({})).toMatchObject([{ id: listId, notSent: true }]);
    expect(await shop.client.care.saveList({ listId, format: 'csv' })).toMatchObject({
      refusal: { code: 'given_back' },
    });
    expect(await giveBack(listId)).toMatchObject({ refusal: { code: 'given_back' } });
    expect((await preview()).ready).toBe(2);
  });

  test('one member whose text was not sent is to be written to again', async () => {
    const { member, taskId } = await listed('王芳', '13800138001');
    await listed('李娜', '13800138002');
    done(await make(2));
    const [contact] = (await shop.client.care.ofMember({ memberId: member })).contacts;
    const tell = (outcome: 'no_answer' | 'not_sent') =>
      shop.client.care.recordOutcome(shop.request(), {
        ...{ contactId: contact?.id ?? '', outcome, note: '', nextStep: '', nextOn: null },
      });
    done(await tell('no_answer'));
    expect((await shop.client.care.task({ taskId }))?.state).toBe('done');
    done(await tell('not_sent'));
    expect((await shop.client.care.task({ taskId }))?.state).toBe('open');
    expect((await preview()).ready).toBe(1);
  });

  test('cannot be said of one that somebody has answered', async () => {
    const { member } = await listed('王芳', '13800138001');
    const { listId } = done(await make(1));
    const [contact] = (await shop.client.care.ofMember({ memberId: member })).contacts;
    done(
      await shop.client.care.recordOutcome(shop.request(), {
        contactId: contact?.id ?? '',
        outcome: 'reached',
        note: '',
        nextStep: '',
        nextOn: null,
      }),
    );
    expect(await giveBack(listId)).toMatchObject({ refusal: { code: 'sent_already' } });
    expect(await giveBack(shop.request())).toMatchObject({ refusal: { code: 'list_gone' } });
  });
});

describe('the text for the group of the staff (S97)', () => {
  test('says who, what and whose it is, phones masked; what is held back only as a number', async () => {
    await listed('王芳', '13800138001');
    const { taskId } = await listed('李娜', '13800138002');
    const { id } = await shop.people.here();
    done(await shop.client.care.assign(shop.request(), { taskId, staffId: id }));
    const offered = await shop.member('赵敏', { phone: '13800138003' });
    await taskFor(shop, offered, { kind: 'dormant', content: 'offer', occasion: '2026-05-18' });
    expect((await shop.client.care.groupText({})).text).toBe(
      [
        '街角小店 · 今日关怀 · 2026-05-18',
        '1. 资料核对 · 王芳 138****8001',
        '2. 资料核对 · 李娜 138****8002 · 店主跟进',
        '另有 1 件暂缓，今天不打扰。',
      ].join('\n'),
    );
  });

  test('of a day without tasks says so', async () => {
    expect((await shop.client.care.groupText({})).text).toBe(
      '街角小店 · 今日关怀 · 2026-05-18\n今天没有要做的。',
    );
  });
});
