import { MantineProvider } from '@mantine/core';
import { BrokenScreen } from '@renderer/app/broken-screen';
import { router } from '@renderer/app/router';
import { i18next } from '@renderer/lib/i18n';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => {
  // React tells the console of a screen that threw; here it is meant to.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

let isBroken = true;
function Screen() {
  if (isBroken) throw new Error('a mistake of ours');
  return <p>the screen</p>;
}

/** A rail, a screen that throws, and the counter, put together as the window puts them. */
function aWindow() {
  const root = createRootRoute({
    component: () => (
      <>
        <nav>rail</nav>
        <Outlet />
      </>
    ),
  });
  const at = (path: string, component: () => React.ReactNode) =>
    createRoute({ getParentRoute: () => root, path, component });
  const small = createRouter({
    routeTree: root.addChildren([at('/screen', Screen), at('/counter', () => <p>the counter</p>)]),
    history: createMemoryHistory({ initialEntries: ['/screen'] }),
    defaultErrorComponent: BrokenScreen,
  });
  render(
    <MantineProvider>
      {/* The window's own type of router is registered; this one is smaller. */}
      <RouterProvider router={small as never} />
    </MantineProvider>,
  );
  return userEvent.setup({ delay: null });
}
const word = (key: 'broken.kept' | 'broken.toCounter' | 'act.retry') => i18next.t(key);

it('a screen that throws says what is kept, beside the rail; Enter tries again', async () => {
  isBroken = true;
  const user = aWindow();
  expect((await screen.findByRole('alert')).textContent).toContain(word('broken.kept'));
  expect(screen.getByRole('navigation').textContent).toBe('rail');
  isBroken = false;
  await user.keyboard('{Enter}');
  expect(await screen.findByText('the screen')).toBeTruthy();
});

it('the counter is one key away from a screen that stays broken', async () => {
  isBroken = true;
  const user = aWindow();
  await screen.findByRole('alert');
  await user.tab();
  await user.keyboard('{Enter}');
  expect(await screen.findByText('the counter')).toBeTruthy();
});

it('is what the window shows', () => {
  expect(router.options.defaultErrorComponent).toBe(BrokenScreen);
});
