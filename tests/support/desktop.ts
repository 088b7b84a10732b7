import type { CounterFrame, Hotkeys } from '../../electron/main/dock/dock';
import type { Area, WorkScreen } from '../../electron/main/dock/place';
import type { Startup } from '../../electron/main/dock/startup';

/** A desk with screens, other programs with keys of their own, and the counter's window somewhere on it. */
export interface Desktop {
  screens: [WorkScreen, ...WorkScreen[]];
  /** Keys that other programs have. */
  readonly taken: Set<string>;
  /** Keys that Shuke hears, each with what it does. */
  readonly heard: Map<string, () => void>;
  /** Where the window stands, how it is seen, and whether everything else lies below it. */
  readonly window: {
    area: Area;
    seen: 'in_front' | 'behind' | 'hidden' | 'minimised';
    onTop: boolean;
    /** So many times as large as the system would draw it. */
    times: number;
  };
  /** Whether the system starts Shuke; null = it keeps no such list. */
  startsWithComputer: boolean | null;
  readonly frame: CounterFrame;
  readonly hotkeys: Hotkeys;
  readonly startup: Startup;
}

/** A screen whose taskbar takes 40 points at its foot. */
export const aScreen = (id: number, x = 0, width = 1366, height = 768): WorkScreen => ({
  id,
  label: '',
  bounds: { x, y: 0, width, height },
  workArea: { x, y: 0, width, height: height - 40 },
});

const WIDE: Area = { x: 100, y: 50, width: 1000, height: 600 };

export function aDesktop(): Desktop {
  const window: Desktop['window'] = { area: WIDE, seen: 'in_front', onTop: false, times: 1 };
  let wide: Area = WIDE;
  const desktop: Desktop = {
    screens: [aScreen(1)],
    taken: new Set(),
    heard: new Map(),
    window,
    startsWithComputer: false,
    frame: {
      screens: () => desktop.screens,
      at: () => window.area,
      border: () => 0,
      isInFront: () => window.seen === 'in_front',
      dockAt: (area) => {
        if (!window.onTop) wide = window.area;
        Object.assign(window, { area, onTop: true });
      },
      widen: () => {
        if (window.onTop) Object.assign(window, { area: wide, onTop: false });
      },
      enlarge: (times) => {
        window.times = times;
      },
      bringForward: () => {
        window.seen = 'in_front';
      },
      hide: () => {
        window.seen = 'hidden';
      },
      minimise: () => {
        window.seen = 'minimised';
      },
    },
    hotkeys: {
      hear: (hotkey, pressed) => {
        if (desktop.taken.has(hotkey)) return false;
        desktop.heard.set(hotkey, pressed);
        return true;
      },
      forget: (hotkey) => desktop.heard.delete(hotkey),
    },
    startup: {
      isOn: () => desktop.startsWithComputer,
      set: (on) => {
        desktop.startsWithComputer = on;
      },
    },
  };
  return desktop;
}
