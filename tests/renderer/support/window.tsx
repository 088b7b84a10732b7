import type { Locale } from '@domain/locale';
import { App } from '@renderer/app/app';
import { useCounter } from '@renderer/app/counter/counter-state';
import { closeHelp } from '@renderer/app/help/help-state';
import { forgetDrafts } from '@renderer/features/complaints/kept-drafts';
import { i18next, speak } from '@renderer/lib/i18n';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, onTestFinished, vi } from 'vitest';
import { aBridge, type Bridge, type Replies } from './bridge';
import { aShop } from './shop';

/** The whole window at the counter, with a main that the test plays. */
export async function openWindow(
  more: Replies = {},
): Promise<{ bridge: Bridge; user: ReturnType<typeof userEvent.setup> }> {
  useCounter.setState(useCounter.getInitialState(), true);
  forgetDrafts();
  closeHelp();
  window.location.hash = '#/counter';
  const bridge = aBridge(aShop(more));
  render(<App />);
  await screen.findByRole('combobox', { name: words('members:box.label') });
  typeLikeAPerson();
  return { bridge, user: userEvent.setup({ delay: null }) };
}

/** The same in a language of the test's choice; `words` then speaks it, too. */
export function openWindowIn(locale: Locale, more: Replies = {}): ReturnType<typeof openWindow> {
  speak(locale);
  return openWindow({ 'settings.preferences': () => ({ locale, theme: 'light' }), ...more });
}

/** The words that the window shows, by their key. */
export const words = (key: string, values: Record<string, unknown> = {}): string =>
  String(i18next.t(key as 'app', values as never));

export const box = (): HTMLInputElement => screen.getByRole('combobox', { name: words('members:box.label') });

/** For all tests of a file: jsdom lays nothing out, and without a height no row of a long table would be in sight. */
export function laidOut(height = 600): void {
  beforeEach(() => {
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(height);
    vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1000);
  });
  afterEach(() => void vi.restoreAllMocks());
}

export const settle = (): Promise<void> => act(async () => new Promise((resolve) => setTimeout(resolve, 0)));

const ofTheSystem: PropertyDescriptor = {
  ...Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp'),
};
const times = new WeakMap<Event, number>();
let clock = 0;
/** Keys of a person lie further apart than those of a scanner; the test need not wait for them. */
export function typeLikeAPerson(): void {
  onTestFinished(() => void Object.defineProperty(Event.prototype, 'timeStamp', ofTheSystem));
  Object.defineProperty(Event.prototype, 'timeStamp', {
    configurable: true,
    get(this: Event) {
      const known = times.get(this);
      if (known !== undefined) return known;
      clock = Math.max(clock + 40, performance.now());
      times.set(this, clock);
      return clock;
    },
  });
}
