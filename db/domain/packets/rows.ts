import { isBusinessDate } from '../units';
import {
  PACKET_KINDS,
  type PacketColumn,
  type PacketKind,
  type PacketKindName,
  type PersonalLevel,
} from './entries';

type Columns<Kind extends PacketKindName> = (typeof PACKET_KINDS)[Kind]['columns'];
type ValueOf<Column> =
  | (Column extends { type: 'integer' | 'flag' } ? number : string)
  | (Column extends { optional: true } ? null : never);

/** A row as a store gives it to its packet: all columns of its kind, or that it is no longer there. */
export type PacketRow<Kind extends PacketKindName = PacketKindName> = { readonly key: string } & (
  | { readonly gone: true }
  | { readonly [Name in keyof Columns<Kind>]: ValueOf<Columns<Kind>[Name]> }
);

export type PacketRows = { readonly [Kind in PacketKindName]: Iterable<PacketRow<Kind>> };

interface Prepared {
  readonly name: string;
  readonly head: string;
  readonly column: PacketColumn;
  readonly isLeftOut: boolean;
}

/**
 * The rows of one kind as the lines of a packet: numbered from `first` on, columns in the order of their
 * declaration, those above the level of personal data null whatever the store gives. A row that does not fit
 * its declaration throws: head office would refuse the packet.
 */
export class EntryLines {
  rows = 0;
  readonly sums: Record<string, number> = {};
  private readonly columns: readonly Prepared[];

  constructor(
    private readonly kind: PacketKindName,
    level: PersonalLevel,
    private readonly first: number,
  ) {
    const columns: PacketKind['columns'] = PACKET_KINDS[kind].columns;
    this.columns = Object.entries(columns).map(([name, column]) => ({
      name,
      column,
      head: `,"${name}":`,
      isLeftOut: (column.personal ?? 0) > level,
    }));
    for (const { name, column } of this.columns) if (column.summed) this.sums[name] = 0;
  }

  /** The next line, with its end. */
  line(row: PacketRow): string {
    const entry = this.first + this.rows;
    this.rows += 1;
    const begin = `{"entry":${entry},"key":${JSON.stringify(row.key)}`;
    if ('gone' in row) return `${begin},"gone":true}\n`;
    // A row of any kind is read by the columns of its own; `fits` looks at each value.
    const values = row as Readonly<Record<string, unknown>>;
    let line = begin;
    for (const { name, head, column, isLeftOut } of this.columns) {
      const value = isLeftOut ? null : values[name];
      if (!fits(column, value)) throw new Error(`${this.kind} ${row.key}: ${name} is ${String(value)}`);
      line += head;
      line += typeof value === 'number' ? value : JSON.stringify(value);
      // What is summed is a number: `fits` has seen it.
      if (column.summed) this.sums[name] = (this.sums[name] ?? 0) + (value as number);
    }
    return `${line}}\n`;
  }
}

/** Whether a value is what its column declares; a date is a day that exists: head office's tables refuse any other. */
export function fits(column: PacketColumn, value: unknown): boolean {
  if (value === null) return column.optional === true;
  switch (column.type) {
    case 'text':
      return typeof value === 'string';
    case 'date':
      return isBusinessDate(value);
    case 'integer':
      return Number.isSafeInteger(value);
    case 'flag':
      return value === 0 || value === 1;
  }
}
