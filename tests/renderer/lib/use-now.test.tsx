import { useNow } from '@renderer/lib/use-now';
import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const Clock = () => <output>{useNow()}</output>;
const shown = () => Number(screen.getByRole('status').textContent);
const START = Date.parse('2026-05-18T04:00:00Z');

let hidden = false;
beforeEach(() => {
  vi.useFakeTimers({ now: START });
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
});
afterEach(() => {
  vi.useRealTimers();
  Reflect.deleteProperty(document, 'hidden');
});

const turn = (away: boolean) => {
  hidden = away;
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
};

it('a window that was put away has no timer; called back, it shows the time at once and goes on', () => {
  render(<Clock />);
  act(() => void vi.advanceTimersByTime(30_000));
  expect(shown()).toBe(START + 30_000);
  turn(true);
  expect(vi.getTimerCount()).toBe(0);
  act(() => void vi.advanceTimersByTime(3_600_000));
  expect(shown()).toBe(START + 30_000);
  turn(false);
  expect(shown()).toBe(START + 3_630_000);
  act(() => void vi.advanceTimersByTime(30_000));
  expect(shown()).toBe(START + 3_660_000);
});
