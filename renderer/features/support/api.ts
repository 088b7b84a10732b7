import { useAct } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export const useGather = () => useAct('support', 'gather');
export const useSaveBundle = () => useAct('support', 'save');

/** Read again by whoever shows it: nobody tells when a disk fills. */
export const useDisk = () => useRead('backups', 'standing', {}, { keepLast: true });
