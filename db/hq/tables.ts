import { type ColumnType, PACKET_KINDS, type PacketKindName } from '../domain/packets/entries';

/** A column of head office's tables: what a packet carries, and where it came from. */
export interface FactColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly optional: boolean;
}

/** First in every table of facts; one row is one entry of one epoch of one store. */
const ORIGIN: readonly FactColumn[] = [
  { name: 'store', type: 'text', optional: false },
  { name: 'epoch', type: 'text', optional: false },
  { name: 'entry', type: 'integer', optional: false },
  { name: 'key', type: 'text', optional: false },
  { name: 'gone', type: 'flag', optional: true },
];

/** Columns of a kind's table. A row that is gone has nothing in the packet's own columns, so all of those are optional. */
export function factColumns(kind: PacketKindName): readonly FactColumn[] {
  const own = Object.entries(PACKET_KINDS[kind].columns).map(([name, { type }]) => ({
    name,
    type,
    optional: true,
  }));
  return [...ORIGIN, ...own];
}
