import {
  PACKET_KIND_NAMES,
  PACKET_KINDS,
  type PacketColumn,
  type PacketKind,
  type PacketKindName,
} from '@domain/packets/entries';
import type { PacketFile, PacketManifest } from '@domain/packets/manifest';
import { EntryLines, type PacketRow } from '@domain/packets/rows';
import fc from 'fast-check';

type Level = 0 | 1 | 2;

export const kinds = fc.constantFrom(...PACKET_KIND_NAMES);
export const levels = fc.constantFrom<Level>(0, 1, 2);

export const columnsOf = (kind: PacketKindName): [string, PacketColumn][] => {
  const { columns }: PacketKind = PACKET_KINDS[kind];
  return Object.entries(columns);
};

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const typed = ({ type, summed }: PacketColumn): fc.Arbitrary<string | number> => {
  if (type === 'text') return fc.string({ unit: 'grapheme', maxLength: 8 });
  if (type === 'date') return day;
  if (type === 'flag') return fc.constantFrom(0, 1);
  // Of sums no more than that all of them together stay exact.
  return summed ? fc.integer() : fc.maxSafeInteger();
};
const aValue = (column: PacketColumn): fc.Arbitrary<string | number | null> =>
  column.optional ? fc.option(typed(column)) : typed(column);

/** Rows of a kind as a store gives them, some of them gone. */
export function rowsOf(kind: PacketKindName): fc.Arbitrary<PacketRow[]> {
  const key = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
  const values = Object.fromEntries(columnsOf(kind).map(([name, column]) => [name, aValue(column)]));
  const there = fc.record({ key, ...values });
  const gone = fc.record({ key, gone: fc.constant(true as const) });
  // Every column of the kind has a value of its type.
  return fc.array(fc.oneof({ weight: 4, arbitrary: there }, gone), { maxLength: 12 }) as fc.Arbitrary<
    PacketRow[]
  >;
}

/** A row of any kind by the names of its columns. */
export const fieldsOf = (row: PacketRow | undefined): Readonly<Record<string, unknown>> => ({ ...row });

export interface WrittenLines {
  readonly lines: string[];
  /** What the manifest says of them. */
  readonly file: PacketFile;
  readonly manifest: Pick<PacketManifest, 'firstEntry' | 'lastEntry' | 'level'>;
}

/** Rows as a store writes them: numbered from `first` on. */
export function writtenLines(
  kind: PacketKindName,
  rows: readonly PacketRow[],
  { level = 2, first = 1 }: { readonly level?: Level; readonly first?: number } = {},
): WrittenLines {
  const entries = new EntryLines(kind, level, first);
  const lines = rows.map((row) => entries.line(row));
  const text = lines.join('');
  return {
    lines,
    file: {
      ...{ name: `data/${kind}.ndjson`, kind, bytes: Buffer.byteLength(text), sha256: '' },
      ...{ rows: entries.rows, sums: entries.sums },
    },
    manifest: {
      firstEntry: first,
      lastEntry: first + rows.length - 1,
      level: { personal: level, reason: '' },
    },
  };
}
