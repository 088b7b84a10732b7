import { useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export const useLots = (memberId: string) => useRead('points', 'lots', { memberId });
export const useEntries = (memberId: string, limit: number) =>
  useRead('points', 'entries', { memberId, offset: 0, limit }, { keepLast: true });
export const useAdjust = () => useCommand('points', 'adjust');
