import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { ORIGIN } from './security';

const NARROWEST = 380;

type Look = Electron.BrowserWindowConstructorOptions & {
  readonly page: 'index.html' | 'display.html';
  /** Whether it comes to the front and takes the keys when its page is ready. */
  readonly takesFocus: boolean;
};

/** The counter. */
export function createCounterWindow(theme: 'light' | 'dark' | 'auto'): BrowserWindow {
  nativeTheme.themeSource = theme === 'auto' ? 'system' : theme;
  const { width, height } = screen.getPrimaryDisplay().workAreaSize;
  return createWindow({
    page: 'index.html',
    takesFocus: true,
    width: Math.min(1366, width),
    height: Math.min(768, height),
    minWidth: NARROWEST,
    minHeight: 560,
    title: '熟客 Shuke',
  });
}

/** The only place that makes a window: each has the same sandbox, the same preload and the same guards. */
export function createWindow({ page, takesFocus, ...look }: Look): BrowserWindow {
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
  window.once('ready-to-show', () => (takesFocus ? window.show() : window.showInactive()));
  // A page that has crashed is drawn again: main, the store and whatever it has answered are unharmed.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload();
  });
  void window.loadURL(`${ORIGIN}/${page}`);
  return window;
}
