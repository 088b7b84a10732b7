import type { ExerciseView } from '@contract/practice';
import { useAct } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export type { ExerciseView };

/** How far the exercises have come; null outside of practice. */
export const useStanding = () => useRead('practice', 'standing', {}, { keepLast: true });
export const useBegin = () => useAct('practice', 'begin');
export const useLeave = () => useAct('practice', 'leave');
export const useTake = () => useAct('practice', 'take');
export const useAgain = () => useAct('practice', 'again');
export const useHaveRead = () => useAct('practice', 'haveRead');
