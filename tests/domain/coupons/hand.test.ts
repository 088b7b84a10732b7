import { decideGive } from '@domain/coupons/hand';
import { Refusal } from '@domain/refusal';
import { fen } from '@domain/units';
import { describe, expect, it, test } from 'vitest';
import { day, off, percent, template } from './coupons';

const asked = {
  template: template({ terms: off(2000) }),
  reason: '等了很久',
  allowance: { limit: fen(5000), used: fen(0) },
  occasion: 'x',
  today: day('2026-05-18'),
};

describe('S80 a coupon given by hand, within the allowance of the day', () => {
  test.each(['by_hand', 'win_back', 'apology'] as const)('%s templates can be given', (trigger) => {
    expect(decideGive({ ...asked, template: template({ trigger }) })).toMatchObject({
      trigger,
      reason: '等了很久',
    });
  });

  test.each(['first_purchase', 'referral', 'anniversary', 'campaign'] as const)(
    '%s templates cannot',
    (trigger) => {
      expect(decideGive({ ...asked, template: template({ trigger }) })).toEqual(
        new Refusal('template_gone', {}),
      );
    },
  );

  test.each([
    [{ template: undefined }, 'template_gone', {}],
    [{ template: template({ active: false }) }, 'template_gone', {}],
    [{ reason: '' }, 'reason_needed', {}],
    [{ template: template({ terms: percent(10, null) }) }, 'worth_unknown', {}],
    [
      { allowance: { limit: fen(5000), used: fen(3001) } },
      'above_allowance',
      { limit: 5000, used: 3001, worth: 2000 },
    ],
    [
      { template: template({ validity: { kind: 'range', from: day('2026-01-01'), to: day('2026-05-17') } }) },
      'template_over',
      { lastDay: '2026-05-17' },
    ],
  ])('%j is refused: %s', (change, code, params) => {
    expect(decideGive({ ...asked, ...change })).toEqual(new Refusal(code, params));
  });

  it('may use the allowance up to the last fen', () => {
    const allowance = { limit: fen(5000), used: fen(3000) };
    expect(decideGive({ ...asked, allowance })).toMatchObject({ occasion: 'x' });
  });

  it('counts a percentage by its cap', () => {
    const capped = { ...asked, template: template({ terms: percent(10, 6000) }) };
    expect(decideGive(capped)).toMatchObject({ code: 'above_allowance', params: { worth: 6000 } });
  });

  it('has no limit for who has none, not even for a percentage without a cap', () => {
    const free = { ...asked, allowance: null, template: template({ terms: percent(50, null) }) };
    expect(decideGive(free)).toMatchObject({ terms: { percentOff: 50 } });
  });
});
