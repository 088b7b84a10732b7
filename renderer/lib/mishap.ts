import { DeniedError, FaultError } from '@contract/calling';
import type { Denial, FaultKind } from '@contract/rpc';

/** What went wrong outside the rules, as far as the window can tell. */
export type Mishap =
  | {
      /** `bug` also stands for a broken bridge. */
      readonly kind: FaultKind;
      /** What to look for in the log, when main could say. */
      readonly reference: string | null;
    }
  /** Main did not let the call in: nothing has happened. */
  | { readonly kind: 'denied'; readonly denial: Denial };

export const mishapOf = (error: unknown): Mishap => {
  if (error instanceof DeniedError) return { kind: 'denied', denial: error.denial };
  return error instanceof FaultError
    ? { kind: error.kind, reference: error.reference }
    : { kind: 'bug', reference: null };
};
