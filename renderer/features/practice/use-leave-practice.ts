import { useNavigate } from '@tanstack/react-router';
import { useEnterStore } from '../../lib/store-view';
import { useLeave } from './api';
import { usePractice } from './practice-state';

/** Back to the store and the screen where one was. */
export function useLeavePractice() {
  const { run, now } = useLeave();
  const enter = useEnterStore();
  const navigate = useNavigate();
  return {
    now,
    run: async () => {
      const end = await run({});
      if (end.state !== 'done') return;
      enter(end.value);
      await navigate({ to: usePractice.getState().before ?? '/counter' });
    },
  };
}
