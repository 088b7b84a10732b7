import type { ColumnKind } from '../domain/exchange/table';
import * as csv from './csv-sql';

/** A column of the readable export: the SQL of its bare value, and how a file writes it. */
export interface ExportColumn {
  readonly of: string;
  readonly as: keyof typeof CELLS;
}

interface Cell {
  /** Of the finished CSV cell. */
  readonly csv: (of: string) => csv.CsvCell;
  /** SQL of what a workbook's cell holds, and its kind; a text in a column of numbers is a text there too. */
  readonly bare: (of: string) => string;
  readonly kind: ColumnKind;
}
const same = (of: string): string => of;

const CELLS = {
  text: { csv: csv.text, bare: same, kind: 'text' },
  named: { csv: csv.named, bare: same, kind: 'text' },
  plain: { csv: csv.plain, bare: same, kind: 'whole' },
  yuan: { csv: csv.yuan, bare: same, kind: 'money' },
  maybeYuan: { csv: csv.maybeYuan, bare: same, kind: 'money' },
  thousandths: { csv: csv.thousandths, bare: (of) => `${of} / 1000.0`, kind: 'decimal' },
  moment: { csv: csv.moment, bare: csv.momentText, kind: 'text' },
  masked: { csv: csv.masked, bare: csv.maskedText, kind: 'text' },
} as const satisfies Record<string, Cell>;

/** Text of people. */
export const text = (of: string): ExportColumn => ({ of, as: 'text' });
/** A number that names something. */
export const named = (of: string): ExportColumn => ({ of, as: 'named' });
/** Ids, dates, states, counts: written by us. */
export const plain = (of: string): ExportColumn => ({ of, as: 'plain' });
/** Fen, shown as yuan. */
export const yuan = (of: string): ExportColumn => ({ of, as: 'yuan' });
/** The same, where there may be none. */
export const maybeYuan = (of: string): ExportColumn => ({ of, as: 'maybeYuan' });
export const thousandths = (of: string): ExportColumn => ({ of, as: 'thousandths' });
/** An instant, shown in UTC. */
export const moment = (of: string): ExportColumn => ({ of, as: 'moment' });
/** A phone of which only the tail is shown. */
export const masked = (of: string): ExportColumn => ({ of, as: 'masked' });

export const csvCell = ({ of, as }: ExportColumn): csv.CsvCell => CELLS[as].csv(of);
export const bareCell = ({ of, as }: ExportColumn): string => CELLS[as].bare(of);
export const kindOf = ({ as }: ExportColumn): ColumnKind => CELLS[as].kind;
