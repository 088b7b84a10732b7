import '../../renderer/lib/i18n';
import { cleanup, configure } from '@testing-library/react';
import * as React from 'react';
import { afterAll, afterEach, vi } from 'vitest';

// What a browser has and jsdom has not.
class NoObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
window.ResizeObserver ??= NoObserver as unknown as typeof ResizeObserver;
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
  }) as unknown as MediaQueryList;
Element.prototype.scrollIntoView ??= () => {};
window.scrollTo = () => {}; // jsdom's own writes each time that it does nothing
// Colours and sizes, for whole screens anew in each test: nobody sees them, and reading them is a tenth of opening a window.
Object.defineProperty(HTMLStyleElement.prototype, 'innerHTML', { set: () => {}, configurable: true });
// Writes at the cursor as a key would: within the field's length, and heard as an input.
document.execCommand ??= (command: string, _ui?: boolean, text = '') => {
  const field = document.activeElement;
  if (command !== 'insertText') return false;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) {
    field?.append(text);
    return field !== null;
  }
  const { selectionStart: at, selectionEnd, value, maxLength } = field;
  if (at === null) return false; // a date: its parts are the browser's own
  if (maxLength >= 0 && value.length - ((selectionEnd ?? at) - at) + text.length > maxLength) return false;
  field.setRangeText(text, at, selectionEnd ?? at, 'end');
  return field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: command, data: text }));
};
Object.defineProperty(document, 'fonts', {
  value: { addEventListener: () => {}, removeEventListener: () => {} },
  configurable: true,
});

/**
 * React in development keeps the stack of whoever made an element, for the first ten thousand in a second:
 * its warnings are told with them, and no test reads one. As if they were all made, it takes none: less work
 * for the same screens.
 */
const { __CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE: inside } =
  // React's types do not name it. A React without this count would only take its time again.
  React as unknown as Record<string, object>;
Object.defineProperty(inside ?? {}, 'recentlyCreatedOwnerStacks', {
  get: () => Number.POSITIVE_INFINITY,
  set: () => {},
  configurable: true, // every file of a worker says it again
});

// Machines that run everything at once are slow; a passing test waits no longer for it.
configure({ asyncUtilTimeout: 8_000, getElementError: (message) => new Error(message ?? 'not found') });
afterEach(cleanup);
// A worker has several files: each begins with our modules, and what they remember, as if just loaded.
afterAll(() => vi.resetModules());
