import { useAct } from '../../lib/use-command';

export const useGather = () => useAct('support', 'gather');
export const useSaveBundle = () => useAct('support', 'save');
