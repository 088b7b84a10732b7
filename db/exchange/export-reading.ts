import type SQLite from 'better-sqlite3';
import type { Period } from '../domain/calendar/period';
import type { ExportFilter, ExportTableName } from '../domain/exchange/export';
import type { TableColumn, TableRow } from '../domain/exchange/table';
import type { BusinessDate } from '../domain/units';
import { membersOf } from '../segments/compile';
import * as csv from './csv-sql';
import { bareCell, csvCell, kindOf } from './export-column';
import type { Table } from './export-table';
import { exportTables } from './export-tables';

/** Rows in one step: large enough to spare calls, small enough that a cancel is heard. */
const STEP = 5000;

/** How many rows there are and what they come to. */
export interface Tally {
  readonly rows: number;
  readonly sums: Readonly<Record<string, number>>;
}

/** A table of an export as it stands in the reader's open transaction, narrowed as was asked. */
export interface ExportTable extends Tally {
  readonly name: ExportTableName;
  readonly header: string;
  readonly columns: readonly TableColumn[];
  /** The lines of its CSV in steps, each with what it holds. */
  readonly csv: () => Generator<Tally & { readonly bytes: Buffer }>;
  /** The same rows as cells of a workbook. */
  readonly cells: () => Generator<Tally & { readonly cells: readonly TableRow[] }>;
}

/**
 * The tables that were asked for. Who is in the segment is found once, as of that day, and kept in the
 * connection's own memory: nothing is written into the store.
 */
export function tablesToExport(
  raw: SQLite.Database,
  { tables, period, segment, maskPhones }: ExportFilter,
  today: BusinessDate,
): ExportTable[] {
  if (segment !== null) keepChosen(raw, segment.rule, today);
  return exportTables(maskPhones)
    .filter(({ name }) => tables.includes(name))
    .map((table) => {
      const rows = narrowed(table, period, segment !== null);
      return {
        name: table.name,
        header: `${Object.keys(table.columns)
          .map((name) => `"${name}"`)
          .join(',')}\r\n`,
        columns: Object.entries(table.columns).map(([name, column]) => ({ name, kind: kindOf(column) })),
        ...totals(raw, table, rows),
        csv: () => csvSteps(raw, table, rows),
        cells: () => cellSteps(raw, table, rows),
      };
    });
}

function keepChosen(raw: SQLite.Database, rule: Parameters<typeof membersOf>[0], today: BusinessDate): void {
  const { text, values } = membersOf(rule, today, 'row_by_row');
  raw.exec('create temp table chosen_member (id text primary key not null) strict, without rowid');
  raw.prepare(`insert into temp.chosen_member select m.id ${text}`).run(...values);
}

/** Which rows of a table: SQL, and the values of its question marks. */
interface Rows {
  readonly where: string;
  readonly values: readonly string[];
}

function narrowed({ day, member }: Table, period: Period | null, ofChosen: boolean): Rows {
  const ofDays = period !== null && day !== null;
  const conditions = [
    ...(ofDays ? [`${day} between ? and ?`] : []),
    ...(ofChosen && member !== null ? [`${member} in (select id from temp.chosen_member)`] : []),
  ];
  return {
    where: conditions.length === 0 ? 'true' : conditions.join(' and '),
    values: ofDays ? [period.from, period.to] : [],
  };
}

/** Sums are integers of the columns that the table names. */
const summed = (sums: Table['sums']): string[] =>
  Object.entries(sums).map(([name, column]) => `coalesce(sum(${column}), 0) as ${name}`);

function totals(raw: SQLite.Database, { from, sums }: Table, { where, values }: Rows): Tally {
  const row = raw
    .prepare<unknown[], { rows: number } & Record<string, number>>(
      `select ${['count(*) as rows', ...summed(sums)].join(', ')} from ${from} where ${where}`,
    )
    .get(...values);
  const { rows = 0, ...rest } = row ?? {};
  return { rows, sums: rest };
}

const after = ({ order }: Table): string =>
  `(${order.keys.join(', ')}) > (${order.keys.map(() => '+?').join(', ')})`;

type CsvStep = Record<string, number> & { readonly bytes: Buffer | null; readonly last: string | number };

/** The lines are put together by SQLite itself: half the time of a loop over rows. */
function* csvSteps(raw: SQLite.Database, table: Table, rows: Rows): ReturnType<ExportTable['csv']> {
  const { from, order, columns, sums } = table;
  const keys = order.keys.join(', ');
  const line = csv.line(Object.values(columns).map(csvCell));
  const counted = Object.entries(sums).map(([name, column]) => `, ${column} as ${name}`);
  const totals = Object.keys(sums).map((name) => `, coalesce(sum(${name}), 0) as ${name}`);
  const step = (where: string) =>
    raw.prepare<unknown[], CsvStep>(
      `select count(*) as rows, cast(group_concat(line, '') as blob) as bytes, ${order.last} as last${totals.join('')}
       from (select ${keys}, ${line} as line${counted.join('')}
         from ${from} where ${where} order by ${keys} limit ${STEP})`,
    );
  const next = step(`${rows.where} and ${after(table)}`);
  let found = step(rows.where).get(...rows.values);
  while (found !== undefined && found.bytes !== null) {
    const { rows: count = 0, bytes, last, ...rest } = found;
    yield { rows: count, bytes, sums: rest };
    found = next.get(...rows.values, ...order.begin(last));
  }
}

function* cellSteps(raw: SQLite.Database, table: Table, rows: Rows): ReturnType<ExportTable['cells']> {
  const { from, order, columns, sums } = table;
  const named = Object.keys(sums);
  const selected = [...order.keys, ...Object.values(sums), ...Object.values(columns).map(bareCell)];
  const step = (where: string) =>
    raw
      .prepare<unknown[], (string | number | null)[]>(
        `select ${selected.join(', ')} from ${from} where ${where} order by ${order.keys.join(', ')} limit ${STEP}`,
      )
      .raw();
  const [keyEnd, sumEnd] = [order.keys.length, order.keys.length + named.length];
  const next = step(`${rows.where} and ${after(table)}`);
  let found = step(rows.where).all(...rows.values);
  for (let last = found.at(-1); last !== undefined; last = found.at(-1)) {
    const total = (at: number) => found.reduce((sum, row) => sum + Number(row[keyEnd + at] ?? 0), 0);
    yield {
      rows: found.length,
      sums: Object.fromEntries(named.map((name, at) => [name, total(at)])),
      cells: found.map((row) => row.slice(sumEnd)),
    };
    found = next.all(...rows.values, ...last.slice(0, keyEnd));
  }
}
