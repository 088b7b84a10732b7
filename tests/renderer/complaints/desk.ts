import { useDesk } from '@renderer/features/complaints/desk-state';
import { screen, within } from '@testing-library/react';
import type { Replies } from '../support/bridge';
import { openWindow, words } from '../support/window';

/** The window at the complaint desk, fresh. */
export async function atDesk(replies: Replies): ReturnType<typeof openWindow> {
  useDesk.setState(useDesk.getInitialState(), true);
  const opened = await openWindow(replies);
  await opened.user.keyboard('{Control>}3{/Control}');
  return opened;
}

export const grid = () => screen.findByRole('grid', { name: words('complaints:board.caption') });
export const chosen = async () => within(await grid()).getByRole('row', { selected: true });

/** The form of a step, once it is there. */
export const stepForm = (step: string) =>
  screen.findByRole('region', { name: words(`complaints:step.${step}`) });
