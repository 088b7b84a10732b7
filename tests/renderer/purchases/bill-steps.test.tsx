import { LOCALES, type Locale } from '@domain/locale';
import { quoteSale } from '@domain/purchases/quote';
import { Refusal } from '@domain/refusal';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { TIERS } from '@domain/tiers/tier';
import { businessDate, fen, points } from '@domain/units';
import { BillSteps } from '@renderer/features/purchases/components/bill-steps';
import { speak } from '@renderer/lib/i18n';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type Replies, refused } from '../support/bridge';
import { aCoupon, aStanding, cardOf, idOf, ZHANG } from '../support/shop';
import { box, openWindowIn, settle, words } from '../support/window';

afterEach(() => speak('zh-CN'));

const VIP = { ...ZHANG, tier: 'vip' };
const recorded = {
  purchaseId: idOf(900),
  paid: 8380,
  earned: 125,
  redeemed: 500,
  debtSettled: 0,
  balance: 909,
  tier: null,
  brought: [],
};
const amount = () => screen.getByLabelText<HTMLInputElement>(words('purchases:sale.amount'));
const due = () => screen.getByTestId('due').textContent;
const panel = () => within(screen.getByRole('region', { name: words('purchases:sale.title') }));
const couponToggle = (name: string) => panel().getByRole('button', { name: new RegExp(name) });
const figure = (text: string) => screen.getByRole('button', { name: text });
/** A row of the bill as it reads: its word and its figure. */
const row = (word: string) => panel().getByText(word, { selector: 'dt' }).parentElement?.textContent;

/** 张三 is VIP (15 % off, 1.5 points a yuan) and stands at the till with these coupons. */
async function atTheTill(coupons: object[] = [], more: Replies = {}, locale: Locale = 'zh-CN') {
  const opened = await openWindowIn(locale, {
    'members.card': () => cardOf(VIP, { coupons }),
    'purchases.record': () => recorded,
    ...more,
  });
  await opened.user.type(box(), '8812{Enter}');
  await screen.findByLabelText(words('purchases:sale.amount'));
  await opened.user.keyboard('{F2}');
  await waitFor(() => expect(document.activeElement).toBe(amount()));
  return opened;
}

describe.each(LOCALES)('%s', (locale) => {
  it('the bill is its steps: tier, coupon, points, what is due and what it earns', async () => {
    const { bridge, user } = await atTheTill([aCoupon(1)], {}, locale);
    await user.keyboard('128{Alt>}4{/Alt}');
    await user.type(screen.getByLabelText(words('purchases:redeem.other')), '500');
    const off = words('common:percentOff', { percent: 15 });
    const tier = words('purchases:step.tier', { tier: 'VIP', off });
    expect(row(words('purchases:step.gross'))).toContain('¥128.00');
    expect(row(tier)).toContain('−¥19.20');
    expect(row(words('purchases:step.coupon', { name: '券1' }))).toContain('−¥20.00');
    expect(row(words('purchases:step.points', { points: '500' }))).toContain('−¥5.00');
    expect(due()).toBe('¥83.80');
    expect(row(words('purchases:step.earn'))).toContain('+125');
    await user.type(amount(), '{Enter}');
    await screen.findByText(words('purchases:result.title'));
    expect(bridge.of('purchases.record')[0]?.input).toMatchObject({
      gross: 12800,
      couponIds: [idOf(501)],
      redeem: 500,
      expectedDue: 8380,
    });
  });

  it('S83 every figure says its rule and its sum, and gives the focus back', async () => {
    const { user } = await atTheTill([], {}, locale);
    await user.keyboard('128');
    const tierFigure = figure('−¥19.20');
    tierFigure.focus();
    await user.keyboard('{Enter}');
    const why = await screen.findByRole('dialog');
    const sum = { base: '¥128.00', percent: 15, amount: '¥19.20' };
    expect(why.textContent).toContain(words('purchases:why.tier.sum', sum));
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(tierFigure);
    figure('¥108.80').focus();
    await user.keyboard('?');
    expect((await screen.findByRole('dialog')).textContent).toContain(words('purchases:why.gross'));
  });
});

