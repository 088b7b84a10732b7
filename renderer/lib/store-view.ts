import type { StoreView } from '@contract/settings';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
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

/** What the frame of the shop hangs on: forgotten for a moment, it would be built anew, and a PIN half typed lost. */
const isFrame = ([room, name]: QueryKey): boolean =>
  (room === 'settings' && name === 'store') || (room === 'staff' && name === 'current');

/** After a restore: which store is open is asked anew, and so is everything that was read from the one before. */
export function useReenterStore(): () => Promise<void> {
  const answers = useQueryClient();
  return useCallback(async () => {
    await answers.invalidateQueries({ predicate: ({ queryKey }) => isFrame(queryKey) });
    await answers.resetQueries({
      predicate: ({ queryKey }) => queryKey[1] !== 'preferences' && !isFrame(queryKey),
    });
  }, [answers]);
}
