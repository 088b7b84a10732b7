import { useAct } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

/** Whether the tour shall begin by itself on this PC. */
export const useTourDue = () => useRead('settings', 'tour', {});
export const useEndTour = () => useAct('settings', 'endTour');
