import { beginTour, leaveTour } from '@renderer/features/tour/tour-state';
import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import enTour from '../../../renderer/locales/en/tour.json';
import zhTour from '../../../renderer/locales/zh-CN/tour.json';
import { box, openWindow, words } from '../support/window';

const told = (station: string) =>
  screen.findByText(words(`tour:station.${station}.title`), { selector: 'aside strong' });
const tour = () => screen.queryByRole('complementary', { name: words('tour:tourName') });
const DUE = { 'settings.tour': () => ({ due: true }), 'settings.endTour': () => ({}) };

afterEach(leaveTour);

describe('the tour of the counter', () => {
  it('does not come by itself where it is not due', async () => {
    await openWindow();
    expect(tour()).toBeNull();
  });

  it('goes on by itself as the person does what it tells, and never has the focus', async () => {
    const { user } = await openWindow(DUE);
    await told('box');
    expect(document.activeElement).toBe(box());
    await user.keyboard('8812');
    await told('card');
    await screen.findAllByRole('option');
    await user.keyboard('{Enter}');
    await told('act');
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByLabelText(words('purchases:sale.amount'))),
    );
    await user.keyboard('1');
    await told('complaint');
    await user.keyboard('{F5}');
    await told('help');
  });

  it('tells a key of its own for each step, and tells main when it is over', async () => {
    const { bridge, user } = await openWindow(DUE);
    for (const station of ['box', 'card', 'act', 'complaint', 'help', 'office']) {
      await told(station);
      expect(bridge.of('settings.endTour')).toEqual([]);
      await user.keyboard('{Alt>}n{/Alt}');
    }
    await waitFor(() => expect(bridge.of('settings.endTour')).toHaveLength(1));
    expect(tour()).toBeNull();
    expect(box().value).toBe('');
    expect(document.activeElement).toBe(box());
  });

  it('is skipped at any station, by key or by mouse', async () => {
    const { bridge, user } = await openWindow(DUE);
    await told('box');
    await user.click(screen.getByRole('button', { name: words('tour:goOn') }));
    await told('card');
    expect(document.activeElement).toBe(box());
    await user.keyboard('{Alt>}x{/Alt}');
    await waitFor(() => expect(bridge.of('settings.endTour')).toHaveLength(1));
    expect(tour()).toBeNull();
  });

  it('does not tell what has been done on the way', async () => {
    const { user } = await openWindow(DUE);
    await told('box');
    await user.keyboard('{F5}{Escape}'); // a complaint, before its station
    for (const station of ['box', 'card', 'act']) {
      await told(station);
      await user.keyboard('{Alt>}n{/Alt}');
    }
    await told('help');
  });

  it('begins anew from the map of keys', async () => {
    const { user } = await openWindow({ 'settings.endTour': () => ({}) });
    await user.keyboard('?');
    await user.click(await screen.findByRole('button', { name: words('tour:again') }));
    await told('box');
    await waitFor(() => expect(document.activeElement).toBe(box()));
  });

  it('is left with the store: another one begins at the first station', async () => {
    const { bridge } = await openWindow(DUE);
    await told('box');
    act(beginTour);
    bridge.reply({ 'settings.store': () => ({ state: 'none', guessedZone: 'Asia/Shanghai' }) });
    act(() => bridge.tell({ type: 'data-changed', scopes: ['store'] }));
    await waitFor(() => expect(tour()).toBeNull());
    expect(bridge.of('settings.endTour')).toEqual([]);
  });
});

describe('its words', () => {
  const texts = (tourWords: typeof enTour) =>
    Object.values(tourWords.station)
      .map(({ title, text }) => `${title} ${text}`)
      .join(' ');

  // Reading silently: 238 English words (Brysbaert 2019), about 255 Chinese characters a minute (Trauzettel-Klosinski 2012).
  it('are read in under a minute', () => {
    const english = texts(enTour).match(/\S+/g) ?? [];
    const chinese = texts(zhTour).match(/\p{Script=Han}|[A-Za-z0-9?+]+/gu) ?? [];
    expect(english.length).toBeLessThan(238);
    expect(chinese.length).toBeLessThan(255);
  });
});
