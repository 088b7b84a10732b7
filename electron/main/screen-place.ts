/** A screen of this PC as the system tells of it. */
export interface Screen {
  readonly id: number;
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** The one that the counter stands on. */
  readonly main: boolean;
}

/**
 * Where the customer's window stands: full on the chosen screen, or without a choice on the first
 * screen that is not the counter's. A chosen screen that is not there is not replaced by another one,
 * which may face the back office: then, and beside the counter, it is a window. Null = a window.
 */
export function fullScreenFor(screens: readonly Screen[], chosen: number | null): number | null {
  const others = screens.filter((screen) => !screen.main);
  const found = chosen === null ? others[0] : others.find((screen) => screen.id === chosen);
  return found?.id ?? null;
}
