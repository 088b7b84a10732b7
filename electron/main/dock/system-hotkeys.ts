import { globalShortcut } from 'electron';
import type { Hotkeys } from './dock';

/** The system's own: it gives a key to one program at a time. */
export function systemHotkeys(): Hotkeys {
  return {
    hear: (hotkey, pressed) => globalShortcut.register(hotkey, pressed),
    forget: (hotkey) => globalShortcut.unregister(hotkey),
  };
}
