import { writeFileSync } from 'node:fs';
import { app, type BrowserWindow } from 'electron';
import type { StoreSession } from './store-session';

const FLAG = '--smoke=';

/**
 * `--smoke=FILE`: proves that a packed app works, then quits. Waits until the page has loaded and
 * has put its first words on the screen, which it can only after main has answered it.
 */
export function smokeIfAsked(window: BrowserWindow, session: StoreSession): void {
  const file = process.argv.find((argument) => argument.startsWith(FLAG))?.slice(FLAG.length);
  if (file === undefined) return;
  window.webContents.once('did-finish-load', () => void answer(file, window, session));
}

async function answer(file: string, window: BrowserWindow, session: StoreSession): Promise<void> {
  const started = Date.now();
  let words = '';
  while (words === '' && Date.now() - started < 20_000) {
    words = String(
      await window.webContents.executeJavaScript("document.getElementById('root')?.innerText.trim() ?? ''"),
    );
    if (words === '') await new Promise((resolve) => setTimeout(resolve, 100));
  }
  writeFileSync(
    file,
    JSON.stringify({ ok: words !== '', store: session.view().state, versions: process.versions }),
  );
  app.quit();
}
