import type { Stroke } from './burst';
import { isComposing, isOfParts } from './typing';

const MODIFIERS = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'NumLock',
  'ScrollLock',
]);

/** Scanners hold Shift for capitals and Ctrl for control codes. */
export const isModifier = ({ key }: KeyboardEvent): boolean => MODIFIERS.has(key);

/** ASCII control codes as keys: Ctrl with a letter or one of these. GS, which GS1 codes are full of, is Ctrl+]. */
const CODE_KEY = /^[a-z[\]\\^_@]$/i;
/** The keys of `useHotkeys` that are such codes. What edits text (Ctrl+A, C, V, X, Z) is the browser's, and not held. */
const COMMAND_KEY = /^[fl]$/i;

/** What stands on the keys that an input method keeps to itself; scanners send the keys of this layout. */
const US_LAYOUT: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Space: [' ', ' '],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Backquote: ['`', '~'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  NumpadDecimal: ['.', '.'],
  NumpadSubtract: ['-', '-'],
  NumpadAdd: ['+', '+'],
  NumpadDivide: ['/', '/'],
  NumpadMultiply: ['*', '*'],
};
const OVER_DIGITS = ')!@#$%^&*(';

/** The character behind a key that an input method has taken. */
function characterBehind({ code, shiftKey }: KeyboardEvent): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shiftKey ? letter : letter.toLowerCase();
  const digit = /^(Digit|Numpad)(\d)$/.exec(code);
  if (digit !== null) {
    const [, row, figure = ''] = digit;
    return shiftKey && row === 'Digit' ? (OVER_DIGITS[Number(figure)] ?? null) : figure;
  }
  return US_LAYOUT[code]?.[shiftKey ? 1 : 0] ?? null;
}

/** Half-width; null for what is not a character of ASCII that can be printed. */
function printable(key: string): string | null {
  const folded = key.normalize('NFKC');
  return /^[ -~]$/.test(folded) ? folded : null;
}

/** Reads a key that is no modifier. */
export function strokeOf(event: KeyboardEvent): Stroke {
  const { key, ctrlKey, altKey, metaKey } = event;
  if (event.repeat) return { kind: 'words' };
  if (ctrlKey && !altKey && !metaKey && CODE_KEY.test(key))
    return { kind: COMMAND_KEY.test(key) ? 'command' : 'control' };
  if (ctrlKey || altKey || metaKey) return { kind: 'key' };
  if (key === 'Enter' || event.code === 'Enter' || event.code === 'NumpadEnter') return { kind: 'enter' };
  if (key === 'Tab') return { kind: 'control' };
  const bound = isComposing(event);
  const character = bound ? characterBehind(event) : printable(key);
  if (character !== null) return { kind: 'character', character, bound: bound || isOfParts(event.target) };
  return { kind: key.length === 1 || bound ? 'words' : 'key' };
}
