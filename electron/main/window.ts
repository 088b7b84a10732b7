import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { ORIGIN } from './security';

const NARROWEST = 380;
const LEAST_HEIGHT = 560;

type Look = Electron.BrowserWindowConstructorOptions & {
  readonly page: 'index.html' | 'display.html';
  /** When its page is ready: in front, with the keys; seen, without taking them; or when it is called. */
  readonly comes: 'in_front' | 'beside' | 'when_called';
};

/** The counter. */
export function createCounterWindow(
  theme: 'light' | 'dark' | 'auto',
  comes: 'in_front' | 'when_called',
): BrowserWindow {
  nativeTheme.themeSource = theme === 'auto' ? 'system' : theme;
  const { width, height } = screen.getPrimaryDisplay().workAreaSize;
  return createWindow({
    page: 'index.html',
    comes,
    width: Math.min(1366, width),
    height: Math.min(768, height),
    minWidth: NARROWEST,
    // A small screen at 200 % has less.
    minHeight: Math.min(LEAST_HEIGHT, height),
    title: '熟客 Shuke',
  });
}

/** The only place that makes a window: each has the same sandbox, the same preload and the same guards. */
export function createWindow({ page, comes, ...look }: Look): BrowserWindow {
  const window = new BrowserWindow({
    ...look,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1a19' : '#f7f6f4',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => {
    if (comes === 'in_front') window.show();
    else if (comes === 'beside') window.showInactive();
  });
  // A page that has crashed is drawn again: main, the store and whatever it has answered are unharmed.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload();
  });
  void window.loadURL(`${ORIGIN}/${page}`);
  return window;
}
