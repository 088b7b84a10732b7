import type { StoreView } from '@contract/settings';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { keyOf, useRead } from './use-read';

/** Whether there is a store, which one, or why not. */
export const useStoreView = () => useRead('settings', 'store', {}, { forgetAfter: Number.POSITIVE_INFINITY });

/** After an act that opened or left a store: nothing that was read from another one may stay. */
export function useEnterStore(): (view: StoreView) => void {
  const answers = useQueryClient();
  return useCallback(
    (view) => {
      answers.removeQueries({ predicate: (query) => query.queryKey[0] !== 'settings' });
      answers.setQueryData(keyOf('settings', 'store', {}), view);
    },
    [answers],
  );
}

/** After a restore: which store is open is asked anew, and so is everything that was read from the one before. */
export function useReenterStore(): () => Promise<void> {
  const answers = useQueryClient();
  return useCallback(
    () => answers.resetQueries({ predicate: (query) => query.queryKey[1] !== 'preferences' }),
    [answers],
  );
}
