import { app, type BrowserWindow, screen } from 'electron';
import type { CounterFrame } from './dock';
import type { Area, WorkScreen } from './place';

/** A drag has ended when the window has stood still so long. */
const STILL_MS = 400;
const LEAST_HEIGHT = 560;

/** What boot needs of the frame beside what the dock does with it. */
export interface SystemFrame extends CounterFrame {
  /** The window, once there is one. */
  readonly follow: (
    window: BrowserWindow,
    hear: { readonly dropped: () => void; readonly maximised: () => void },
  ) => void;
}

/** The counter's window on the screens of this PC; without a window nothing moves. */
export function systemFrame(
  /** Whether another window of ours must stay on screen when the counter goes. */
  othersShown: () => boolean,
): SystemFrame {
  let counter: BrowserWindow | undefined;
  let wide: { readonly area: Area; readonly maximised: boolean } | undefined;
  /** Where the dock was put last: whatever moves it from there is somebody's hand. */
  let put: Area | undefined;

  /** A page that is loaded anew begins at once as large as the one before. */
  let times = 1;

  const act = (on: (window: BrowserWindow) => void) => {
    if (counter !== undefined && !counter.isDestroyed()) on(counter);
  };
  return {
    screens,
    at: () => counter?.getBounds() ?? screen.getPrimaryDisplay().workArea,
    border: () => (counter === undefined ? 0 : counter.getBounds().width - counter.getContentBounds().width),
    isInFront: () => counter?.isVisible() === true && !counter.isMinimized() && counter.isFocused(),
    dockAt: (area) =>
      act((window) => {
        if (put === undefined) {
          wide = { area: window.getNormalBounds(), maximised: window.isMaximized() };
          if (window.isMaximized()) window.unmaximize();
        }
        if (window.isMinimized()) window.restore();
        put = area;
        window.setMinimumSize(area.width, Math.min(LEAST_HEIGHT, area.height));
        move(window, area);
        window.setAlwaysOnTop(true);
      }),
    widen: () =>
      act((window) => {
        if (put === undefined) return;
        put = undefined;
        window.setAlwaysOnTop(false);
        // Made as large as the screen by hand: that is as wide as can be.
        if (window.isMaximized()) return;
        move(window, wide?.area ?? window.getBounds());
        if (wide?.maximised === true) window.maximize();
      }),
    enlarge: (factor) => {
      times = factor;
      act((window) => window.webContents.setZoomFactor(factor));
    },
    bringForward: () =>
      act((window) => {
        if (window.isMinimized()) window.restore();
        window.show();
        window.moveTop();
        if (process.platform === 'darwin') app.focus({ steal: true });
        window.focus();
      }),
    hide: () =>
      act((window) => {
        // Windows gives the keys to the next program when a window is minimised, not always when it is hidden.
        if (process.platform === 'win32') window.minimize();
        // macOS gives them back only when the whole program goes.
        if (process.platform === 'darwin' && !othersShown()) app.hide();
        else window.hide();
      }),
    minimise: () => act((window) => window.minimize()),
    follow: (window, hear) => {
      counter = window;
      window.webContents.on('dom-ready', () => window.webContents.setZoomFactor(times));
      let still: NodeJS.Timeout | undefined;
      window.on('move', () => {
        clearTimeout(still);
        if (put === undefined || same(window.getBounds(), put)) return;
        still = setTimeout(() => {
          if (!window.isDestroyed() && put !== undefined && !window.isMaximized()) hear.dropped();
        }, STILL_MS);
      });
      window.on('maximize', () => {
        if (put !== undefined) hear.maximised();
      });
      window.on('closed', () => {
        clearTimeout(still);
        counter = undefined;
      });
    },
  };
}

function screens(): readonly [WorkScreen, ...WorkScreen[]] {
  const [first = screen.getPrimaryDisplay(), ...others] = screen.getAllDisplays();
  const asScreen = ({ id, label, bounds, workArea }: Electron.Display) => ({ id, label, bounds, workArea });
  return [asScreen(first), ...others.map(asScreen)];
}

/** Onto a screen of another scale the first call arrives at the size of the old one (electron/electron#10862). */
function move(window: BrowserWindow, area: Area): void {
  window.setBounds(area);
  if (!same(window.getBounds(), area)) window.setBounds(area);
}

const same = (one: Area, other: Area): boolean =>
  one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;
