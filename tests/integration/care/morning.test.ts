import { rebuildLookup } from '@db/members/lookup-rows';
import { drawnToControl } from '@domain/care/lot';
import { businessDate, instant } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertBills, insertMembers } from '../../support/member-rows';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';
import { insertComplaint } from './complaint-rows';
import { agreesToOffers, day, done, taskFor } from './made-tasks';

describe('the care of a morning', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await aShop(HERE); // 18 May 2026
  });
  afterEach(async () => {
    expect(shop.reported).toEqual([]);
    await shop.close();
  });

  const pass = async () => {
    shop.main.daily.wakeAgain();
    await shop.main.daily.settled();
  };
  const on = (date: string) => {
    shop.clock.now = instant(Date.parse(`${date}T04:00:00Z`));
  };
  const tasks = () =>
    shop
      .raw()
      .prepare<
        [],
        { kind: string; due_on: string; last_day: string; state: string; ended_because: string | null }
      >('select kind, due_on, last_day, state, ended_because from care_task order by seq')
      .all();
  const change = async (care: object) => {
    const { latest, rules } = await shop.client.settings.rules({});
    const changed = { ...rules, care: { ...rules.care, ...care } };
    done(await shop.client.settings.changeRules(shop.request(), { basedOn: latest, rules: changed }));
  };
  let phones = 1000;
  /** A member with these visits, joined with the first. */
  const visitor = (days: readonly string[], tier = 'regular'): string => {
    const raw = shop.raw();
    const [id = ''] = insertMembers(raw, [
      { name: '张三', phone: `1381234${phones++}`, joinedOn: days[0] ?? '2026-05-11' },
    ]);
    insertBills(
      raw,
      days.map((visited) => ({ memberId: id, on: visited, at: Date.parse(`${visited}T04:00:00Z`) })),
    );
    raw.prepare('update member set tier = ?, tier_fixed = 1 where id = ?').run(tier, id);
    rebuildLookup(raw, businessDate('2026-05-18'));
    return id;
  };

  it('S57 asks three days after a first purchase, until a week after', async () => {
    visitor(['2026-05-15']);
    await pass();
    expect(tasks()).toMatchObject([{ kind: 'first_purchase', due_on: '2026-05-18', last_day: '2026-05-22' }]);
  });

  it('S57 an import of old bills makes no calls', async () => {
    visitor(['2026-05-10']);
    await pass();
    expect(tasks()).toEqual([]);
  });

  it('S45 wishes a happy birthday three days ahead; the 29th of February is kept on the 28th', async () => {
    const id = visitor([]);
    shop.raw().prepare('update member set birth_month = 2, birth_day = 29 where id = ?').run(id);
    on('2027-02-24');
    await pass();
    on('2027-02-25');
    await pass();
    on('2028-02-26');
    await pass();
    expect(tasks().map(({ kind, due_on, last_day }) => [kind, due_on, last_day])).toEqual([
      ['birthday', '2027-02-25', '2027-02-28'],
      ['birthday', '2028-02-26', '2028-02-29'],
    ]);
  });

  it('S46 S60 greets the loyal and the VIP before 中秋, by the almanac', async () => {
    visitor(['2026-09-01'], 'vip');
    on('2026-09-23');
    await pass();
    expect(tasks()).toMatchObject([{ kind: 'festival', due_on: '2026-09-23', last_day: '2026-09-25' }]);
  });

  it('S18 warns of a valuable member who stays away for twice their usual gap', async () => {
    visitor(['2026-03-21', '2026-03-30', '2026-04-08', '2026-04-17'], 'loyal');
    await pass();
    expect(tasks()).toMatchObject([{ kind: 'churn', due_on: '2026-05-06', last_day: '2026-07-15' }]);
    expect(shop.raw().prepare('select usual_days from care_task').pluck().get()).toBe(9);
  });

  it('S05 offers something to the dormant who hear offers, S62 wins back who was let down', async () => {
    const silent = ['2026-02-17'];
    await agreesToOffers(shop, visitor(silent));
    const letDown = visitor(silent);
    insertComplaint(shop.raw(), letDown, { on: '2026-02-10' });
    visitor(silent); // wants no offers
    await pass();
    expect(tasks().map(({ kind, due_on, last_day }) => [kind, due_on, last_day])).toEqual([
      ['dormant', '2026-05-18', '2026-06-17'],
      ['win_back', '2026-05-18', '2026-07-17'],
    ]);
  });

  it('S32 asks for the data of who still comes once a year, half a month after the anniversary', async () => {
    visitor(['2025-05-03', '2026-05-01']);
    await pass();
    expect(tasks()).toMatchObject([{ kind: 'data_refresh', due_on: '2026-05-18' }]);
  });

  it('makes none of a kind that is switched off, and none for who has withdrawn the consent to their data', async () => {
    const withdrawn = visitor(['2026-05-15']);
    done(
      await shop.client.members.recordConsent(shop.request(), {
        ...{
          memberId: withdrawn,
          purpose: 'personal_data',
          action: 'withdrawn',
          textVersion: '1',
          channel: 'counter',
        },
      }),
    );
    await pass();
    expect(tasks()).toEqual([]);
    await change({ off: ['first_purchase'] });
    visitor(['2026-05-15']);
    await pass();
    expect(tasks()).toEqual([]);
    await change({ off: [] });
    await pass();
    expect(tasks()).toMatchObject([{ kind: 'first_purchase' }]);
  });

  it('leaves out by lot those who are compared, and shows them to nobody', async () => {
    await change({ controlPercent: 50 });
    const silent = Array.from({ length: 12 }, () => visitor(['2026-02-17'], 'loyal'));
    visitor(['2026-05-15']);
    await pass();
    const lot = (memberId: string) =>
      drawnToControl({ memberId, kind: 'win_back', occasion: '2026-02-17' }, 50);
    const expected = ['open', ...silent.map((id) => (lot(id) ? 'control' : 'open'))];
    expect(new Set(expected).size).toBe(2);
    const states = () => tasks().map(({ state }) => state);
    expect(states()).toEqual(expected);
    const ready = expected.filter((state) => state === 'open').length;
    expect(await shop.client.care.counts({})).toEqual({ ready, held: 0 });
    await change({ controlPercent: 0 });
    await pass();
    expect(states()).toEqual(expected);
  });

  it('lets lapse what is over, and calls done what was tried', async () => {
    const id = visitor([]);
    const tried = await taskFor(shop, id, { kind: 'plan', lastDay: day('2026-05-20') });
    await taskFor(shop, id, { kind: 'referral_thanks', occasion: id, lastDay: day('2026-05-20') });
    done(
      await shop.client.care.contact(shop.request(), {
        taskId: tried,
        channel: 'phone',
        content: 'service',
        text: '',
      }),
    );
    shop.raw().prepare('update member_lookup set visits = 1').run(); // the friend has bought
    on('2026-05-20');
    await pass();
    expect(tasks().map(({ state }) => state)).toEqual(['open', 'open']);
    on('2026-05-21');
    await pass();
    expect(tasks().map(({ state }) => state)).toEqual(['done', 'lapsed']);
  });

  it('what lapsed under a clock that was ahead is open again when it is right', async () => {
    await taskFor(shop, visitor([]), { kind: 'plan' });
    on('2027-05-18');
    await pass();
    expect(tasks()).toMatchObject([{ state: 'lapsed' }]);
    on('2026-05-19');
    await pass();
    expect(tasks()).toMatchObject([{ state: 'open' }]);
  });

  it('drops what has lost its reason, and says which', async () => {
    const id = visitor(['2026-02-17', '2026-05-17'], 'loyal');
    await taskFor(shop, id, { kind: 'win_back', occasion: '2026-02-17' });
    await taskFor(shop, id, { kind: 'birthday', occasion: '2026-05-20' });
    const complaintId = insertComplaint(shop.raw(), id, {});
    await taskFor(shop, id, { kind: 'complaint_follow_up', occasion: `${complaintId}:1000`, complaintId });
    await pass();
    expect(tasks().map(({ kind, state, ended_because }) => [kind, state, ended_because])).toEqual([
      ['win_back', 'dropped', 'came_back'],
      ['birthday', 'dropped', 'birthday_changed'],
      ['complaint_follow_up', 'dropped', 'reopened'],
    ]);
    shop.raw().prepare("update member set state = 'erased' where id = ?").run(id);
    await taskFor(shop, id, { kind: 'plan' });
    await pass();
    expect(tasks().at(-1)).toMatchObject({ state: 'dropped', ended_because: 'member_gone' });
  });

  it('follows up a complaint three days after it was resolved, and again when it is resolved anew', async () => {
    const id = visitor([]);
    insertComplaint(shop.raw(), id, {
      on: '2026-05-10',
      resolvedAt: Date.parse('2026-05-15T20:00:00+08:00'),
    });
    await pass();
    const anew = Date.parse('2026-05-16T20:00:00+08:00');
    shop.raw().prepare('update complaint set resolved_at = ?').run(anew);
    on('2026-05-19');
    await pass();
    expect(tasks().map(({ due_on, state }) => [due_on, state])).toEqual([
      ['2026-05-18', 'dropped'],
      ['2026-05-19', 'open'],
    ]);
  });

  it('counts what it made with the pass, and tells the window', async () => {
    visitor(['2026-05-15']);
    shop.events.length = 0;
    await pass();
    expect(shop.raw().prepare('select tasks from daily_pass').pluck().all()).toEqual([1]);
    // Insight follows every pass and tells of itself.
    const told = shop.events.filter(
      (event) => event.type === 'data-changed' && !event.scopes.includes('insight_run'),
    );
    expect(told).toHaveLength(1);
    await pass();
    expect(shop.raw().prepare('select tasks from daily_pass').pluck().all()).toEqual([1, 0]);
  });
});
