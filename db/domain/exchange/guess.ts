import { columnsByContent } from './columns';
import { guessDateFormat } from './dates';
import { type Encoding, type ImportKind, MAX_COLUMNS, type Reading, type Separator } from './fields';
import { columnsByHeader, guessHeader } from './headers';

const DATES = new Set(['date', 'joined_on', 'birthday', 'points_last_day']);

/** No date, number or head is longer; a cell of a hundred thousand characters would hold the window for minutes. */
const LOOKED_AT = 200;

/** The rest of a reading, once the beginning of the file has been cut into cells. */
export function guessReading(
  cells: readonly (readonly string[])[],
  kind: ImportKind,
  cut: { readonly encoding: Encoding; readonly separator: Separator },
  headed?: boolean,
): Reading {
  const rows = cells.map((row) => row.map((cell) => cell.slice(0, LOOKED_AT)));
  const header = headed ?? guessHeader(rows, kind);
  const body = header ? rows.slice(1) : rows;
  const named = header ? columnsByHeader(rows[0] ?? [], kind) : [];
  const known = named.some((field) => field !== null);
  const dates = body.flatMap((row) =>
    row.filter((cell, at) => (known ? DATES.has(named[at] ?? '') : /\d[-/.年]\d/.test(cell))),
  );
  const dateFormat = guessDateFormat(dates);
  const columns = (known ? named : columnsByContent(body, kind, dateFormat)).slice(0, MAX_COLUMNS);
  const { encoding, separator } = cut;
  return { encoding, separator, header, dateFormat, columns, createMembers: true, points: 'none' };
}
