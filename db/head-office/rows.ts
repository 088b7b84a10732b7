import type SQLite from 'better-sqlite3';
import {
  PACKET_KIND_NAMES,
  type PACKET_KINDS,
  type PacketKindName,
  type PersonalLevel,
} from '../domain/packets/entries';
import type { PacketRow, PacketRows } from '../domain/packets/rows';
import { masked } from '../domain/slips/masked';

/** Rows in one step: large enough to spare calls, small enough that a cancel is heard. */
const STEP = 5000;

/** Where the rows of a kind are, by the number that rises with each new one, and what each column is made of. */
interface Source {
  readonly table: string;
  readonly number: string;
  readonly columns: Readonly<Record<string, string>>;
}

/** What is no member any more, erased or void, has no personal columns whatever the level. */
const ofPerson = (column: string) => `iif(state = 'active', ${column}, null)`;

/** Declared beside `PACKET_KINDS`: a column that is missing here, or is none there, does not compile. */
const SOURCES: {
  readonly [Kind in PacketKindName]: Source & {
    readonly columns: { readonly [Column in keyof (typeof PACKET_KINDS)[Kind]['columns']]: string };
  };
} = {
  member: {
    table: 'member',
    number: 'n',
    columns: {
      member_no: 'member_no',
      state: 'state',
      tier: 'tier',
      class: '(select class from member_insight i where i.n = member.n)',
      source: 'source',
      joined_on: 'joined_on',
      gender: 'gender',
      birth_year: 'birth_year',
      name: ofPerson("nullif(name, '')"),
      phone: ofPerson('phone'),
      birth_month: ofPerson('birth_month'),
      birth_day: ofPerson('birth_day'),
    },
  },
  purchase: {
    table: 'purchase',
    number: 'seq',
    columns: {
      member_id: 'member_id',
      receipt_no: 'receipt_no',
      business_date: 'business_date',
      bought_at: 'bought_at',
      total_fen: 'total_fen',
      discount_fen: 'discount_fen',
      points_worth_fen: 'points_worth_fen',
      paid_fen: 'paid_fen',
      points_earned: 'points_earned',
      points_redeemed: 'points_redeemed',
      imported: '(import_id is not null)',
    },
  },
  refund: {
    table: 'refund',
    number: 'seq',
    columns: {
      purchase_id: 'purchase_id',
      member_id: 'member_id',
      kind: 'kind',
      business_date: 'business_date',
      amount_fen: 'amount_fen',
      returned_fen: '(money_back_fen + reduced_by_fen)',
    },
  },
  points: {
    table: 'points_entry',
    number: 'seq',
    columns: { member_id: 'member_id', kind: 'kind', business_date: 'business_date', points: 'points' },
  },
  complaint: {
    table: 'complaint',
    number: 'number',
    columns: {
      business_date: 'business_date',
      reason_group: 'reason_group',
      severity: 'severity',
      state: 'state',
      received_at: 'received_at',
      response_due_at: 'response_due_at',
      resolution_due_at: 'resolution_due_at',
      responded_at: 'first_responded_at',
      resolved_at: 'resolved_at',
      paused_at: 'paused_at',
      response_breached: 'response_breached',
      resolution_breached: 'resolution_breached',
      satisfaction: 'satisfaction',
    },
  },
  coupon: {
    table: 'coupon',
    number: 'seq',
    columns: {
      member_id: 'member_id',
      template_id: 'template_id',
      kind: 'kind',
      state: 'state',
      business_date: 'business_date',
      last_day: 'last_day',
      off_fen: 'off_fen',
      cost_fen: 'cost_fen',
    },
  },
};

/** Which rows go into a packet, by the numbers of their table. */
export interface RowRange {
  /** New rows are those above `after`, up to `upto`; older ones come again when they have changed. */
  readonly after: Readonly<Record<PacketKindName, number>>;
  readonly upto: Readonly<Record<PacketKindName, number>>;
  /** Changes are taken up to this one of `hq_change`. */
  readonly changesUpto: number;
}

