import { DEFAULT_RULES, type ShopRules } from '@domain/settings/shop-rules';
import { discardEdits } from '@renderer/features/settings/edits';
import { speak } from '@renderer/lib/i18n';
import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect } from 'vitest';
import type { Bridge, Replies } from '../support/bridge';
import { deskOf, idOf } from '../support/shop';
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
    'staff.current': () => deskOf({ id: idOf(98), name: '王老板', role: 'owner' }),
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
export async function put(
  user: User,
  input: HTMLInputElement | HTMLTextAreaElement,
  text: string,
): Promise<void> {
  await user.clear(input);
  if (text !== '') await user.type(input, text);
}
export const save = (user: User): Promise<void> => user.keyboard('{Control>}{Enter}{/Control}');

/** What was saved last, after the bar has said that it was. */
export async function saved({ bridge, user }: Opened): Promise<ShopRules> {
  await save(user);
  await screen.findByText(s('save.done'));
  const sent = bridge.of('settings.changeRules').at(-1)?.input as { rules: ShopRules } | undefined;
  if (sent === undefined) throw new Error('nothing was sent');
  return sent.rules;
}
/** Ctrl+Enter sends nothing: something is wrong. */
export async function refusesToSave({ bridge, user }: Opened): Promise<void> {
  await save(user);
  expect(bridge.of('settings.changeRules')).toEqual([]);
}
export interface Opened {
  readonly bridge: Bridge;
  readonly user: User;
}
/** A part of the settings, with a main that keeps what is saved. */
export async function atPart(name: string, more: Replies = {}): Promise<Opened> {
  const opened = await atSettings({ 'settings.changeRules': () => ({ version: 2 }), ...more });
  await go(opened.user, name);
  return opened;
}
