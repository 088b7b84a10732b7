import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { useLoyalty } from '@renderer/app/loyalty/loyalty-state';
import { screen, waitFor, within } from '@testing-library/react';
// The charts are a large library: they are loaded before the clock of a test runs.
import '@renderer/features/points/components/liability';
import { beforeEach, describe, expect, it } from 'vitest';
import { faulted, type Replies } from '../support/bridge';
import { openWindow, words } from '../support/window';

const NOTHING = { points: 0, worth: 0 };
const owed = (more: object = {}) => ({
  asOf: '2026-11-22',
  members: 1250,
  points: 184_300,
  worth: 184_300,
  owedToShop: 300,
  months: [
    { month: '2026-11', points: 20_000, worth: 20_000 },
    { month: '2026-12', points: 0, worth: 0 },
    { month: '2027-01', points: 64_300, worth: 64_300 },
  ],
  later: NOTHING,
  never: { points: 100_000, worth: 100_000 },
  ...more,
});

beforeEach(() => useLoyalty.setState({ part: 'campaigns', asTable: false }));

async function atLiability(more: Replies = {}) {
  const opened = await openWindow({
    'coupons.batches': () => [],
    'points.liability': () => owed(),
    ...more,
  });
  await opened.user.keyboard('{Control>}6{/Control}');
  await screen.findByRole('heading', { level: 1, name: words('common:loyalty.title') });
  await opened.user.keyboard('{Alt>}2{/Alt}');
  await screen.findByRole('heading', { name: words('points:liability.question') });
  return opened;
}

describe('what is owed in points', () => {
  it('answers the question in points and in yuan, with whom it is owed to', async () => {
    await atLiability();
    expect(await screen.findByRole('button', { name: /184,300 分/ })).toBeDefined();
    expect(screen.getByRole('button', { name: /¥1,843\.00/ })).toBeDefined();
    expect(screen.getByText(/1,250/).textContent).toContain(
      words('points:liability.owedToShop', { points: '300' }),
    );
  });

  it('shows a chart that says where its table is, and the table by one key, with rows by arrows', async () => {
    const { user } = await atLiability();
    expect(await screen.findByRole('img', { name: words('points:liability.chart') })).toBeDefined();
    await user.keyboard('{F4}');
    const table = await screen.findByRole('grid', { name: words('points:liability.table') });
    const rows = within(table).getAllByRole('row');
    expect(rows.map(({ textContent }) => textContent).slice(1)).toEqual([
      '2026年11月20,000¥200.0010.9%',
      '2026年12月0¥0.000.0%',
      '2027年1月64,300¥643.0034.9%',
      `${words('points:neverLapses')}100,000¥1,000.0054.3%`,
      `${words('points:liability.total')}184,300¥1,843.00100.0%`,
    ]);
    await waitFor(() => expect(document.activeElement).toBe(rows[1]));
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(rows[3]);
    await user.keyboard('{F4}');
    expect(await screen.findByRole('img', { name: words('points:liability.chart') })).toBeDefined();
  });

  it('explains both figures: the sum of all balances, and the rate in force', async () => {
    const { user } = await atLiability();
    await user.click(await screen.findByRole('button', { name: /184,300 分/ }));
    expect((await screen.findByRole('dialog')).textContent).toContain('184,000');
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: /¥1,843\.00/ }));
    const { redeem, redeemMaxPercent } = DEFAULT_RULES.points;
    expect(redeem).toEqual({ points: 100, worthFen: 100 });
    expect(
      await screen.findByText(words('points:liability.worthRule', { percent: redeemMaxPercent })),
    ).toBeDefined();
  });

  it('teaches where nothing is owed', async () => {
    const nothing = { members: 0, points: 0, worth: 0, owedToShop: 0, months: [], never: NOTHING };
    await atLiability({ 'points.liability': () => owed(nothing) });
    expect(await screen.findByText(words('points:liability.empty'))).toBeDefined();
  });

  it('says what went wrong, and asks again', async () => {
    const { bridge, user } = await atLiability({ 'points.liability': () => faulted('K7') });
    expect((await screen.findByRole('alert')).textContent).toContain('K7');
    bridge.reply({ 'points.liability': () => owed() });
    await user.click(screen.getByRole('button', { name: words('common:act.retry') }));
    expect(await screen.findByRole('button', { name: /184,300 分/ })).toBeDefined();
  });

  it('is still there, as it was, after a look at the counter', async () => {
    const { user } = await atLiability();
    await user.keyboard('{F4}');
    await screen.findByRole('grid', { name: words('points:liability.table') });
    await user.keyboard('{Control>}1{/Control}');
    await user.keyboard('{Control>}6{/Control}');
    expect(await screen.findByRole('grid', { name: words('points:liability.table') })).toBeDefined();
  });
});
