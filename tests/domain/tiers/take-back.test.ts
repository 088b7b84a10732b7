import type { Standing, TierChange } from '@domain/tiers/standing';
import { decideTakeBack, type Upgrade, upgradesOf } from '@domain/tiers/take-back';
import type { TierBill } from '@domain/tiers/window';
import { fen } from '@domain/units';
import { describe, expect, it } from 'vitest';
import { always, bill, day, newcomer, RULES, since, standing } from './shop-rules';

const loyal = standing('loyal', '2026-05-01', '2027-05-01');
const vip = standing('vip', '2026-05-10', '2027-05-10');
const toLoyal: Upgrade = { on: day('2026-05-01'), before: newcomer };
const toVip: Upgrade = { on: day('2026-05-10'), before: loyal };

function refund(from: Standing, upgrades: Upgrade[], left: TierBill[], today: string, rules = always(RULES)) {
  const asked = { standing: from, upgrades, bills: left, today: day(today), rules };
  return decideTakeBack(asked).map(({ kind, on, after }) => ({ kind, on, ...after }));
}

describe('rules Tiers: a refund that undoes the reason for an upgrade takes it back', () => {
  it('to the level before, as it was', () => {
    expect(refund(loyal, [toLoyal], [], '2026-05-20')).toEqual([
      { kind: 'taken_back', on: '2026-05-20', ...newcomer },
    ]);
    expect(refund(vip, [toLoyal, toVip], [bill('2026-05-01', 1000)], '2026-05-20')).toEqual([
      { kind: 'taken_back', on: '2026-05-20', ...loyal },
    ]);
  });

  it('within 30 days, the thirtieth included', () => {
    expect(refund(loyal, [toLoyal], [], '2026-05-31')).toHaveLength(1);
    expect(refund(loyal, [toLoyal], [], '2026-06-01')).toEqual([]);
  });

  it('not while the rest still carries it', () => {
    expect(refund(loyal, [toLoyal], [bill('2026-05-01', 1000)], '2026-05-20')).toEqual([]);
  });

  it('not when later bills have earned it since', () => {
    expect(refund(loyal, [toLoyal], [bill('2026-05-15', 1000)], '2026-05-20')).toEqual([]);
  });

  it('not when it is only time that has passed: the refunded bill was no part of the reason', () => {
    const stillThen = [bill('2025-05-02', 1000)];
    expect(refund(loyal, [toLoyal], stillThen, '2026-05-20')).toEqual([]);
  });

  it('not by rules that have become harder since', () => {
    const rules = since([
      ['2000-01-01', RULES],
      ['2026-05-15', { ...RULES, loyal: { money: fen(3000_00), visits: 90 } }],
    ]);
    expect(refund(loyal, [toLoyal], [bill('2026-05-01', 1200)], '2026-05-20', rules)).toEqual([]);
  });

  it('as far as the rest still carries it, with the protection of that upgrade', () => {
    const skipped: Upgrade = { on: day('2026-05-10'), before: newcomer };
    expect(refund(vip, [skipped], [bill('2026-05-10', 1500)], '2026-05-20')).toEqual([
      {
        kind: 'taken_back',
        on: '2026-05-20',
        tier: 'loyal',
        since: '2026-05-10',
        until: '2027-05-10',
        fixed: false,
      },
    ]);
  });

  it('and the upgrade before it, when both had the same reason', () => {
    expect(refund(vip, [toLoyal, toVip], [], '2026-05-20').map(({ tier }) => tier)).toEqual([
      'loyal',
      'regular',
    ]);
    expect(refund(vip, [toLoyal, toVip], [], '2026-06-05').map(({ tier }) => tier)).toEqual(['loyal']);
  });

  it('never a level set by hand', () => {
    expect(refund(standing('vip', '2026-05-10', null, true), [], [], '2026-05-20')).toEqual([]);
  });

  it('a protection that ran out meanwhile is judged on the day of the refund', () => {
    const ending = standing('loyal', '2025-05-12', '2026-05-12');
    const up: Upgrade = { on: day('2026-05-10'), before: ending };
    expect(refund(vip, [up], [], '2026-05-20')).toEqual([
      { kind: 'taken_back', on: '2026-05-20', ...ending },
      { kind: 'down', on: '2026-05-20', tier: 'regular', since: '2026-05-20', until: null, fixed: false },
    ]);
  });
});

describe('the upgrades that carry a level', () => {
  const change = (kind: TierChange['kind'], before: Standing, after: Standing) => ({
    kind,
    on: after.since,
    before,
    after,
  });
  const ups = [change('up', newcomer, loyal), change('up', loyal, vip)];

  it('are those since the last change of another kind', () => {
    expect(upgradesOf(ups)).toEqual([toLoyal, toVip]);
    expect(upgradesOf([...ups, change('kept', vip, vip)])).toEqual([]);
    expect(upgradesOf([change('by_hand', newcomer, loyal), change('up', loyal, vip)])).toEqual([toVip]);
  });

  it('less the one that was taken back; one taken back in part still carries the rest', () => {
    expect(upgradesOf([...ups, change('taken_back', vip, loyal)])).toEqual([toLoyal]);
    const skipped = [change('up', newcomer, vip), change('taken_back', vip, { ...vip, tier: 'loyal' })];
    expect(upgradesOf(skipped)).toEqual([{ on: vip.since, before: newcomer }]);
  });
});
