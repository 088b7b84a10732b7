import { EXPORT_TABLES } from '@domain/exchange/export';

/** The readable export of everything, phones masked, as the screen asks for it at first. */
export const EVERYTHING = {
  tables: [...EXPORT_TABLES],
  period: null,
  segmentId: null,
  maskPhones: true,
  format: 'csv' as const,
};

/** The same as the worker is told it. */
export const exportWork = (runId: string, folder: string) => ({
  ...{ kind: 'export' as const, runId, folder, format: EVERYTHING.format },
  filter: { tables: EXPORT_TABLES, period: null, segment: null, maskPhones: true },
});
