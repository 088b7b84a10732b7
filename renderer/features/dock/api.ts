import { useAct } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

/** Always known: the bar at the bottom says which form comes next. */
export const useStanding = () => useRead('dock', 'standing', {}, { forgetAfter: Number.POSITIVE_INFINITY });

export const useTurn = () => useAct('dock', 'turn');
export const usePlace = () => useAct('dock', 'place');
export const useDismiss = () => useAct('dock', 'dismiss');
export const useSetHotkey = () => useAct('dock', 'setHotkey');
export const useStartWithComputer = () => useAct('dock', 'startWithComputer');
