import { type Figures, type LookupRow, lookupRow } from './lookup-figures';
import { gramsOf } from './lookup-grams';

/** One statement over a JSON list of rows. */
export interface LookupWrite {
  readonly sql: string;
  readonly list: string;
}

/** What a sale changes. */
const FIGURES = [
  'score',
  'points',
  'next_lapse',
  'open_complaints',
  'usable_coupons',
  'last_visit',
  'visits',
  'tier',
] as const;
/** What the search indexes hang on. */
const IDENTITY = [
  'phone',
  'phone_reversed',
  'name',
  'name_key',
  'pinyin',
  'initials',
  'card_no',
  'member_no',
  'joined_on',
] as const;
const COLUMNS = ['n', ...FIGURES, ...IDENTITY] as const;

const value = (index: number): string => `value ->> ${index}`;

const UPDATE = `update member_lookup set ${FIGURES.map((name, at) => `${name} = ${value(at + 1)}`).join(', ')}
  from json_each(?) where member_lookup.n = ${value(0)}`;
const INSERT = `insert into member_lookup (${COLUMNS.join(', ')})
  select ${COLUMNS.map((_, at) => value(at)).join(', ')} from json_each(?)`;
const INSERT_READINGS = `insert into member_reading (reading, n) select ${value(0)}, ${value(1)} from json_each(?) where true on conflict do nothing`;
const INSERT_GRAMS = `insert into member_grams (rowid, grams) select ${value(0)}, ${value(1)} from json_each(?)`;
const DELETE = 'delete from member_lookup where n in (select value from json_each(?))';
const DELETE_READINGS = `delete from member_reading where (reading, n) in (select ${value(0)}, ${value(1)} from json_each(?))`;
const DELETE_GRAMS = 'delete from member_grams where rowid in (select value from json_each(?))';

/** What must be written so that the rows `before` say what the figures say; nothing for what they say already. */
export function lookupWrites(figures: readonly Figures[], before: readonly LookupRow[]): LookupWrite[] {
  const known = new Map(before.map((row) => [row.n, row]));
  const outdated: LookupRow[] = [];
  const updated: LookupRow[] = [];
  const inserted: LookupRow[] = [];
  for (const of of figures) {
    const old = known.get(of.n);
    const next = of.state === 'active' ? lookupRow(of, old) : undefined;
    if (old !== undefined && (next === undefined || differs(old, next, IDENTITY))) outdated.push(old);
    if (next === undefined) continue;
    if (old === undefined || differs(old, next, IDENTITY)) inserted.push(next);
    else if (differs(old, next, FIGURES)) updated.push(next);
  }
  const numbers = outdated.map((row) => row.n);
  return [
    write(DELETE_READINGS, outdated.flatMap(readingPairs)),
    write(DELETE_GRAMS, numbers),
    write(DELETE, numbers),
    write(
      UPDATE,
      updated.map((row) => [row.n, ...FIGURES.map((name) => row[name])]),
    ),
    write(INSERT, inserted.map(rowValues)),
    write(INSERT_READINGS, inserted.flatMap(readingPairs)),
    write(
      INSERT_GRAMS,
      inserted.map((row) => [row.n, gramsOf(row.phone, row.name_key)]),
    ),
  ].filter(({ list }) => list !== '[]');
}

const write = (sql: string, rows: readonly unknown[]): LookupWrite => ({ sql, list: JSON.stringify(rows) });

const differs = (a: LookupRow, b: LookupRow, columns: readonly (keyof LookupRow)[]): boolean =>
  columns.some((column) => a[column] !== b[column]);

export const INSERT_ROW = `insert into member_lookup (${COLUMNS.join(', ')}) values (${COLUMNS.map(() => '?').join(', ')})`;
export const rowValues = (row: LookupRow): (string | number | null)[] => COLUMNS.map((column) => row[column]);

/** Every reading of the name, whole, given and initials, once. */
export function readingPairs(row: LookupRow): [reading: string, n: number][] {
  const readings = new Set(`${row.pinyin} ${row.initials}`.split(' ').filter((reading) => reading !== ''));
  return [...readings].map((reading) => [reading, row.n]);
}
