import type { Till } from './till';

/** One state of the window that a person sees, and the keys that lead there from the one before. */
export interface Stop {
  readonly name: string;
  readonly go: (till: Till) => Promise<void>;
}
