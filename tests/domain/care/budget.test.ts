import { budgetOf, countsAgainstBudget, nextMonthFrom, type PastContact } from '@domain/care/budget';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { businessDate, instant } from '@domain/units';
import { describe, expect, it } from 'vitest';

const RULES = DEFAULT_RULES.care.budget;
let made = 0;
const contact = (more: Partial<PastContact> = {}): PastContact => ({
  direction: 'out',
  channel: 'wechat',
  counted: true,
  month: '2026-05',
  at: instant(1_000 * ++made),
  outcome: null,
  ...more,
});
const budget = (history: PastContact[], boughtAt: number | null = null, month = '2026-05') =>
  budgetOf(history, boughtAt === null ? null : instant(boughtAt), RULES, month);

describe('the budget of a month', () => {
  it('S58 is two contacts a calendar month, whichever channel', () => {
    expect(budget([])).toMatchObject({ used: 0, allowed: 2, left: 2 });
    expect(budget([contact(), contact({ channel: 'phone', outcome: 'reached' })])).toMatchObject({
      used: 2,
      left: 0,
    });
    expect(budget([contact(), contact()], null, '2026-06')).toMatchObject({ used: 0, left: 2 });
    expect(nextMonthFrom(businessDate('2026-12-31'))).toBe('2027-01-01');
  });

  it('counts what the shop begins away from the counter', () => {
    const counted = (['out', 'in'] as const).flatMap((direction) =>
      (['phone', 'counter'] as const)
        .filter((channel) => countsAgainstBudget({ direction, channel }))
        .map((channel) => [direction, channel]),
    );
    expect(counted).toEqual([['out', 'phone']]);
  });

  it('S59 falls to one after three in a row without an answer, until one answers', () => {
    const three = [contact({ outcome: 'no_answer' }), contact({ outcome: 'wrong_number' }), contact()];
    expect(budget(three.slice(1), null, '2026-06')).toMatchObject({
      allowed: 2,
      unanswered: 2,
      lowered: false,
    });
    expect(budget(three, null, '2026-06')).toMatchObject({ allowed: 1, unanswered: 3, lowered: true });
    for (const outcome of ['reached', 'refused', 'done'] as const)
      expect(budget([...three, contact({ outcome })], null, '2026-06')).toMatchObject({
        allowed: 2,
        unanswered: 0,
      });
  });

  it('takes a word from the member, a talk at the counter and a purchase for an answer', () => {
    const three = [contact(), contact(), contact()];
    const last = three[2]?.at ?? 0;
    expect(budget([...three, contact({ direction: 'in', counted: false })])).toMatchObject({ unanswered: 0 });
    expect(budget([...three, contact({ channel: 'counter', counted: false })])).toMatchObject({
      unanswered: 0,
    });
    expect(budget(three, last + 1)).toMatchObject({ unanswered: 0, allowed: 2 });
    // Bought between the first and the second: two are unanswered since.
    expect(budget(three, last - 1)).toMatchObject({ unanswered: 1 });
    expect(budget(three, 1)).toMatchObject({ unanswered: 3 });
  });

  it('gives back what was not sent, and asks nothing of it', () => {
    const history = [
      contact(),
      contact({ outcome: 'not_sent' }),
      contact({ outcome: 'not_sent' }),
      contact(),
    ];
    expect(budget(history)).toMatchObject({ used: 2, unanswered: 2 });
    expect(budget([contact({ direction: 'out', outcome: 'not_sent' })])).toMatchObject({ used: 0, left: 2 });
  });

  it('never goes below nothing when the rules became stricter within the month', () => {
    const history = [contact(), contact()];
    expect(budgetOf(history, null, { ...RULES, perMonth: 1 }, '2026-05')).toMatchObject({
      used: 2,
      allowed: 1,
      left: 0,
    });
    // A lowered budget is never more than the usual one.
    expect(budgetOf([], null, { perMonth: 1, lowered: 3, afterUnanswered: 0 }, '2026-05')).toMatchObject({
      allowed: 1,
    });
  });
});
