import type { StoreView } from '@contract/settings';

/** Shown when the store cannot be opened; the screen follows. */
export function FaultScreen(_: { readonly store: Extract<StoreView, { state: 'fault' }> }) {
  return null;
}
