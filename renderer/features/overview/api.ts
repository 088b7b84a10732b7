import type { Period } from '@domain/calendar/period';
import type { Answered } from '../../lib/rooms';
import { useRead } from '../../lib/use-read';

export type FiguresOf = Answered<'overview', 'figures'>;
export type Figures = FiguresOf['now'];
export type Customers = Answered<'overview', 'customers'>;
export type IndicatorsOf = Answered<'overview', 'indicators'>;
export type Indicators = IndicatorsOf['now'];
export type Liability = Answered<'points', 'liability'>;
export type CareResults = Answered<'care', 'results'>;
export type Share = Indicators['satisfaction'];

const keepLast = { keepLast: true };

export const useToday = () => useRead('overview', 'today', {}, keepLast);
export const useFigures = (period: Period) => useRead('overview', 'figures', period, keepLast);
export const useCustomers = (period: Period) => useRead('overview', 'customers', period, keepLast);
export const useIndicators = (period: Period) => useRead('overview', 'indicators', period, keepLast);

export const useLiability = () => useRead('points', 'liability', {}, keepLast);
export const useCareResults = (period: Period) => useRead('care', 'results', period, keepLast);
export const useCareCounts = () => useRead('care', 'counts', {});
export const useComplaintCounts = () => useRead('complaints', 'counts', {});
export const useViews = () => useRead('insights', 'views', {}, keepLast);
export type Views = NonNullable<Answered<'insights', 'views'>>;
/** How many are warned of; who they are stands in the list behind the number. */
export const useWarned = () => useRead('insights', 'warnings', { offset: 0, limit: 1 }, keepLast);
