import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { EVENT_CHANNEL, RPC_CHANNEL, type ShukeEvent } from '../contract/events';
import type { Answer, Route } from '../contract/rpc';
import { ORIGIN } from './security';
import { heardByCustomer, routeFor, type WindowKind } from './window-rights';

/** The windows that are open, each under what it may ask. */
export type Windows = Readonly<Record<WindowKind, () => BrowserWindow | undefined>>;

/** The one `ipcMain.handle`. Only the main frame of our own windows, showing our own pages, is answered. */
export function bindRpc(route: Route, windows: Windows): void {
  const routes = { counter: routeFor('counter', route), customer: routeFor('customer', route) };
  ipcMain.handle(RPC_CHANNEL, async (event, channel: unknown, payload: unknown): Promise<Answer> => {
    const kind = isOurs(event, windows.counter())
      ? 'counter'
      : isOurs(event, windows.customer())
        ? 'customer'
        : undefined;
    if (kind === undefined) throw new Error('unknown sender');
    return await routes[kind](channel, payload);
  });
}

/** Each window hears what concerns it. */
export function sendEvent(windows: Windows, event: ShukeEvent): void {
  send(windows.counter(), event);
  const heard = heardByCustomer(event);
  if (heard !== null) send(windows.customer(), heard);
}

function send(window: BrowserWindow | undefined, event: ShukeEvent): void {
  if (window !== undefined && !window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event);
}

function isOurs({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow | undefined): boolean {
  // senderFrame is null once the frame has gone away.
  if (window === undefined || window.isDestroyed() || senderFrame === null) return false;
  if (sender !== window.webContents) return false;
  return senderFrame === window.webContents.mainFrame && senderFrame.origin === ORIGIN;
}
