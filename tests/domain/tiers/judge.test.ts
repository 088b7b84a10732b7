import { advanceTier, decideUp } from '@domain/tiers/judge';
import type { Standing } from '@domain/tiers/standing';
import type { TierBill } from '@domain/tiers/window';
import { fen } from '@domain/units';
import { describe, expect, it } from 'vitest';
import { always, bill, day, newcomer, RULES, since, standing, visits } from './shop-rules';

const rules = { version: 1, tiers: RULES };

describe('rules Tiers: up at once, at the sale', () => {
  it('from 1,000 yuan on, protected for twelve months', () => {
    const up = decideUp(newcomer, [bill('2026-05-18', 1000)], day('2026-05-18'), rules);
    expect(up).toMatchObject({
      kind: 'up',
      on: '2026-05-18',
      before: newcomer,
      after: { tier: 'loyal', since: '2026-05-18', until: '2027-05-18', fixed: false },
      takings: { money: 100000, visits: 1 },
      ruleVersion: 1,
    });
  });

  it('may skip a level', () => {
    const up = decideUp(newcomer, [bill('2026-05-18', 6000)], day('2026-05-18'), rules);
    expect(up?.after.tier).toBe('vip');
  });

  it('from the twelfth visit on, however small', () => {
    expect(decideUp(newcomer, visits(11, '2026-05-18'), day('2026-05-18'), rules)).toBeNull();
    expect(decideUp(newcomer, visits(12, '2026-05-18'), day('2026-05-18'), rules)?.after.tier).toBe('loyal');
  });

  it('requalifying within the protection changes nothing', () => {
    const loyal = standing('loyal', '2026-01-10', '2027-01-10');
    expect(decideUp(loyal, [bill('2026-05-18', 4000)], day('2026-05-18'), rules)).toBeNull();
  });

  it('a level fixed by hand does not rise', () => {
    const fixed = standing('regular', '2026-01-10', null, true);
    expect(decideUp(fixed, [bill('2026-05-18', 6000)], day('2026-05-18'), rules)).toBeNull();
  });
});

function look(from: Standing, bills: TierBill[], today: string, judgedOn = '2026-01-01') {
  const asked = { standing: from, bills, judgedOn: day(judgedOn), today: day(today), rules: always(RULES) };
  return advanceTier(asked).map(({ kind, on, after }) => `${on} ${kind} ${after.tier} until ${after.until}`);
}

describe('rules Tiers: at the end of the protection', () => {
  const vip = standing('vip', '2025-05-18', '2026-05-18');

  it('nothing happens on its last day', () => {
    expect(look(vip, [], '2026-05-18')).toEqual([]);
  });

  it('down one level on the day after, with a protection of its own', () => {
    expect(look(vip, [], '2026-05-19')).toEqual(['2026-05-19 down loyal until 2027-05-19']);
  });

  it('down one level only, though nothing was bought for years', () => {
    expect(look(vip, [], '2029-01-01')).toEqual([
      '2026-05-19 down loyal until 2027-05-19',
      '2027-05-20 down regular until null',
    ]);
  });

  it('kept where it is still earned, judged as of that day however late one looks', () => {
    const bills = [bill('2025-05-25', 5000)];
    expect(look(vip, bills, '2027-12-31')).toEqual([
      '2026-05-19 kept vip until 2027-05-19',
      '2027-05-20 down loyal until 2028-05-20',
    ]);
  });

  it('a level that is kept has been held since it was reached', () => {
    const kept = advanceTier({
      standing: vip,
      bills: [bill('2026-05-01', 5000)],
      judgedOn: day('2026-05-18'),
      today: day('2026-05-19'),
      rules: always(RULES),
    });
    expect(kept.at(-1)?.after.since).toBe('2025-05-18');
  });

  it('a level fixed for good stays', () => {
    expect(look(standing('vip', '2020-01-01', null, true), [], '2030-01-01')).toEqual([]);
  });

  it('a level fixed until a day joins the automatic rule on the day after', () => {
    const fixed = standing('vip', '2026-01-01', '2026-05-18', true);
    expect(look(fixed, [bill('2026-05-01', 6000)], '2026-05-19')).toEqual([
      '2026-05-19 hand_ended vip until 2027-05-19',
    ]);
    expect(look(fixed, [], '2026-05-19')).toEqual(['2026-05-19 hand_ended loyal until 2027-05-19']);
    expect(look({ ...fixed, tier: 'regular' }, [bill('2026-05-01', 6000)], '2026-05-19')).toEqual([
      '2026-05-19 hand_ended vip until 2027-05-19',
    ]);
  });
});

describe('rules Tiers: rules that change', () => {
  const easier = { ...RULES, loyal: { money: fen(100_00), visits: 3 } };
  const bills = [bill('2026-03-01', 150)];

  it('lift whoever qualifies on the day they take effect, though the app was off', () => {
    const asked = { standing: newcomer, bills, judgedOn: day('2026-04-01'), today: day('2026-06-01') };
    const rules = since([
      ['2000-01-01', RULES],
      ['2026-05-01', easier],
    ]);
    expect(advanceTier({ ...asked, rules })).toMatchObject([
      { kind: 'up', on: '2026-05-01', ruleVersion: 2, after: { tier: 'loyal', until: '2027-05-01' } },
    ]);
    expect(advanceTier({ ...asked, rules, today: day('2026-04-30') })).toEqual([]);
  });

  it('take nothing from a level that is protected', () => {
    const harder = { ...RULES, loyal: { money: fen(9000_00), visits: 90 } };
    const rules = since([
      ['2000-01-01', RULES],
      ['2026-05-01', harder],
    ]);
    const loyal = standing('loyal', '2026-03-01', '2027-03-01');
    const asked = { standing: loyal, bills: [bill('2026-03-01', 1500)], judgedOn: day('2026-04-01'), rules };
    expect(advanceTier({ ...asked, today: day('2027-03-01') })).toEqual([]);
    expect(advanceTier({ ...asked, today: day('2027-03-02') })).toMatchObject([
      { kind: 'down', ruleVersion: 2 },
    ]);
  });

  it('the last protected day decides by which rules a level is kept', () => {
    const rules = since([
      ['2000-01-01', RULES],
      ['2026-05-19', { ...RULES, vip: { money: fen(9000_00), visits: 90 } }],
    ]);
    const vip = standing('vip', '2025-05-18', '2026-05-18');
    const asked = { standing: vip, bills: [bill('2026-05-01', 5000)], judgedOn: day('2026-05-18'), rules };
    expect(advanceTier({ ...asked, today: day('2026-05-19') })).toMatchObject([
      { kind: 'kept', ruleVersion: 1 },
    ]);
  });
});
