import { type BrowserWindow, screen } from 'electron';
import type { AppCx } from '../context';
import { createCounterWindow } from '../window';
import { startedWithComputer } from './startup';
import type { SystemFrame } from './system-frame';

/** The counter's window, in the form and at the place where it was left; what moves it there tells the dock. */
export function openCounter({ dock, preferences }: AppCx, frame: SystemFrame): BrowserWindow {
  const { shown } = dock.begin(startedWithComputer());
  const window = createCounterWindow(preferences.get().theme, shown ? 'in_front' : 'when_called');
  frame.follow(window, { dropped: () => dock.dropped(), maximised: () => dock.turn('wide') });
  dock.stand();
  const follow = () => dock.screensChanged();
  screen.on('display-added', follow);
  screen.on('display-removed', follow);
  screen.on('display-metrics-changed', follow);
  return window;
}
