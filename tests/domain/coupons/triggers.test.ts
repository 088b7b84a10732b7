import { couponEffects } from '@domain/coupons/refund';
import { broughtBySale } from '@domain/coupons/triggers';
import { describe, expect, it } from 'vitest';
import { day, template } from './coupons';

const today = day('2026-05-18');
const first = template({ id: 'first', trigger: 'first_purchase' });
const referral = template({ id: 'friend', trigger: 'referral' });
const templates = [first, referral, template({ id: 'hand' })];
const sale = { purchaseId: 'sale', buyerId: 'friend', referrerId: 'host', first: true, brought: [] };
const bring = (change: Partial<Parameters<typeof broughtBySale>[0]> = {}, from = templates) =>
  broughtBySale({ ...sale, ...change }, from, today).map(({ memberId, draft }) => [
    memberId,
    draft.templateId,
  ]);

describe('S49 the first standing purchase brings a coupon', () => {
  it('to the buyer, for this sale', () => {
    expect(broughtBySale({ ...sale, referrerId: null }, templates, today)).toMatchObject([
      { memberId: 'friend', draft: { templateId: 'first', occasion: 'sale', lastDay: '2026-06-16' } },
    ]);
  });

  it('and no later purchase does', () => expect(bring({ first: false })).toEqual([]));

  it('but not from a template that is inactive or whose range has passed', () => {
    const over = { kind: 'range', from: day('2026-05-01'), to: day('2026-05-17') } as const;
    expect(
      bring({}, [
        { ...first, active: false },
        { ...referral, validity: over },
      ]),
    ).toEqual([]);
  });

  it('once more when the first one went back and took its coupon along', () =>
    expect(bring({ referrerId: null, brought: [] })).toEqual([['friend', 'first']]));

  it('but not when that coupon had been used by then', () =>
    expect(bring({ referrerId: null, brought: [{ memberId: 'friend', trigger: 'first_purchase' }] })).toEqual(
      [],
    ));
});

describe('referral: both sides, when the friend first buys', () => {
  it('brings one to each', () =>
    expect(bring()).toEqual([
      ['friend', 'first'],
      ['host', 'friend'],
      ['friend', 'friend'],
    ]));

  it('gives no second one to the side that has used its own', () => {
    const brought = [
      { memberId: 'host', trigger: 'referral' },
      { memberId: 'friend', trigger: 'first_purchase' },
    ] as const;
    expect(bring({ brought })).toEqual([['friend', 'friend']]);
  });

  it('rewards one referrer for a friend, though another was entered since', () => {
    const brought = [{ memberId: 'another', trigger: 'referral' }] as const;
    expect(bring({ brought })).toEqual([
      ['friend', 'first'],
      ['friend', 'friend'],
    ]);
  });
});

describe('the refund of a sale and its coupons', () => {
  const coupon = (id: string, state: 'issued' | 'used' | 'revoked', lastDay = '2026-05-31') => ({
    id,
    state,
    lastDay: day(lastDay),
  });
  const all = {
    used: [
      coupon('good', 'used'),
      coupon('today', 'used', '2026-05-18'),
      coupon('late', 'used', '2026-05-17'),
    ],
    orphaned: [coupon('orphan', 'used')],
    brought: [coupon('spare', 'issued'), coupon('spent', 'used'), coupon('gone', 'revoked')],
    today,
  };
  const ids = (coupons: readonly { readonly id: string }[]) => coupons.map(({ id }) => id);
  const effects = (whole: boolean) => {
    const { restored, lapsed, revoked, kept } = couponEffects({ ...all, whole });
    return { restored: ids(restored), lapsed: ids(lapsed), revoked: ids(revoked), kept: ids(kept) };
  };

  it('gives a used coupon back unless it has lapsed, and takes unused ones that it brought, and those of a sale that went back', () =>
    expect(effects(true)).toEqual({
      restored: ['good', 'today'],
      lapsed: ['late'],
      revoked: ['spare', 'orphan'],
      kept: ['spent'],
    }));

  it('touches none while a part of the bill stands', () =>
    expect(effects(false)).toEqual({ restored: [], lapsed: [], revoked: [], kept: [] }));
});
