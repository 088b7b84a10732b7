import { decideReceipt, decideTillRefund, type KnownReceipt, passedBy } from '@domain/pos/decide';
import { businessDate, fen, instant } from '@domain/units';
import { describe, expect, it } from 'vitest';

const MEMBER = { kind: 'one', memberId: 'm' } as const;
const NOBODY = { kind: 'none', why: 'no_member' } as const;
const fresh = { amount: fen(5000), known: null, holder: null, buyer: MEMBER, lookalike: null };
const known = (rest: Partial<KnownReceipt>): KnownReceipt => ({
  ...{ id: 'r', told: fen(5000), back: fen(0), state: 'waiting', why: 'no_member', fileId: 'f' },
  ...rest,
});

describe('From the POS: what becomes of a receipt', () => {
  it.each([
    ['of a member', {}, { kind: 'post', memberId: 'm' }],
    ['of nobody', { buyer: NOBODY }, { kind: 'wait', why: 'no_member', maybe: null }],
    [
      'that may be one without a number',
      { lookalike: 'p' },
      { kind: 'wait', why: 'maybe_by_hand', maybe: 'p' },
    ],
    ['booked before', { known: known({ state: 'booked', why: null }) }, { kind: 'already' }],
    ['dismissed before', { known: known({ state: 'dismissed', why: null }) }, { kind: 'already' }],
    [
      'booked before with another amount',
      { known: known({ state: 'booked', why: null, told: fen(4000) }) },
      { kind: 'refused', why: 'amount_differs', booked: 4000 },
    ],
    ['that waited, and now names somebody', { known: known({}) }, { kind: 'post', memberId: 'm' }],
    ['that still waits', { known: known({}), buyer: NOBODY }, { kind: 'still_waiting' }],
    ['that a person is asked about', { known: known({ why: 'maybe_by_hand' }) }, { kind: 'still_waiting' }],
    ['returned while it waited', { known: known({ back: fen(5000) }) }, { kind: 'still_waiting' }],
  ])('%s', (_which, rest, decision) => {
    expect(decideReceipt({ ...fresh, ...rest })).toEqual(decision);
  });

  it('recorded by hand is the same with the money paid, or with the bill before points', () => {
    const holder = { purchaseId: 'p', total: fen(5000), paid: fen(4000) };
    const by = (amount: number) => decideReceipt({ ...fresh, amount: fen(amount), holder });
    expect(by(5000)).toEqual({ kind: 'by_hand', purchaseId: 'p' });
    expect(by(4000)).toEqual({ kind: 'by_hand', purchaseId: 'p' });
    expect(by(4500)).toEqual({ kind: 'refused', why: 'amount_differs', booked: 4000 });
  });

  it('of before the start, of nothing, or of a clock that is ahead', () => {
    const now = instant(Date.parse('2026-05-18T04:00:00Z'));
    const by = { from: businessDate('2026-05-10'), now, today: businessDate('2026-05-18') };
    const at = (day: string, amount: number, ahead = 0) =>
      passedBy({ amount: fen(amount), at: instant(now + ahead), day: businessDate(day) }, by);
    expect(at('2026-05-09', 100)).toEqual({ kind: 'passed' });
    expect(at('2026-05-18', 0)).toEqual({ kind: 'passed' });
    expect(at('2026-05-10', 100)).toBeUndefined();
    // A till may be some minutes ahead, not an hour.
    expect(at('2026-05-18', 100, 9 * 60_000)).toBeUndefined();
    expect(at('2026-05-18', 100, 60 * 60_000)).toEqual({ kind: 'refused', why: 'date_in_future' });
    expect(at('2026-05-19', 100)).toEqual({ kind: 'refused', why: 'date_in_future' });
  });
});

describe('From the POS: what becomes of a refund', () => {
  const bill = (byHand: number) => ({ kind: 'bill', purchaseId: 'p', byHand: fen(byHand) }) as const;
  const waiting = { kind: 'waiting', id: 'r', left: fen(3000) } as const;
  it.each([
    ['of no receipt', [], { kind: 'refused', why: 'refund_of_unknown', booked: null }],
    ['of one of several', [bill(0), waiting], { kind: 'refused', why: 'refund_ambiguous', booked: null }],
    ['of a bill', [bill(0)], { kind: 'refund', purchaseId: 'p' }],
    ['given by hand before', [bill(2000)], { kind: 'by_hand', purchaseId: 'p' }],
    ['another than was given by hand', [bill(500)], { kind: 'refused', why: 'amount_differs', booked: 500 }],
    ['of a receipt of nobody', [waiting], { kind: 'take_off', id: 'r' }],
    [
      'of more than it has left',
      [{ ...waiting, left: fen(1999) }],
      { kind: 'refused', why: 'refund_above_rest', booked: 1999 },
    ],
  ])('%s', (_which, targets, decision) => {
    expect(decideTillRefund(fen(2000), targets)).toEqual(decision);
  });
});
