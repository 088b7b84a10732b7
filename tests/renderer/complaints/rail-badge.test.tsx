import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openWindow, settle, words } from '../support/window';

const place = () => screen.getByRole('link', { name: new RegExp(words('common:place.complaints')) });
const counts = (open: number, overdue: number, dueSoon: number) => ({
  'complaints.counts': () => ({ open, overdue, dueSoon }),
});

it('the rail tells late and soon late apart from how many are open, by sign and in words', async () => {
  await openWindow(counts(5, 2, 1));
  const said = ['open', 'overdue', 'soon'].map((key, at) =>
    words(`complaints:badge.${key}`, { count: [5, 2, 1][at] }),
  );
  await screen.findByTitle(said.join(words('complaints:badge.and')));
  expect(place().textContent).toContain('!2');
});

/** What is drawn; the words are for those who hear them. */
const drawn = () => [...place().querySelectorAll('span[aria-hidden]')].map((sign) => sign.textContent);

it('never crowds its icon: late and soon late, and how many are open only where nothing presses', async () => {
  await openWindow(counts(9, 1, 3));
  await waitFor(() => expect(drawn()).toEqual(['!1', '3']));
});

it('a quiet desk shows how many are open', async () => {
  await openWindow(counts(9, 0, 0));
  await waitFor(() => expect(drawn()).toEqual(['9']));
});

it('says no more than there is', async () => {
  await openWindow(counts(3, 0, 0));
  await screen.findByTitle(words('complaints:badge.open', { count: 3 }));
  expect(place().textContent).not.toContain('!');
});

it('shows nothing where nothing is open', async () => {
  const { bridge } = await openWindow(counts(0, 0, 0));
  await waitFor(() => expect(bridge.of('complaints.counts')).toHaveLength(1));
  await settle();
  expect(place().textContent).toBe(words('common:place.complaints'));
});
