import { useQueryClient } from '@tanstack/react-query';
import { useEnterStore } from '../../lib/store-view';
import { keyOf } from '../../lib/use-read';
import { useOpenSample } from './api';

/** Opens the sample store and shows it; where that fails, main says what is open now. */
export function useEnterSample() {
  const { run, now } = useOpenSample();
  const enter = useEnterStore();
  const answers = useQueryClient();
  return {
    now,
    run: async () => {
      const end = await run({});
      if (end.state === 'done') enter(end.value);
      else await answers.invalidateQueries({ queryKey: keyOf('settings', 'store', {}) });
    },
  };
}
