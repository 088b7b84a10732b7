import type { ShukeEvent } from '@contract/events';
import { notifyManager, QueryClient } from '@tanstack/react-query';
import { isTouched } from './scopes';

// Answers are shown in the frame they arrive in; the default waits for a timer.
notifyManager.setScheduler(queueMicrotask);

/** One store of answers per window. Answers stay true until main says that their scope has changed. */
export function createAnswers(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 60_000,
        // The store is on this machine: there is no network to wait for, and a bug does not go away by asking again.
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Keeps the answers true: reads again what is on screen, forgets what is not. */
export function followChanges(answers: QueryClient): () => void {
  return window.shuke.onEvent((event: ShukeEvent) => {
    if (event.type !== 'data-changed') return;
    void answers.invalidateQueries({ predicate: (query) => isTouched(query.queryKey, event.scopes) });
  });
}
