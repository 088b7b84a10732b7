import type { Preferences } from '@contract/settings';
import { useQueryClient } from '@tanstack/react-query';
import { useAct } from './use-command';
import { keyOf, useRead } from './use-read';

export const usePreferences = () =>
  useRead('settings', 'preferences', {}, { forgetAfter: Number.POSITIVE_INFINITY });

/** Sets language or theme; the whole window follows at once. */
export function useSetPreferences(): (next: Preferences) => Promise<void> {
  const answers = useQueryClient();
  const set = useAct('settings', 'setPreferences');
  return async (next) => {
    const end = await set.run(next);
    if (end.state === 'done') answers.setQueryData(keyOf('settings', 'preferences', {}), end.value);
  };
}
