import { MantineProvider } from '@mantine/core';
import { BalanceWhy } from '@renderer/features/points/components/balance-why';
import { createAnswers } from '@renderer/lib/query-client';
import { StoreContext } from '@renderer/lib/store-context';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aBridge, type Replies } from '../support/bridge';
import { idOf, ZHANG } from '../support/shop';
import { box, openWindow, words } from '../support/window';

const rule = { version: 3, effectiveFrom: '2026-01-01' };
const lot = (number: number, more: object = {}) => ({
  id: idOf(60 + number),
  earnedOn: '2025-11-01',
  points: 200,
  remaining: 120,
  lastDay: '2026-11-30',
  kind: 'earn',
  ...more,
});
const whyOf = (more: object = {}) => ({
  earnedOn: '2025-11-01',
  points: 200,
  remaining: 120,
  lastDay: '2026-11-30',
  kind: 'earn',
  receiptNo: 'R7',
  purchaseId: idOf(900),
  revived: false,
  expiryMonths: 12,
  restoredLotDays: 30,
  rule,
  moves: [
    { kind: 'earn', points: 200, at: Date.UTC(2025, 10, 1, 4) },
    { kind: 'redeem', points: -80, at: Date.UTC(2026, 4, 1, 4) },
  ],
  ...more,
});

async function atThePoints(more: Replies) {
  const opened = await openWindow(more);
  await opened.user.type(box(), '8812{Enter}');
  await screen.findByRole('article', { name: '张三' });
  await opened.user.keyboard('{F3}');
  return opened;
}
const figure = (name: RegExp) => screen.findByRole('button', { name });

describe('why a lot lapses on its day', () => {
  it('`?` on the date tells when it was earned, the rule, and where the points went; Esc leads back', async () => {
    const { user } = await atThePoints({
      'points.lots': () => [lot(1)],
      'points.whyLot': () => whyOf(),
    });
    const date = await figure(/11月30日/);
    date.focus();
    await user.keyboard('?');
    const panel = await screen.findByRole('dialog', { name: words('points:why.lapse') });
    const told = await within(panel).findByText(
      words('points:why.cause.months', { count: 12, last: '11月30日 周一' }),
    );
    expect(told).toBeDefined();
    expect(panel.textContent).toContain(words('points:why.receipt', { no: 'R7' }));
    expect(panel.textContent).toContain('−80');
    expect(panel.textContent).toContain(words('rule.since', { version: 3, date: '2026年1月1日' }));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(date);
  });

  it('of several lots with one date, each has its own story', async () => {
    const { bridge, user } = await atThePoints({
      'points.lots': () => [lot(1), lot(2, { earnedOn: '2025-11-20', kind: 'restore' })],
      'points.whyLot': () => whyOf({ revived: true, kind: 'restore' }),
    });
    await user.click(await figure(/11月30日/));
    const panel = await screen.findByRole('dialog', { name: words('points:why.lapse') });
    expect(bridge.of('points.whyLot')).toEqual([]);
    await user.click(within(panel).getByRole('button', { name: /11月20日|2025年11月20日/ }));
    expect(
      await screen.findByText(words('points:why.cause.revived', { count: 30, last: '11月30日 周一' })),
    ).toBeDefined();
    expect(bridge.of('points.whyLot')[0]?.input).toEqual({ lotId: idOf(62) });
  });
});

describe('why a balance is what it is', () => {
  function explain(answer: object | null) {
    aBridge({ 'points.whyBalance': () => answer });
    render(
      <QueryClientProvider client={createAnswers()}>
        <MantineProvider>
          <StoreContext
            value={{
              state: 'open',
              id: idOf(99),
              name: '街角咖啡',
              zone: 'Asia/Shanghai',
              dayStartHour: 0,
              sample: false,
              practice: false,
            }}
          >
            <BalanceWhy memberId={ZHANG.id} />
          </StoreContext>
        </MantineProvider>
      </QueryClientProvider>,
    );
  }
  const balance = (more: object = {}) => ({
    balance: 1184,
    lapsedUnwritten: 100,
    debt: 0,
    byKind: [
      { kind: 'earn', entries: 12, points: 1784 },
      { kind: 'redeem', entries: 2, points: -500 },
    ],
    worth: { points: 100, worthFen: 100 },
    rule,
    ...more,
  });
  const rows = async () => (await screen.findAllByRole('listitem')).map(({ textContent }) => textContent);

  it('is every kind with its sum, what lapsed unwritten, and the balance they come to', async () => {
    explain(balance());
    expect(await rows()).toEqual([
      `${words('points:kind.earn')} ${words('points:why.times', { count: 12 })}+1,784`,
      `${words('points:kind.redeem')} ${words('points:why.times', { count: 2 })}−500`,
      `${words('points:why.lapsedUnwritten')}−100`,
      `${words('points:why.balance')}1,184`,
    ]);
    expect(
      screen.getByText(
        words('points:why.worth', { rate: '100', money: '¥1.00', points: '1,184', worth: '¥11.84' }),
      ),
    ).toBeDefined();
  });

  it('says what is owed, and puts no worth on a debt', async () => {
    explain(balance({ balance: -15, debt: 15, lapsedUnwritten: 0 }));
    expect(await screen.findByText(words('points:why.debt', { points: '15' }))).toBeDefined();
    expect(screen.queryByText(/¥/)).toBeNull();
  });

  it('says so when the member is not in this store', async () => {
    explain(null);
    expect(await screen.findByText(words('points:refusal.member_gone'))).toBeDefined();
  });
});
