import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { ShukeEvent } from '../contract/events';

// The names stand here again because a sandboxed preload is one self-contained file;
// a test holds them against the contract's.
const RPC_CHANNEL = 'shuke:rpc';
const EVENT_CHANNEL = 'shuke:event';

const bridge = {
  invoke: (channel: unknown, payload: unknown): Promise<unknown> =>
    ipcRenderer.invoke(RPC_CHANNEL, channel, payload),
  onEvent: (listen: (event: ShukeEvent) => void): (() => void) => {
    const forward = (_: IpcRendererEvent, event: ShukeEvent) => listen(event);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => ipcRenderer.off(EVENT_CHANNEL, forward);
  },
};

contextBridge.exposeInMainWorld('shuke', Object.freeze(bridge));
