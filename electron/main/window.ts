import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { ORIGIN } from './security';

const NARROWEST = 380;

/** The only place that makes a window. */
export function createWindow(theme: 'light' | 'dark' | 'auto'): BrowserWindow {
  nativeTheme.themeSource = theme === 'auto' ? 'system' : theme;
  const { width, height } = screen.getPrimaryDisplay().workAreaSize;
  const window = new BrowserWindow({
    width: Math.min(1366, width),
    height: Math.min(768, height),
    minWidth: NARROWEST,
    minHeight: 560,
    show: false,
    title: '熟客 Shuke',
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
  window.once('ready-to-show', () => window.show());
  // A page that has crashed is drawn again: main, the store and whatever it has answered are unharmed.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload();
  });
  void window.loadURL(`${ORIGIN}/index.html`);
  return window;
}
