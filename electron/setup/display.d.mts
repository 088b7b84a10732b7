export function ensureDisplay(): Promise<{ virtual: boolean; stop: () => void }>;
/** An Xvfb of its own; `screen` is width x height x colour depth. */
export function virtualDisplay(screen: string): Promise<{ name: string; stop: () => void }>;