/** The rows of a packet as they stand in the reader's open transaction: new ones first, then those that have changed. */
export function packetRows(raw: SQLite.Database, range: RowRange, personal: PersonalLevel): PacketRows {
  const rowsOf = <Kind extends PacketKindName>(kind: Kind) => stepsOf<Kind>(raw, kind, range);
  const { member, ...others } = Object.fromEntries(
    PACKET_KIND_NAMES.map((kind) => [kind, rowsOf(kind)]),
  ) as unknown as PacketRows; // one entry for each kind, each by its own columns
  return { ...others, member: personal === 1 ? maskedRows(member) : member };
}

/** How many rows of each kind a range holds. */
export function countRows(raw: SQLite.Database, range: RowRange): Record<PacketKindName, number> {
  const count = (kind: PacketKindName) => {
    const { table, number } = SOURCES[kind];
    const [after, upto] = [range.after[kind], range.upto[kind]];
    return (
      raw
        .prepare<unknown[], number>(
          `select (select count(*) from ${table} where ${number} > +? and ${number} <= +?)
             + (select count(*) from hq_change where kind = '${kind}' and n <= +? and seq <= +?)`,
        )
        .pluck()
        .get(after, upto, after, range.changesUpto) ?? 0
    );
  };
  return ofEachKind(count);
}

/** The newest row of each kind: what is above it comes with the next packet. */
export const newestRows = (raw: SQLite.Database): Record<PacketKindName, number> =>
  ofEachKind((kind) => {
    const { table, number } = SOURCES[kind];
    return raw.prepare<[], number>(`select coalesce(max(${number}), 0) from ${table}`).pluck().get() ?? 0;
  });

export const ofEachKind = (of: (kind: PacketKindName) => number): Record<PacketKindName, number> =>
  Object.fromEntries(PACKET_KIND_NAMES.map((kind) => [kind, of(kind)])) as Record<PacketKindName, number>; // all of them

function* stepsOf<Kind extends PacketKindName>(
  raw: SQLite.Database,
  kind: Kind,
  { after, upto, changesUpto }: RowRange,
): Generator<PacketRow<Kind>, void> {
  const { table, number, columns } = SOURCES[kind];
  const named = Object.entries(columns).map(([name, value]) => `${value} as ${name}`);
  const read = `select ${number} as number, id as key, ${named.join(', ')} from ${table}`;
  // The plus keeps the plan of the key without parsing the statement anew at every run.
  const fresh = raw.prepare<unknown[], Numbered<Kind>>(
    `${read} where ${number} > +? and ${number} <= +? order by ${number} limit ${STEP}`,
  );
  yield* inSteps(after[kind], (last) => fresh.all(last, upto[kind]));
  const again = raw.prepare<unknown[], Numbered<Kind>>(
    `${read} where ${number} in (select n from hq_change
       where kind = '${kind}' and n > +? and n <= +? and seq <= +? order by n limit ${STEP}) order by ${number}`,
  );
  yield* inSteps(0, (last) => again.all(last, after[kind], changesUpto));
}

type Numbered<Kind extends PacketKindName> = PacketRow<Kind> & { readonly number: number };

function* inSteps<Kind extends PacketKindName>(
  begin: number,
  next: (last: number) => Numbered<Kind>[],
): Generator<PacketRow<Kind>, void> {
  for (let rows = next(begin); rows.length > 0; rows = next(rows.at(-1)?.number ?? begin)) yield* rows;
}

/** At level 1 a name is its surname and a phone its ends, as on the customer's screen. */
function* maskedRows(members: PacketRows['member']): Generator<PacketRow<'member'>, void> {
  for (const row of members) {
    if ('gone' in row) {
      yield row;
      continue;
    }
    const { name, phone } = masked({ name: row.name ?? '', phone: row.phone });
    yield { ...row, name: name === '' ? null : name, phone: phone === '' ? null : phone };
  }
}