it('S43 goods at a special price have no tier discount, and the bill says so before anybody asks', async () => {
  const { bridge, user } = await atTheTill();
  await user.keyboard('128');
  const special = screen.getByLabelText(words('purchases:sale.special'));
  await user.type(special, '28');
  expect(due()).toBe('¥113.00');
  expect(screen.getByText('−¥15.00')).toBeDefined();
  await user.type(special, '{Control>}a{/Control}128');
  expect(due()).toBe('¥128.00');
  figure(words('purchases:step.onlySpecial')).focus();
  await user.keyboard('{Enter}');
  expect((await screen.findByRole('dialog')).textContent).toContain(words('purchases:why.tier.none'));
  await user.keyboard('{Escape}');
  await user.type(special, '{Control>}a{/Control}128.01');
  expect(screen.getByRole('alert').textContent).toBe(
    words('purchases:refusal.special_above_total', { gross: '¥128.00' }),
  );
  await user.type(special, '{Enter}');
  await settle();
  expect(bridge.of('purchases.record')).toEqual([]);
});

it('S48 the better of tier and member day counts, and the other one is named', async () => {
  const rules = {
    ...DEFAULT_RULES,
    memberDay: { ...DEFAULT_RULES.memberDay, weekdays: [1, 2, 3, 4, 5, 6, 7] },
  };
  const inForce = { latest: 1, version: 1, effectiveFrom: '2025-01-01', rules, planned: [] };
  const { user } = await atTheTill([], { 'settings.rules': () => inForce });
  await user.keyboard('128');
  figure('−¥25.60').focus();
  await user.keyboard('{Enter}');
  const other = words('purchases:step.tier', {
    tier: 'VIP',
    off: words('common:percentOff', { percent: 15 }),
  });
  expect((await screen.findByRole('dialog')).textContent).toContain(
    words('purchases:why.passedOver', { other, amount: '¥19.20' }),
  );
});

