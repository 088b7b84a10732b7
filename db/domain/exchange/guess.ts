import { columnsByContent } from './columns';
import { guessDateFormat } from './dates';
import { type Encoding, type ImportKind, MAX_COLUMNS, type Reading, type Separator } from './fields';
import { columnsByHeader, guessHeader } from './headers';

const DATES = new Set(['date', 'joined_on', 'birthday', 'points_last_day']);

/** The rest of a reading, once the beginning of the file has been cut into cells. */
export function guessReading(
  rows: readonly (readonly string[])[],
  kind: ImportKind,
  cut: { readonly encoding: Encoding; readonly separator: Separator },
  header = guessHeader(rows, kind),
): Reading {
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
