import { EXPORT_TABLES, type ExportFormat, type ExportTableName } from '@domain/exchange/export';
import { keptOfStore } from '../../lib/kept-of-store';
import { periodOf } from '../../lib/periods';
import type { useFormat } from '../../lib/store-context';
import type { ChosenPeriod } from '../../ui/period-choice';
import type { ExportAsked } from './api';

/** What of the store is to go out. At first everything, with phones masked. */
export interface ExportChoice {
  readonly tables: readonly ExportTableName[];
  /** Null = whatever the day. */
  readonly period: ChosenPeriod | null;
  readonly segmentId: string | null;
  readonly maskPhones: boolean;
  readonly format: ExportFormat;
}

const EVERYTHING: ExportChoice = {
  ...{ tables: EXPORT_TABLES, period: null, segmentId: null, maskPhones: true, format: 'csv' },
};

export const { useKept: useExportChoice, keep: choose } = keptOfStore(EVERYTHING);

/** What main is asked for; the days of a period that moves on are those seen from today. */
export function askedOf(
  { tables, period, ...rest }: ExportChoice,
  { today }: Pick<ReturnType<typeof useFormat>, 'today'>,
): ExportAsked {
  const days = (chosen: ChosenPeriod) =>
    chosen.span === 'own' ? { from: chosen.from, to: chosen.to } : periodOf(chosen.span, today);
  return { ...rest, tables: [...tables], period: period && days(period) };
}
