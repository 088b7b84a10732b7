import type { MantineColorSchemeManager } from '@mantine/core';

/** Mantine would keep the theme in localStorage; the preference belongs to main, and the window stores nothing. */
export const noStorage: MantineColorSchemeManager = {
  get: (preferred) => preferred,
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
};
