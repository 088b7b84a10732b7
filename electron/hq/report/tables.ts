import type { TableColumn, TableHead, TableRow } from '../../../db/domain/exchange/table';
import { AS_NOW, type FigureName, type Line, OF_MONTHS, type Report } from '../../../db/domain/hq/report';
import type { Trouble } from './page';
import type { ReportWords } from './report-words';

/** One CSV file of a report. */
export interface ReportTable {
  readonly file: string;
  readonly head: TableHead;
  readonly rows: readonly TableRow[];
}

/** All of the figures, also those that the page leaves out. */
export function reportTables(
  report: Report,
  troubles: readonly Trouble[],
  words: ReportWords,
): ReportTable[] {
  const { stores, regions, months, storeMonths } = report;
  const all = [...AS_NOW, ...OF_MONTHS];
  const store = [text('id'), text(words.store), text(words.region)];
  const storeCells = ({ store: of }: Line) => [of?.store ?? null, of?.name ?? null, of?.region ?? null];
  return [
    tableOf('stores.csv', words.stores, stores, store, storeCells, all, words),
    tableOf('regions.csv', words.region, regions, [text(words.region)], ({ region }) => [region], all, words),
    tableOf(
      'months.csv',
      words.month,
      months,
      [month(words.month)],
      (line) => [line.month],
      OF_MONTHS,
      words,
    ),
    tableOf(
      'store-months.csv',
      words.stores,
      storeMonths,
      [...store, month(words.month)],
      (line) => [...storeCells(line), line.month],
      OF_MONTHS,
      words,
    ),
    {
      file: 'attention.csv',
      head: { title: words.state, columns: [...store, text(words.state)], notes: [] },
      rows: troubles.map(({ store: id, name, region, what }) => [id, name, region, what.join('; ')]),
    },
  ];
}

const text = (name: string): TableColumn => ({ name, kind: 'text' });
/** A month is of digits that are ours: it needs no guard, and other programs can sort by it. */
const month = (name: string): TableColumn => ({ name, kind: 'date' });

function tableOf(
  file: string,
  title: string,
  lines: readonly Line[],
  first: readonly TableColumn[],
  firstCells: (line: Line) => TableRow,
  names: readonly FigureName[],
  { figures }: ReportWords,
): ReportTable {
  const columns = names.map(
    (name): TableColumn => ({ name: figures[name], kind: name.endsWith('Fen') ? 'money' : 'whole' }),
  );
  return {
    file,
    head: { title, columns: [...first, ...columns], notes: [] },
    rows: lines.map((line) => [...firstCells(line), ...names.map((name) => line.figures[name])]),
  };
}
