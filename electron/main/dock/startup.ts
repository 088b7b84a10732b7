import { app } from 'electron';

/** What starts with the computer, as its system keeps it. */
export interface Startup {
  /** Null where the system keeps no such list. */
  readonly isOn: () => boolean | null;
  readonly set: (on: boolean) => void;
}

/** How Windows starts Shuke with the computer: nobody has asked to see it. */
const FLAG = '--with-computer';
const ENTRY = { args: [FLAG] };

/** Windows and macOS keep the list; and only an installed Shuke has a place to be started from. */
export function systemStartup(): Startup {
  const isKept = app.isPackaged && process.platform !== 'linux';
  return {
    isOn: () => (isKept ? app.getLoginItemSettings(ENTRY).openAtLogin : null),
    set: (on) => app.setLoginItemSettings({ openAtLogin: on, ...ENTRY }),
  };
}

/** Whether the computer has started this Shuke, and no person. */
export const startedWithComputer = (): boolean =>
  process.argv.includes(FLAG) ||
  (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin);
