import { app, Menu } from 'electron';

/** The menu would take F5, F11 and Alt from the counter; macOS needs one for copy and paste. */
export function keepKeysForTheCounter(): void {
  Menu.setApplicationMenu(
    process.platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }])
      : null,
  );
}

/** A second start, or a click on the icon of macOS's dock, shows the first one's window instead. */
export function showWhenStartedAgain(show: () => void): void {
  app.on('second-instance', show);
  app.on('activate', show);
}

/** Closing the window ends Shuke; the store is closed before the process goes. */
export function quitCleanly(stop: () => Promise<void>): void {
  let stopped = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
}
