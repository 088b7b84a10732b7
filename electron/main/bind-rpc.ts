import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { EVENT_CHANNEL, RPC_CHANNEL, type ShukeEvent } from '../contract/events';
import type { Answer, Route } from '../contract/rpc';
import { ORIGIN } from './security';

/** The one `ipcMain.handle`. Only the main frame of our own window, showing our own page, is answered. */
export function bindRpc(route: Route, window: () => BrowserWindow | undefined): void {
  ipcMain.handle(RPC_CHANNEL, async (event, channel: unknown, payload: unknown): Promise<Answer> => {
    if (!isOurs(event, window())) throw new Error('unknown sender');
    return await route(channel, payload);
  });
}

export function sendEvent(window: BrowserWindow | undefined, event: ShukeEvent): void {
  if (window !== undefined && !window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event);
}

function isOurs({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow | undefined): boolean {
  // senderFrame is null once the frame has gone away.
  if (window === undefined || senderFrame === null || sender !== window.webContents) return false;
  return senderFrame === window.webContents.mainFrame && senderFrame.origin === ORIGIN;
}
