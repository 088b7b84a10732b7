import { SERVICE_LEVELS } from '@domain/handbook/service-level';
import type { Locale } from '@domain/locale';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { i18next } from '@renderer/lib/i18n';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type Replies, refused } from '../support/bridge';
import { idOf } from '../support/shop';
import { openWindowIn, words } from '../support/window';

const levels = (step: number) => Object.fromEntries(SERVICE_LEVELS.map((level) => [level, step]));
const NOBODY_CHECKED = [
  { staffId: idOf(91), name: '店主', last: null, before: null },
  {
    staffId: idOf(92),
    name: '小王',
    last: { on: '2026-11-20', levels: { ...levels(0), answers: 3, in_touch: 2 }, note: '多打电话' },
    before: { on: '2026-10-20', levels: levels(0) },
  },
];
const EMPTY = ['standards', 'training', 'channels', 'evaluation'].map((checklist) => ({
  checklist,
  runs: [],
}));

async function openHandbook(more: Replies = {}, locale: Locale = 'zh-CN') {
  const opened = await openWindowIn(locale, {
    'handbook.selfChecks': () => NOBODY_CHECKED,
    'handbook.checklists': () => EMPTY,
    'handbook.stories': () => [],
    ...more,
  });
  await opened.user.keyboard('{Control>}8{/Control}');
  await screen.findByRole('tab', { name: words('handbook:page.reception'), selected: true });
  const turnTo = async (page: string) => {
    await opened.user.click(screen.getByRole('tab', { name: words(`handbook:page.${page}`) }));
    return await screen.findByRole('tabpanel');
  };
  return { ...opened, turnTo };
}

describe.each(['zh-CN', 'en'] as const)('S96 the handbook in %s', (locale) => {
  it('opens at reception (S65): greet within 10 seconds, introduce after 3, no pressure', async () => {
    await openHandbook({}, locale);
    const page = screen.getByRole('tabpanel');
    const { sections } = i18next.t('handbook:pages.reception', { returnObjects: true });
    for (const { title, lines } of sections) {
      expect(within(page).getByRole('heading', { name: title })).toBeDefined();
      for (const line of lines) expect(within(page).getByText(line)).toBeDefined();
    }
  });
});

describe('the handbook', () => {
  it('turns its pages by Ctrl and the page keys', async () => {
    const { user } = await openHandbook();
    await user.keyboard('{Control>}{PageDown}{/Control}');
    const bands = await screen.findByRole('tab', { name: words('handbook:page.bands'), selected: true });
    expect(document.activeElement).toBe(bands);
  });

  it('S94 lists the bands of the day from the settings', async () => {
    const { turnTo } = await openHandbook();
    const page = await turnTo('bands');
    for (const { hint } of DEFAULT_RULES.timeBands) expect(await within(page).findByText(hint)).toBeDefined();
    expect(within(page).getByText('08:00–10:00')).toBeDefined();
  });

  it('S89 shows where everybody stands, and how that has moved', async () => {
    const { turnTo } = await openHandbook();
    const page = await turnTo('levels');
    const place = await within(page).findByRole('region', { name: words('handbook:levels.place') });
    const [owner, wang] = within(place).getAllByRole('listitem');
    expect(owner?.textContent).toContain(words('handbook:levels.never'));
    expect(wang?.textContent).toContain(`2 · ${words('handbook:levels.name.in_touch')}`);
    expect(wang?.textContent).toContain(words('handbook:levels.up'));
  });

  it('S89 a self-check by digits alone: six answers, then Ctrl+Enter', async () => {
    const { user, bridge, turnTo } = await openHandbook({ 'handbook.checkSelf': () => ({}) });
    const page = await turnTo('levels');
    await within(page).findByRole('form', { name: words('handbook:levels.check') });
    for (const level of SERVICE_LEVELS) {
      const group = within(page).getByRole('group', { name: words(`handbook:levels.name.${level}`) });
      within(group).getAllByRole('radio')[0]?.focus();
      await user.keyboard('3');
    }
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await within(page).findByText(words('handbook:levels.saved'))).toBeDefined();
    expect(bridge.of('handbook.checkSelf')[0]?.input).toMatchObject({ levels: levels(2) });
  });

  it('S89 says how many levels are still to be answered, and sends nothing', async () => {
    const { user, bridge, turnTo } = await openHandbook();
    const page = await turnTo('levels');
    await user.click(
      await within(page).findByRole('button', { name: new RegExp(words('handbook:levels.save')) }),
    );
    expect(await within(page).findByText(words('handbook:levels.missing', { count: 6 }))).toBeDefined();
    expect(bridge.of('handbook.checkSelf')).toEqual([]);
  });

  it('S91 a checklist is gone through, kept, and begins empty again', async () => {
    const { user, bridge, turnTo } = await openHandbook({ 'handbook.runChecklist': () => ({}) });
    const page = await turnTo('checklists');
    const greet = await within(page).findByRole('checkbox', {
      name: words('handbook:checklists.item.greet_10s'),
    });
    await user.click(greet);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await within(page).findByText(words('handbook:checklists.saved'))).toBeDefined();
    expect(bridge.of('handbook.runChecklist')[0]?.input).toMatchObject({
      checklist: 'standards',
      held: ['greet_10s'],
    });
    expect(greet).toHaveProperty('checked', false);
  });

  it('S67 a story needs words; one that may not be told stays among us', async () => {
    const { user, bridge, turnTo } = await openHandbook({ 'handbook.addStory': () => ({}) });
    const page = await turnTo('stories');
    const field = await within(page).findByRole('textbox', { name: words('handbook:stories.story') });
    await user.click(field);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(within(page).getByText(words('handbook:stories.needed'))).toBeDefined();
    await user.keyboard('她每天都来{Control>}{Enter}{/Control}');
    expect(await within(page).findByText(words('handbook:stories.saved'))).toBeDefined();
    expect(bridge.of('handbook.addStory').map(({ input }) => input)).toEqual([
      { memberId: null, story: '她每天都来', mayShare: false },
    ]);
  });

  it('a check about somebody who has left says so', async () => {
    const { user, turnTo } = await openHandbook({ 'handbook.checkSelf': () => refused('staff_gone') });
    const page = await turnTo('levels');
    await within(page).findByRole('form', { name: words('handbook:levels.check') });
    for (const level of SERVICE_LEVELS) {
      const group = within(page).getByRole('group', { name: words(`handbook:levels.name.${level}`) });
      within(group).getAllByRole('radio')[0]?.focus();
      await user.keyboard('1');
    }
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await within(page).findByText(words('handbook:levels.gone'))).toBeDefined();
  });
});
