import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { instant } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { complaintOf } from './complaint-rows';
import { agreesToOffers, day, done, TODAY, taskFor } from './made-tasks';

const HOUR_MS = 3_600_000;

describe('the care room', () => {
  let shop: TestShop;
  let zhang: string;
  beforeEach(async () => {
    shop = await aShop(); // noon in Shanghai
    zhang = await shop.member('张三', { phone: '13812348812' });
  });
  afterEach(async () => {
    expect(shop.reported).toEqual([]);
    await shop.close();
  });

  const care = () => shop.client.care;
  const call = (taskId: string, more: object = {}) =>
    care().contact(shop.request(), { taskId, channel: 'phone', content: 'service', text: '您好', ...more });
  const called = async (taskId: string) => done(await call(taskId)).contactId;
  const tell = (
    contactId: string,
    outcome: 'reached' | 'no_answer' | 'wrong_number' | 'refused' | 'not_sent',
    more: object = {},
  ) =>
    care().recordOutcome(shop.request(), {
      contactId,
      outcome,
      note: '',
      nextStep: '',
      nextOn: null,
      ...more,
    });
  const list = async (which: 'today' | 'held' | 'done') =>
    (await care().tasks({ which, kinds: [], offset: 0, limit: 50 })).rows;
  const wanted = async (memberId = zhang, more: object = {}) =>
    done(
      await care().addTask(shop.request(), {
        ...{ memberId, dueOn: TODAY, content: 'service', note: '问尺码', assignedTo: null },
        ...more,
      }),
    ).taskId;

  it('S58 counts a call against the month, keeps the text as it was sent, and says what is left', async () => {
    const taskId = await wanted();
    expect((await care().task({ taskId }))?.budget).toMatchObject({ used: 0, left: 2 });
    await called(taskId);
    const { budget, contacts, tasks } = await care().ofMember({ memberId: zhang });
    expect(budget).toMatchObject({ used: 1, allowed: 2, left: 1, unanswered: 1 });
    expect(contacts).toMatchObject([{ taskId, kind: 'by_hand', counted: true, text: '您好', outcomes: [] }]);
    expect(tasks).toMatchObject([{ id: taskId, about: '问尺码', held: null }]);
  });

  it('S58 S59 holds the third contact of a month back and says from when; after three unanswered the second', async () => {
    const tasks = [await wanted(), await wanted(), await wanted()] as const;
    await called(tasks[0]);
    await called(tasks[1]);
    const refused = await call(tasks[2]);
    const held = { why: 'budget', used: 2, allowed: 2, from: '2026-06-01', keptFor: null };
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'held_back', params: held } });
    expect((await list('held')).map((task) => task.held)).toEqual([held, held, held]);
    shop.clock.advanceDays(14); // 1 June
    await called(tasks[2]);
    expect(await call(tasks[0])).toMatchObject({ ok: false, refusal: { params: { used: 1, allowed: 1 } } });
    expect((await care().ofMember({ memberId: zhang })).budget).toMatchObject({
      lowered: true,
      unanswered: 3,
    });
    done(
      await care().recordTouch(shop.request(), {
        ...{
          memberId: zhang,
          direction: 'in',
          channel: 'wechat',
          content: 'service',
          wechatAdded: false,
          text: '收到',
        },
      }),
    );
    expect((await care().ofMember({ memberId: zhang })).budget).toMatchObject({ lowered: false, left: 1 });
  });

  it('S58 marks every task held in quiet hours, with the hour at which they end', async () => {
    await wanted();
    expect(await care().counts({})).toEqual({ ready: 1, held: 0 });
    shop.clock.now = instant(shop.clock.now + 10 * HOUR_MS); // 22:00
    expect(await care().counts({})).toEqual({ ready: 0, held: 1 });
    const until = Date.parse('2026-05-19T09:00:00+08:00');
    expect((await list('held'))[0]?.held).toEqual({ why: 'quiet', until });
  });

  it('S82 makes no offer without consent, nor while a complaint is open; service is free', async () => {
    const offer = await wanted(zhang, { content: 'offer' });
    expect((await list('held'))[0]?.held).toEqual({ why: 'no_consent' });
    // Said to be service, it is still the offer that the task is.
    expect(await call(offer)).toMatchObject({ ok: false, refusal: { params: { why: 'no_consent' } } });
    await agreesToOffers(shop, zhang);
    complaintOf(shop.raw(), zhang).turn();
    expect(await call(offer)).toMatchObject({
      ok: false,
      refusal: { params: { why: 'open_complaint', number: 1 } },
    });
    await called(await wanted());
    complaintOf(shop.raw(), zhang).turn();
    await called(offer);
  });

  it('keeps the last contact of the month from an offer for a service task that is due', async () => {
    await agreesToOffers(shop, zhang);
    const offer = await wanted(zhang, { content: 'offer' });
    await called(await wanted());
    await taskFor(shop, zhang, { kind: 'birthday', occasion: '2026-05-21', dueOn: day('2026-05-30') });
    expect((await list('held')).map(({ id, held }) => [id, held])).toEqual([
      [offer, { why: 'budget', used: 1, allowed: 2, from: '2026-06-01', keptFor: 'birthday' }],
    ]);
  });

  it('ends a task that was answered, and leaves one that was not for tomorrow', async () => {
    const [reached, silent] = [await wanted(), await wanted()];
    const contact = await called(reached);
    done(await tell(contact, 'reached'));
    done(await tell(await called(silent), 'no_answer'));
    expect(await list('done')).toMatchObject([{ id: reached, state: 'done', ended: { because: null } }]);
    expect((await care().task({ taskId: silent }))?.held).toEqual({ why: 'put_off', until: '2026-05-19' });
    expect(await call(reached)).toMatchObject({
      ok: false,
      refusal: { code: 'not_open', params: { state: 'done' } },
    });
    expect(await tell(contact, 'not_sent')).toMatchObject({ ok: false, refusal: { code: 'was_answered' } });
  });

  it('gives a contact back that was not sent, for good', async () => {
    const taskId = await wanted();
    const contact = await called(taskId);
    done(await tell(contact, 'not_sent'));
    expect((await care().ofMember({ memberId: zhang })).budget).toMatchObject({ used: 0, unanswered: 0 });
    expect(await tell(contact, 'reached')).toMatchObject({ ok: false, refusal: { code: 'not_sent_stands' } });
    expect((await list('today')).map(({ id }) => id)).toEqual([taskId]);
  });

  it('S32 a wrong number asks for the right one, once, and blocks phone and SMS until it is changed', async () => {
    const taskId = await wanted();
    const contact = await called(taskId);
    done(await tell(contact, 'wrong_number'));
    done(await tell(contact, 'wrong_number'));
    const held = await list('held');
    expect(held.map(({ kind }) => kind).sort()).toEqual(['by_hand', 'data_refresh']);
    expect(held.map((task) => task.held?.why)).toEqual(['no_phone', 'no_phone']);
    expect(await call(taskId, { channel: 'sms' })).toMatchObject({
      ok: false,
      refusal: { params: { why: 'no_phone' } },
    });
    shop.raw().prepare("update member set phone = '13900001111' where id = ?").run(zhang);
    expect((await list('today')).length).toBe(2);
    // The old number again is as wrong as before, until it has reached them after all.
    shop.raw().prepare("update member set phone = '13812348812' where id = ?").run(zhang);
    expect((await list('today')).length).toBe(0);
    done(await tell(contact, 'reached'));
    expect((await list('today')).map(({ kind }) => kind)).toEqual(['data_refresh']);
  });

  it('S22 S56 S66 keeps touches that no task asked for; WeChat is added for a reason that is recorded', async () => {
    const touch = (more: object) =>
      care().recordTouch(shop.request(), {
        ...{
          memberId: zhang,
          direction: 'out',
          channel: 'counter',
          content: 'service',
          wechatAdded: false,
          text: '',
        },
        ...more,
      });
    expect(await touch({ wechatAdded: true })).toMatchObject({ ok: false, refusal: { code: 'text_needed' } });
    done(await touch({ wechatAdded: true, text: '到货通知' }));
    done(await touch({ direction: 'in', channel: 'social', text: '小红书好评' }));
    expect((await care().ofMember({ memberId: zhang })).contacts).toMatchObject([
      { direction: 'in', channel: 'social', counted: false, text: '小红书好评' },
      { channel: 'counter', counted: false, wechatAdded: true, text: '到货通知' },
    ]);
    expect(await touch({ memberId: shop.request() })).toMatchObject({
      ok: false,
      refusal: { code: 'member_gone' },
    });
  });

  it('a next step becomes a task of its own', async () => {
    done(await tell(await called(await wanted()), 'reached', { nextStep: '周末再问', nextOn: '2026-05-23' }));
    shop.clock.advanceDays(5);
    expect(await list('today')).toMatchObject([{ kind: 'by_hand', about: '周末再问', dueOn: '2026-05-23' }]);
  });

  it('a correction takes back what the first word did: the task is open again, the step is the one named last', async () => {
    const taskId = await wanted();
    const contact = await called(taskId);
    done(await tell(contact, 'reached', { nextStep: '周末再问', nextOn: '2026-05-23' }));
    done(await tell(contact, 'reached', { nextStep: '下周再问', nextOn: '2026-05-23' }));
    shop.clock.advanceDays(5);
    expect(await list('today')).toMatchObject([{ about: '下周再问' }]);
    shop.clock.advanceDays(-5);
    done(await tell(contact, 'no_answer', { nextOn: '2026-05-20' }));
    expect(await list('held')).toMatchObject([{ id: taskId, held: { why: 'put_off', until: '2026-05-20' } }]);
    expect((await care().ofMember({ memberId: zhang })).tasks).toMatchObject([{ id: taskId }]);
  });

  it('a correction leaves a task done that somebody else has got an answer for', async () => {
    const taskId = await wanted();
    const [first, second] = [await called(taskId), await called(taskId)];
    done(await tell(first, 'reached'));
    done(await tell(second, 'refused'));
    done(await tell(first, 'no_answer'));
    expect((await care().task({ taskId }))?.state).toBe('done');
    done(await tell(second, 'no_answer'));
    expect((await care().task({ taskId }))?.state).toBe('open');
  });

  it('a number that was called wrong by mistake is right again', async () => {
    const taskId = await wanted();
    const contact = await called(taskId);
    done(await tell(contact, 'wrong_number'));
    expect((await care().task({ taskId }))?.held).toEqual({ why: 'no_phone' });
    done(await tell(contact, 'no_answer', { nextOn: TODAY }));
    expect((await care().task({ taskId }))?.held).toBeNull();
  });

  it('puts off, drops with a reason, and assigns', async () => {
    const taskId = await wanted();
    const putOff = (until: string) => care().putOff(shop.request(), { taskId, until: day(until) });
    expect(await putOff('2026-06-18')).toMatchObject({
      ok: false,
      refusal: { params: { lastDay: '2026-06-17' } },
    });
    done(await putOff('2026-05-20'));
    expect((await list('held'))[0]?.held).toEqual({ why: 'put_off', until: '2026-05-20' });
    done(await putOff('2026-05-18'));
    const { id: staffId, name } = await shop.people.here();
    done(await care().assign(shop.request(), { taskId, staffId }));
    expect((await list('today'))[0]?.assignedTo).toEqual({ id: staffId, name });
    const drop = (reason: string) => care().drop(shop.request(), { taskId, reason });
    expect(await drop('')).toMatchObject({ ok: false, refusal: { code: 'reason_needed' } });
    done(await drop('本人已来过'));
    expect(await list('done')).toMatchObject([
      { state: 'dropped', ended: { because: 'by_hand', words: '本人已来过' } },
    ]);
    expect(await drop('再来')).toMatchObject({ ok: false, refusal: { code: 'not_open' } });
  });

  it('shows what is most pressing first, then what was due first', async () => {
    const li = await shop.member('李四', { phone: '13812348813' });
    const made = (kind: 'dormant' | 'complaint_follow_up' | 'plan', dueOn: string, memberId = li) =>
      taskFor(shop, memberId, { kind, dueOn: day(dueOn) });
    await made('dormant', '2026-05-01');
    await made('plan', '2026-05-18');
    await made('plan', '2026-05-17');
    const rows = await list('today');
    expect(rows.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['plan', '2026-05-17'],
      ['plan', '2026-05-18'],
      ['dormant', '2026-05-01'],
    ]);
    const page = await care().tasks({ which: 'today', kinds: ['plan'], offset: 1, limit: 1 });
    expect(page).toMatchObject({ total: 2, rows: [{ dueOn: '2026-05-18' }] });
  });

  it('shows no task whose reason has gone since the morning, and does none', async () => {
    const taskId = await taskFor(shop, zhang, { kind: 'nurture', occasion: 'day-7' });
    expect((await list('today')).map(({ id }) => id)).toEqual([taskId]);
    shop.raw().prepare('update member_lookup set visits = 1').run();
    expect(await list('today')).toEqual([]);
    expect(await call(taskId)).toMatchObject({
      ok: false,
      refusal: { code: 'not_open', params: { state: 'dropped' } },
    });
  });

  it('a call for a task shows its scripts filled, the last purchase and what was said before', async () => {
    const { scripts, last, openComplaint, phone } = (await care().task({ taskId: await wanted() })) ?? {};
    expect(phone).toBe('13812348812');
    expect(scripts).toMatchObject([{ scriptId: 'by-hand', missing: [] }]);
    expect(scripts?.[0]?.text).toContain('张三您好');
    expect([last, openComplaint]).toEqual([null, null]);
    expect(await care().task({ taskId: shop.request() })).toBeNull();
  });

  it('a festival says its name, a churn warning how unusual the silence is', async () => {
    await taskFor(shop, zhang, {
      kind: 'festival',
      occasion: 'mid-autumn:2026-05-20',
      lastDay: day('2026-05-20'),
    });
    await taskFor(shop, zhang, { kind: 'churn', occasion: '2026-04-17', usualDays: 9 });
    const [festival, churn] = await list('today');
    expect(festival).toMatchObject({ about: '中秋', facts: { on: '2026-05-20' } });
    expect(churn).toMatchObject({ facts: { on: '2026-04-17', silentDays: 31, usualDays: 9 } });
  });

  it('is told when a contact is begun, so that every screen counts anew', async () => {
    const taskId = await wanted();
    shop.events.length = 0;
    await called(taskId);
    expect(shop.events).toMatchObject([{ type: 'data-changed', scopes: expect.arrayContaining(['care']) }]);
  });

  it('obeys the rules in force: a changed budget holds from now on', async () => {
    const { latest, rules } = await shop.client.settings.rules({});
    const budget = { ...DEFAULT_RULES.care.budget, perMonth: 1 };
    const changed = { ...rules, care: { ...rules.care, budget } };
    done(await shop.client.settings.changeRules(shop.request(), { basedOn: latest, rules: changed }));
    await called(await wanted());
    expect(await call(await wanted())).toMatchObject({
      ok: false,
      refusal: { params: { used: 1, allowed: 1 } },
    });
  });
});
