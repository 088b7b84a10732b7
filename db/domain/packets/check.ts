import { PACKET_KINDS, type PacketEntry, type PacketKind, type PacketKindName } from './entries';
import type { PacketFile, PacketManifest } from './manifest';
import { fits } from './rows';

/** Why a line is none of a packet: in words for whoever looks into the case. */
export type Objection = string;

/**
 * Holds the lines of one file against what is declared and what the manifest says of it: the columns and
 * their types, the level of personal data, entry numbers that rise, rows and sums. Columns that a newer
 * minor version has added are passed over.
 */
export class FileCheck {
  private rows = 0;
  private readonly sums: Record<string, number> = {};
  private first = 0;
  private last: number;
  private readonly columns: readonly (readonly [string, PacketKind['columns'][string]])[];

  constructor(
    kind: PacketKindName,
    private readonly file: PacketFile,
    private readonly manifest: Pick<PacketManifest, 'firstEntry' | 'lastEntry' | 'level'>,
  ) {
    const columns: PacketKind['columns'] = PACKET_KINDS[kind].columns;
    this.columns = Object.entries(columns);
    this.last = manifest.firstEntry - 1;
    for (const [name, column] of this.columns) if (column.summed) this.sums[name] = 0;
  }

  /** Null when the line is as it should be. */
  objectionTo(entry: unknown): Objection | null {
    this.rows += 1;
    if (!isEntry(entry)) return this.at('no entry');
    if (entry.entry <= this.last || entry.entry > this.manifest.lastEntry)
      return this.at(`entry ${entry.entry} is out of its order`);
    if (this.rows === 1) this.first = entry.entry;
    this.last = entry.entry;
    if ('gone' in entry) return entry.gone === true ? null : this.at('gone is not true');
    for (const [name, column] of this.columns) {
      const value = entry[name];
      if (value === undefined || !fits(column, value)) return this.at(`${name} does not fit`);
      if (value !== null && (column.personal ?? 0) > this.manifest.level.personal)
        return this.at(`${name} is above the level of personal data`);
      // What is summed is a number: `fits` has seen it.
      if (column.summed) this.sums[name] = (this.sums[name] ?? 0) + (value as number);
    }
    return null;
  }

  /** At the end of the file; null when rows and sums are what the manifest says. */
  objectionAtEnd(): Objection | null {
    if (this.rows !== this.file.rows) return `${this.file.name}: ${this.rows} rows, not ${this.file.rows}`;
    for (const [name, sum] of Object.entries(this.sums))
      if (sum !== this.file.sums[name])
        return `${this.file.name}: ${name} sums up to ${sum}, not ${this.file.sums[name]}`;
    return null;
  }

  /** First and last entry; null of an empty file. */
  range(): readonly [number, number] | null {
    return this.rows === 0 ? null : [this.first, this.last];
  }

  private at(why: string): Objection {
    return `${this.file.name}, line ${this.rows}: ${why}`;
  }
}

/** No entry number stands in two files of a packet. */
export function rangesOverlap(ranges: readonly (readonly [number, number])[]): boolean {
  const sorted = ranges.toSorted(([a], [b]) => a - b);
  return sorted.some(([first], at) => at > 0 && first <= (sorted[at - 1]?.[1] ?? 0));
}

function isEntry(value: unknown): value is PacketEntry {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { entry, key } = value as Readonly<Record<string, unknown>>; // an object, as just seen
  return Number.isSafeInteger(entry) && typeof key === 'string' && key !== '';
}