describe('coupons on the bill', () => {
  it('one below its threshold is greyed, says what is missing, and its key does nothing', async () => {
    const over = aCoupon(1, { terms: { kind: 'amount', off: 2000, threshold: 5000 } });
    const { user } = await atTheTill([over]);
    await user.keyboard('38{Alt>}4{/Alt}');
    expect(couponToggle('券1').getAttribute('aria-disabled')).toBe('true');
    expect(couponToggle('券1').textContent).toContain(
      words('purchases:coupon.missing', { missing: '¥12.00' }),
    );
    expect(due()).toBe('¥32.30');
    await user.clear(amount());
    await user.type(amount(), '50');
    await user.keyboard('{Alt>}4{/Alt}');
    expect(due()).toBe('¥22.50');
  });

  it('one that does not go with the chosen one says so, until that is taken off', async () => {
    const { user } = await atTheTill([
      aCoupon(1),
      aCoupon(2, { terms: { kind: 'amount', off: 500, threshold: 0 } }),
    ]);
    await user.keyboard('128{Alt>}4{/Alt}{Alt>}5{/Alt}');
    expect(couponToggle('券2').textContent).toContain(words('purchases:coupon.alone'));
    expect(due()).toBe('¥88.80');
    await user.keyboard('{Alt>}4{/Alt}{Alt>}5{/Alt}');
    expect(due()).toBe('¥103.80');
  });

  it('one that gives less than its face says why', async () => {
    const { user } = await atTheTill([aCoupon(1)]);
    await user.keyboard('10{Alt>}4{/Alt}');
    expect(due()).toBe('¥0.00');
    figure('−¥8.50').focus();
    await user.keyboard('{Enter}');
    expect((await screen.findByRole('dialog')).textContent).toContain(
      words('purchases:why.couponShort', { face: '¥20.00', base: '¥8.50', amount: '¥8.50' }),
    );
  });

  const named = { couponId: idOf(501), name: '券1' };
  it.each([
    ['coupon_used', named, { name: '券1' }],
    ['coupon_foreign', named, { name: '券1' }],
    ['coupon_revoked', named, { name: '券1' }],
    ['coupon_blackout', named, { name: '券1' }],
    ['coupon_lapsed', { ...named, lastDay: '2025-03-01' }, { name: '券1', date: '2025年3月1日' }],
    ['coupon_not_yet', { ...named, firstDay: '2031-03-01' }, { name: '券1', date: '2031年3月1日' }],
    ['coupons_do_not_stack', {}, {}],
    ['coupon_gone', {}, {}],
    ['special_beside_lines', {}, {}],
  ])('%s: the sale stays typed, and the sentence says what to do', async (code, params, values) => {
    const { bridge, user } = await atTheTill([aCoupon(1)], {
      'purchases.record': () => refused(code, params),
    });
    await user.keyboard('128{Alt>}4{/Alt}');
    const read = bridge.of('members.card').length;
    await user.keyboard('{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe(words(`purchases:refusal.${code}`, values));
    expect(amount().value).toBe('128');
    // Main knew better: the page reads the card again.
    await waitFor(() => expect(bridge.of('members.card').length).toBeGreaterThan(read));
  });
});

it('a price that has changed is told, and taken only when Enter says so again', async () => {
  const { bridge, user } = await atTheTill([], {
    'purchases.record': ({ expectedDue }: { expectedDue: number }) =>
      expectedDue === 11520 ? recorded : refused('price_changed', { due: 11520 }),
  });
  await user.keyboard('128{Enter}');
  expect((await screen.findByRole('alert')).textContent).toBe(
    words('purchases:refusal.price_changed', { due: '¥115.20' }),
  );
  await user.keyboard('{Enter}');
  expect(await screen.findByText(words('purchases:result.title'))).toBeDefined();
  expect(
    bridge.of('purchases.record').map(({ input }) => (input as { expectedDue: number }).expectedDue),
  ).toEqual([10880, 11520]);
});

it('the sale brings a level and a coupon: both are told, with their last day', async () => {
  const brought = { id: idOf(510), name: '首单回头券', code: 'C10', lastDay: '2099-12-21' };
  const { user } = await atTheTill([], {
    'purchases.record': () => ({ ...recorded, tier: { from: 'loyal', to: 'vip' }, brought: [brought] }),
    'members.card': () => cardOf(VIP, { standing: aStanding({ tier: 'vip', until: '2099-11-22' }) }),
  });
  await user.keyboard('128{Enter}');
  const result = await screen.findByRole('region', { name: words('purchases:result.title') });
  expect(result.textContent).toContain(words('purchases:result.tier', { tier: 'VIP' }));
  expect(result.textContent).toContain(words('purchases:result.until', { date: '2099年11月22日' }));
  expect(result.textContent).toContain(words('purchases:result.brought', { name: '首单回头券' }));
  expect(within(result).getByText(words('purchases:coupon.until', { date: '2099年12月21日' }))).toBeDefined();
});

describe('what is shown', () => {
  const yuan = (text: string) => Math.round(Number(text.replace('−', '-').replace(/[¥,]/g, '')) * 100);
  const aTerm = fc.oneof(
    fc.record({ kind: fc.constant('amount' as const), off: fc.integer({ min: 1, max: 9000 }) }),
    fc.record({
      kind: fc.constant('percent' as const),
      percentOff: fc.integer({ min: 1, max: 99 }),
      cap: fc.constant(null),
    }),
  );

  it('adds up to what is due, whatever the bill', () =>
    fc.assert(
      fc.property(
        fc.record({
          gross: fc.integer({ min: 1, max: 300_000 }),
          special: fc.integer({ min: 0, max: 100 }),
          tier: fc.constantFrom(...TIERS),
          terms: fc.array(aTerm, { maxLength: 3 }),
          memberDay: fc.boolean(),
          redeem: fc.constantFrom(0, 100, 500),
        }),
        ({ gross, special, tier, terms, memberDay, redeem }) => {
          const rules = {
            ...DEFAULT_RULES,
            memberDay: { ...DEFAULT_RULES.memberDay, weekdays: memberDay ? [1, 2, 3, 4, 5, 6, 7] : [] },
          };
          const quote = quoteSale({
            bill: { gross: fen(gross), items: [], specialPrice: fen(Math.floor((gross * special) / 100)) },
            buyer: { id: ZHANG.id, tier, usable: 1284, birthday: null },
            coupons: terms.map((term, place) => ({
              id: idOf(place),
              memberId: ZHANG.id,
              name: `券${place}`,
              terms:
                term.kind === 'amount'
                  ? { ...term, off: fen(term.off), threshold: fen(0) }
                  : { ...term, threshold: fen(0) },
              stacks: true,
              firstDay: businessDate('2026-01-01'),
              lastDay: businessDate('2026-12-31'),
              blackout: [],
              state: 'issued' as const,
            })),
            redeem: points(redeem),
            rules,
            today: businessDate('2026-11-22'),
          });
          fc.pre(!(quote instanceof Refusal));
          if (quote instanceof Refusal) return;
          const { container } = render(<BillSteps quote={quote} rules={rules} owed={0} />);
          const shown = [...container.querySelectorAll('dd')].map((each) => each.textContent ?? '');
          const steps = shown.slice(0, -2).filter((text) => text.includes('¥'));
          const sum = steps.reduce((all, text) => all + yuan(text.replace('?', '')), 0);
          // A bill without any step shows only what is due.
          if (steps.length > 0) expect(sum).toBe(quote.due);
          expect(yuan(screen.getByTestId('due').textContent ?? '')).toBe(quote.due);
          cleanup();
        },
      ),
      { numRuns: 60 },
    ));
});
