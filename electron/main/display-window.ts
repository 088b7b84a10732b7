import { app, type BrowserWindow, type Display, screen } from 'electron';
import type { CustomerWindow } from './context';
import { fullScreenFor, type Screen } from './screen-place';
import { createWindow } from './window';

const TITLE = '熟客 · 顾客屏 Customer display';

/** The customer's window with what boot needs of it beside what capabilities may use. */
export interface SystemCustomerWindow extends CustomerWindow {
  readonly window: () => BrowserWindow | undefined;
  /** Goes with the counter, without forgetting that it was open. */
  readonly leave: () => void;
}

/**
 * Full on a second screen, where it never takes the keys from the counter: a customer's tap must not
 * send the next scan elsewhere. Without a second screen it is a window like any other. A screen that
 * is unplugged or comes back has it placed anew.
 */
export function systemCustomerWindow(outside: {
  readonly counter: () => BrowserWindow | undefined;
  /** Closed by its own button. */
  readonly closed: () => void;
  /** Screens came or went. */
  readonly screensChanged: () => void;
}): SystemCustomerWindow {
  let open: { readonly window: BrowserWindow; readonly on: number | null } | undefined;
  let chosen: number | null = null;

  const screens = () => screen.getAllDisplays().map((display) => asScreen(display, outside.counter()));

  function place(): void {
    const on = fullScreenFor(screens(), chosen);
    const before = open;
    if (before?.on === on) return;
    const window = createWindow(lookOn(screen.getAllDisplays().find((display) => display.id === on)));
    open = { window, on };
    before?.window.destroy();
    window.on('closed', () => {
      if (open?.window !== window) return;
      open = undefined;
      outside.closed();
    });
  }
  function leave(): void {
    const going = open?.window;
    open = undefined;
    going?.destroy();
  }
  const replace = () => {
    if (open !== undefined) place();
    outside.screensChanged();
  };
  screen.on('display-added', replace);
  screen.on('display-removed', replace);
  // On the way out windows close by themselves; that is nobody's wish to be without it tomorrow.
  app.on('before-quit', leave);

  return {
    screens,
    isOpen: () => open !== undefined,
    open: (screenId) => {
      chosen = screenId;
      place();
    },
    close: leave,
    leave,
    window: () => open?.window,
  };
}

function asScreen({ id, label, size }: Display, counter: BrowserWindow | undefined): Screen {
  const main =
    counter === undefined ? screen.getPrimaryDisplay() : screen.getDisplayMatching(counter.getBounds());
  return { id, label, ...size, main: main.id === id };
}

function lookOn(display: Display | undefined): Parameters<typeof createWindow>[0] {
  const common = { page: 'display.html', comes: 'beside', title: TITLE } as const;
  if (display === undefined) return { ...common, width: 1024, height: 600, minWidth: 480, minHeight: 320 };
  return { ...common, ...display.bounds, fullscreen: true, frame: false, focusable: false };
}
