import { FaultError, type FaultKind } from '@contract/rpc';

/** What went wrong outside the rules, as far as the window can tell. */
export interface Mishap {
  /** `bug` also stands for a broken bridge. */
  readonly kind: FaultKind;
  /** What to look for in the log, when main could say. */
  readonly reference: string | null;
}

export const mishapOf = (error: unknown): Mishap =>
  error instanceof FaultError
    ? { kind: error.kind, reference: error.reference }
    : { kind: 'bug', reference: null };
