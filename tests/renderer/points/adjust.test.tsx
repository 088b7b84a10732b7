import { readChange } from '@renderer/features/points/read-change';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type Replies, refused } from '../support/bridge';
import { idOf } from '../support/shop';
import { box, openWindow, settle, words } from '../support/window';

describe('a change of points as typed', () => {
  it.each([
    ['+100', 100],
    ['100', 100],
    ['-50', -50],
    ['−50', -50],
    ['＋１００', 100],
    ['0', null],
    ['1.5', null],
    ['abc', null],
  ])('%j is %s', (text, by) => expect(readChange(text)).toBe(by));
});

async function atThePoints(more: Replies = {}) {
  const opened = await openWindow({
    'points.adjust': () => ({ balance: 1334 }),
    'points.lots': () => [
      {
        id: idOf(61),
        earnedOn: '2025-11-01',
        points: 200,
        remaining: 120,
        lastDay: '2026-11-30',
        kind: 'earn',
      },
    ],
    'points.entries': () => ({
      total: 1,
      rows: [
        {
          seq: 1,
          kind: 'earn',
          points: 128,
          balanceAfter: 1284,
          at: 1_763_700_000_000,
          businessDate: '2025-11-21',
          reason: '',
          receiptNo: 'R1',
          staffName: '李店员',
        },
      ],
    }),
    ...more,
  });
  await opened.user.type(box(), '8812{Enter}');
  await screen.findByRole('article', { name: '张三' });
  await opened.user.keyboard('{F3}');
  await screen.findByText('+128');
  return opened;
}

it('F3 shows the lots with what is left of them, and the ledger', async () => {
  await atThePoints();
  expect(screen.getByText('120')).toBeDefined();
  expect(screen.getByText(words('points:ofLot', { points: '200' }))).toBeDefined();
  expect(screen.getByText('R1')).toBeDefined();
});

it('adjusts by hand with a reason and Ctrl+Enter', async () => {
  const { bridge, user } = await atThePoints();
  await user.type(screen.getByLabelText(words('points:adjust.by')), '+50');
  await user.keyboard('{Enter}');
  await settle();
  expect(bridge.of('points.adjust')).toEqual([]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.getByText(words('points:refusal.reason_needed'))).toBeDefined();
  await user.type(screen.getByLabelText(words('points:adjust.reason')), '补登');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText(words('points:adjust.done', { points: '1,334' }))).toBeDefined();
  expect(bridge.of('points.adjust')[0]?.input).toEqual({ memberId: idOf(1), points: 50, reason: '补登' });
  await waitFor(() => expect(document.activeElement).toBe(box()));
});

it('above the daily limit: the rule with its numbers, and the text stays', async () => {
  const { user } = await atThePoints({
    'points.adjust': () => refused('above_daily_limit', { limit: 1000, used: 980 }),
  });
  await user.type(screen.getByLabelText(words('points:adjust.by')), '500');
  await user.type(screen.getByLabelText(words('points:adjust.reason')), '补登{Control>}{Enter}{/Control}');
  expect((await screen.findByRole('alert')).textContent).toBe(
    words('points:refusal.above_daily_limit', { limit: '1,000', used: '980' }),
  );
  expect(screen.getByLabelText<HTMLInputElement>(words('points:adjust.by')).value).toBe('500');
});
