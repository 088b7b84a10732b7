import type { Answered } from '../../lib/rooms';
import { useAct, useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

/** Rows of one page of warnings. */
export const PAGE = 200;

export type Warning = Answered<'insights', 'warnings'>['rows'][number];

export const useStanding = () => useRead('insights', 'standing', {});
export const useRecalculate = () => useAct('insights', 'run');

export const useRfm = () => useRead('insights', 'rfm', {});
export const usePareto = () => useRead('insights', 'pareto', {});
export const useCohorts = () => useRead('insights', 'cohorts', {});
export const useClusters = () => useRead('insights', 'clusters', {});
export const useSurvival = () => useRead('insights', 'survival', {});
export const useModel = () => useRead('insights', 'model', {});
export const useForecast = () => useRead('insights', 'forecast', {});
export const useProducts = () => useRead('insights', 'products', {});

export const useMemberInsight = (memberId: string) => useRead('insights', 'ofMember', { memberId });
export const useHint = (memberId: string) => useRead('insights', 'hint', { memberId });
export const useWarnings = (offset: number) =>
  useRead('insights', 'warnings', { offset, limit: PAGE }, { keepLast: true });

export const useViews = () => useRead('insights', 'views', {});
export const useWorth = () => useRead('insights', 'worth', {});
export const usePipeline = () => useRead('insights', 'pipeline', {});
export const useGrowth = () => useRead('insights', 'growth', {});
export const useRules = () => useRead('settings', 'rules', {});
export const useAddTask = () => useCommand('care', 'addTask');
