import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { discardEdits } from '@renderer/features/settings/edits';
import { speak } from '@renderer/lib/i18n';
import { screen } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import type { Replies } from '../support/bridge';
import { idOf } from '../support/shop';
import { openWindow, words } from '../support/window';

export const s = (key: string, values: Record<string, unknown> = {}): string =>
  words(`settings:${key}`, values);

export const inUse = (more: object = {}) => ({
  latest: 1,
  version: 1,
  effectiveFrom: '2000-01-01',
  rules: DEFAULT_RULES,
  planned: [],
  ...more,
});

/** Each test begins with nothing typed, and in Chinese. */
export function freshSettings(): void {
  beforeEach(discardEdits);
  afterEach(() => speak('zh-CN'));
}

/** The owner at the settings. */
export async function atSettings(more: Replies = {}) {
  const opened = await openWindow({
    'staff.current': () => ({ id: idOf(98), name: '王老板', role: 'owner' }),
    'settings.rules': () => inUse(),
    ...more,
  });
  await visit(opened.user, 'settings');
  await screen.findByRole('heading', { name: s('rules.title') });
  return opened;
}
export type User = Awaited<ReturnType<typeof atSettings>>['user'];

export const visit = (user: User, place: 'counter' | 'settings'): Promise<void> =>
  user.click(screen.getByRole('link', { name: words(`place.${place}`) }));

/** A part of the settings in the index. */
export const part = (name: string): HTMLElement =>
  screen.getByRole('tab', { name: new RegExp(`^${s(`section.${name}`)}`) });
export const go = async (user: User, name: string): Promise<void> => {
  await user.click(part(name));
  await screen.findByRole('tabpanel');
};

export const field = (key: string): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(s(key));
export const right = (tier: string, name: string): HTMLInputElement =>
  screen.getByLabelText<HTMLInputElement>(
    s('tiers.right_of', { tier: words(`common:tier.${tier}`), right: s(`right.${name}`) }),
  );
export async function put(user: User, input: HTMLInputElement, text: string): Promise<void> {
  await user.clear(input);
  if (text !== '') await user.type(input, text);
}
export const save = (user: User): Promise<void> => user.keyboard('{Control>}{Enter}{/Control}');
