import { draftFrom } from '@domain/coupons/issue';
import { stateOn } from '@domain/coupons/state';
import { mostCostOf, worthOfTerms } from '@domain/coupons/worth';
import { Refusal } from '@domain/refusal';
import { fen, NO_FEN } from '@domain/units';
import { describe, expect, it, test } from 'vitest';
import { day, off, percent, template } from './coupons';

const today = day('2026-05-18');
const range = (from: string, to: string) => ({ kind: 'range', from: day(from), to: day(to) }) as const;

describe('how long a coupon is good', () => {
  test.each([
    [{ kind: 'days', days: 1 } as const, '2026-05-18', '2026-05-18'],
    [{ kind: 'days', days: 30 } as const, '2026-05-18', '2026-06-16'],
    [range('2026-05-01', '2026-05-31'), '2026-05-18', '2026-05-31'],
    [range('2026-05-18', '2026-05-18'), '2026-05-18', '2026-05-18'],
    [range('2026-06-01', '2026-06-30'), '2026-06-01', '2026-06-30'],
  ])('%j from today: %s to %s', (validity, firstDay, lastDay) => {
    expect(draftFrom(template({ validity }), { occasion: 'x' }, today)).toMatchObject({ firstDay, lastDay });
  });

  it('is not issued from a range that has passed', () => {
    const over = template({ validity: range('2026-05-01', '2026-05-17') });
    expect(draftFrom(over, { occasion: 'x' }, today)).toEqual(
      new Refusal('template_over', { lastDay: day('2026-05-17') }),
    );
  });

  it('keeps the terms as they are on the day of issue', () => {
    const blackout = [{ from: day('2026-06-01'), to: day('2026-06-03') }];
    const drafted = draftFrom(template({ stacks: true, blackout }), { occasion: 'x', reason: '久等' }, today);
    expect(drafted).toMatchObject({
      templateId: 'template',
      occasion: 'x',
      reason: '久等',
      trigger: 'by_hand',
      name: '五元券',
      terms: off(500),
      stacks: true,
      blackout,
    });
  });
});

describe('how a coupon stands on a day', () => {
  const coupon = {
    state: 'issued',
    firstDay: day('2026-05-10'),
    lastDay: day('2026-05-31'),
    blackout: [{ from: day('2026-05-20'), to: day('2026-05-22') }],
  } as const;
  test.each([
    ['2026-05-09', 'not_yet'],
    ['2026-05-10', 'usable'],
    ['2026-05-19', 'usable'],
    ['2026-05-20', 'blackout'],
    ['2026-05-22', 'blackout'],
    ['2026-05-23', 'usable'],
    ['2026-05-31', 'usable'],
    ['2026-06-01', 'lapsed'],
  ])('on %s: %s', (on, state) => expect(stateOn(coupon, day(on))).toBe(state));

  test.each(['used', 'revoked'] as const)('%s is told on every day', (state) => {
    for (const on of ['2026-05-09', '2026-05-21', '2026-06-01']) {
      expect(stateOn({ ...coupon, state }, day(on))).toBe(state);
    }
  });
});

describe('what coupons cost the shop', () => {
  test.each([
    [off(500), 500, 2_500_000],
    [percent(10, 2000), 2000, 10_000_000],
    [percent(10, null), null, null],
    [{ kind: 'gift', item: '杯', cost: fen(1500), threshold: NO_FEN } as const, 1500, 7_500_000],
  ])('%j: %s each, %s for 5,000', (terms, each, all) => {
    expect(worthOfTerms(terms)).toBe(each);
    expect(mostCostOf(terms, 5000)).toBe(all);
  });
});
