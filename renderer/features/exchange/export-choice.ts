import { EXPORT_TABLES, type ExportFormat, type ExportTableName } from '@domain/exchange/export';
import { create } from 'zustand';
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

interface Kept {
  readonly storeId: string | null;
  readonly choice: ExportChoice;
}
const useKept = create<Kept>(() => ({ storeId: null, choice: EVERYTHING }));

/** Survives a look at the counter; nothing of it is shown in another store. */
export function useExportChoice(storeId: string): ExportChoice {
  const kept = useKept();
  return kept.storeId === storeId ? kept.choice : EVERYTHING;
}

export const choose = (storeId: string, part: Partial<ExportChoice>): void =>
  useKept.setState((last) => ({
    storeId,
    choice: { ...(last.storeId === storeId ? last.choice : EVERYTHING), ...part },
  }));

/** What main is asked for; the days of a period that moves on are those seen from today. */
export function askedOf(
  { tables, period, ...rest }: ExportChoice,
  { today }: Pick<ReturnType<typeof useFormat>, 'today'>,
): ExportAsked {
  const days = (chosen: ChosenPeriod) =>
    chosen.span === 'own' ? { from: chosen.from, to: chosen.to } : periodOf(chosen.span, today);
  return { ...rest, tables: [...tables], period: period && days(period) };
}
