import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useContext } from 'react';
import { StoreContext } from '../../lib/store-context';
import { useEnterStore } from '../../lib/store-view';
import { keyOf } from '../../lib/use-read';
import { useBegin } from './api';
import { comeFrom, usePractice } from './practice-state';

/** Begins practice, or starts it over; where that fails, main says what is open now. */
export function useEnterPractice() {
  const { run, now } = useBegin();
  const enter = useEnterStore();
  const answers = useQueryClient();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const isAlready = useContext(StoreContext)?.practice === true;
  return {
    now,
    /** In practice it starts over. */
    isAlready,
    run: async () => {
      const end = await run({});
      if (end.state !== 'done') {
        await answers.invalidateQueries({ queryKey: keyOf('settings', 'store', {}) });
        return;
      }
      comeFrom(isAlready ? (usePractice.getState().before ?? '/counter') : pathname);
      enter(end.value);
      await navigate({ to: '/counter' });
    },
  };
}
