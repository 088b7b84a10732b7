import type { DayFigures } from '@contract/days';
import type { BusinessDate } from '@domain/units';
import type { Answered } from '../../lib/rooms';
import { useAct, useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export type { DayFigures };
export type DayPreview = Answered<'days', 'preview'>;
export type DayClose = Answered<'days', 'closes'>['rows'][number];
export type LateRow = DayPreview['late'][number];
export type Sheet = NonNullable<Answered<'days', 'sheet'>>;

/** How many closes the list shows: two months of them. */
const SHOWN_CLOSES = 62;

export const useDay = (date: BusinessDate | null) =>
  useRead('days', 'preview', { date }, { keepLast: date === null });
export const useCloses = () =>
  useRead('days', 'closes', { offset: 0, limit: SHOWN_CLOSES }, { keepLast: true });
export const useSheet = (closeId: string) => useRead('days', 'sheet', { closeId });
export const useCloseDay = () => useCommand('days', 'close');

/** Asked anew each time: a printer may have been plugged in since. */
export const usePrinters = () => useRead('slips', 'printers', {}, { forgetAfter: 0 });
export const useSheetChoice = () => useRead('slips', 'sheetChoice', {}, { keepLast: true });
export const useChooseSheet = () => useAct('slips', 'chooseSheet');
