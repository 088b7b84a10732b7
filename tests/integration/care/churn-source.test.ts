import { FORMAT } from '@db/insights/write';
import { rebuildLookup } from '@db/members/lookup-rows';
import { businessDate } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertBills, insertMembers } from '../../support/member-rows';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';

describe('S18 whom a churn warning is made for', () => {
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
  const warnings = () =>
    shop
      .raw()
      .prepare(
        `select member_id, occasion, due_on, last_day, usual_days from care_task where kind = 'churn' order by seq`,
      )
      .raw()
      .all();
  let phones = 1000;
  /** A member who came on these days, joined with the first. */
  function visitor(days: readonly string[], tier = 'regular'): string {
    const raw = shop.raw();
    const [id = ''] = insertMembers(raw, [
      { name: '张三', phone: `1381234${phones++}`, joinedOn: days[0] ?? '' },
    ]);
    insertBills(
      raw,
      days.map((on) => ({ memberId: id, on })),
    );
    raw.prepare('update member set tier = ?, tier_fixed = 1 where id = ?').run(tier, id);
    rebuildLookup(raw, businessDate('2026-05-18'));
    return id;
  }
  /** A run of that day: whom it warns of, with the day of their last visit that it knew and their usual gap. */
  function run(
    asOf: string,
    enough: boolean,
    warned: readonly { id: string; lastOn: string; usual?: number | null }[],
    whole = 1,
  ): void {
    const raw = shop.raw();
    const put = raw.prepare(
      `insert into member_insight (n, class, excluded, value, stage, traits, first_on, last_on, bills, spent_fen, year_bills, year_fen,
         usual_gap, alive, expected_milli, expected_fen, warned, referrals)
       select n, 'B', 0, 'high', 'retain', 0, ?, ?, 4, 20000, 4, 20000, ?, 300, 5000, 50000, 1, 0 from member where id = ?`,
    );
    for (const { id, lastOn, usual } of warned) put.run(lastOn, lastOn, usual === undefined ? 9 : usual, id);
    raw
      .prepare(
        `insert into insight_run (only_row, as_of, rule_version, members, repeat_buyers, purchase_seq, refund_seq, format, took_ms, made_at, whole)
         values (1, ?, 1, 1, 500, 0, 0, ${FORMAT}, 1, 0, ?)`,
      )
      .run(asOf, whole);
    raw.prepare(`insert into insight_finding values ('model', ?)`).run(JSON.stringify({ enough }));
  }
  const habit = ['2026-03-21', '2026-03-30', '2026-04-08', '2026-04-17'];
  const lastOn = '2026-04-17';

  it('the model decides where there is one: also a regular member, and nobody else by the rule of thumb', async () => {
    const warned = visitor(habit);
    visitor(habit, 'vip'); // missed by the rule of thumb, but not likely to leave
    run('2026-05-17', true, [{ id: warned, lastOn }]);
    await pass();
    expect(warnings()).toEqual([[warned, lastOn, '2026-05-18', '2026-07-15', 9]]);
  });

  it('one silence is warned of once, whatever the next runs say', async () => {
    const warned = visitor(habit);
    run('2026-05-17', true, [{ id: warned, lastOn }]);
    await pass();
    shop.clock.advanceDays(1);
    await pass();
    expect(warnings()).toHaveLength(1);
  });

  it('nobody who has come since the run, has no habit, is away for a few days only or for too long', async () => {
    const came = visitor([...habit, '2026-05-04']);
    const noHabit = visitor(habit);
    const fewDays = visitor(['2026-04-20', '2026-04-24', '2026-05-01', '2026-05-05']);
    const dormant = visitor(['2026-02-01', '2026-02-05', '2026-02-10', '2026-02-17']);
    run('2026-05-17', true, [
      { id: came, lastOn },
      { id: noHabit, lastOn, usual: null },
      { id: fewDays, lastOn: '2026-05-05' },
      { id: dormant, lastOn: '2026-02-17' },
    ]);
    await pass();
    expect(warnings()).toEqual([]);
  });

  it('nobody who took back the consent to their data', async () => {
    const warned = visitor(habit);
    run('2026-05-17', true, [{ id: warned, lastOn }]);
    await shop.client.members.recordConsent(shop.request(), {
      ...{ memberId: warned, purpose: 'personal_data', action: 'withdrawn' },
      ...{ textVersion: '1', channel: 'counter' },
    });
    await pass();
    expect(warnings()).toEqual([]);
  });

  it.each([
    ['the model has too little data', () => run('2026-05-17', false, [])],
    ['the run is older than a week', () => run('2026-05-10', true, [])],
    ['the run was interrupted', () => run('2026-05-17', true, [], 0)],
    ['there was no run', () => undefined],
  ])('the rule of thumb decides where %s', async (_why, given) => {
    const valuable = visitor(habit, 'loyal');
    visitor(habit);
    given();
    await pass();
    expect(warnings()).toEqual([[valuable, lastOn, '2026-05-06', '2026-07-15', 9]]);
  });
});
