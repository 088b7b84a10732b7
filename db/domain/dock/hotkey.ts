/** Keys that any program may be asked to hear: function keys, letters and digits. */
const KEY = '(F(?:[1-9]|1\\d|2[0-4])|[A-Z0-9])';
/** One key with what is held beside it, always in this order: `F8`, `Ctrl+Alt+K`. */
export const HOTKEY = new RegExp(`^(Ctrl\\+)?(Alt\\+)?(Shift\\+)?${KEY}$`);

export const STARTING_HOTKEY = 'F8';

/** Why a key cannot be the one that calls Shuke from over any program. */
export type HotkeyProblem =
  /** Shuke does something else with it. */
  | 'own_key'
  /** It would be taken from whoever writes in another program. */
  | 'too_plain'
  /** The system closes windows or changes consoles by it. */
  | 'system_key';

/** F8 alone is kept free for this in every screen; the other function keys are the screens' own. */
const isOwn = (key: string): boolean => /^F([1-7]|9|1[0-2])$/.test(key);

/** Null when it may be asked for; whether another program has it already only the system knows. */
export function hotkeyProblem(hotkey: string): HotkeyProblem | null {
  const read = HOTKEY.exec(hotkey);
  const key = read?.[4];
  if (read === null || key === undefined) return 'too_plain';
  const held = [read[1], read[2], read[3]].filter((modifier) => modifier !== undefined);
  if (!key.startsWith('F') || key === 'F') return held.length >= 2 ? null : 'too_plain';
  if (held.length === 0) return isOwn(key) ? 'own_key' : null;
  const closes = key === 'F4' && (read[1] !== undefined || read[2] !== undefined);
  const changesConsole = read[1] !== undefined && read[2] !== undefined;
  return closes || changesConsole ? 'system_key' : null;
}

/** A key as the browser tells of it. */
export interface Press {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

/** Ctrl, Alt and their like, alone: the key itself is still to come. */
export const isHeldOnly = ({ code }: Press): boolean =>
  /^(Control|Alt|Shift|Meta|OS)(Left|Right)?$/.test(code);

/** What was pressed, by its place on the keyboard; null for a key that no program may be asked for. */
export function hotkeyOf({ code, ctrlKey, altKey, shiftKey, metaKey }: Press): string | null {
  const key = /^(?:Key([A-Z])|Digit(\d)|(F\d{1,2}))$/.exec(code);
  if (key === null || metaKey) return null;
  const held = [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift'].filter((name) => name !== false);
  const hotkey = [...held, key[1] ?? key[2] ?? key[3]].join('+');
  return HOTKEY.test(hotkey) ? hotkey : null;
}
