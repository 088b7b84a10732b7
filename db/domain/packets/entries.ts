/**
 * What a packet carries, declared once: the store's writer, the packet's own `schema.json`, the checks
 * of a reader and head office's tables are all made from this. Source: exchange, "Packet".
 */

/** How a column is written as JSON, and what it is at head office. Money is fen, instants are epoch ms UTC. */
export type ColumnType = 'text' | 'integer' | 'date' | 'flag';

export interface PacketColumn {
  readonly type: ColumnType;
  /** Null is written where there is nothing. */
  readonly optional?: true;
  /** From which level of personal data on it is filled; 0 goes always. */
  readonly personal?: 1 | 2;
  /** Its sum stands in the manifest, so that head office can hold what arrived against what was sent. */
  readonly summed?: true;
}

export interface PacketKind {
  /**
   * The last entry of a key counts. A state is sent again whenever it changed; a ledger row is sent once,
   * and again only when its member was merged into another: its amounts never change.
   */
  readonly of: 'state' | 'ledger';
  readonly columns: Readonly<Record<string, PacketColumn>>;
}

const text = { type: 'text' } as const;
const maybeText = { type: 'text', optional: true } as const;
const integer = { type: 'integer' } as const;
const maybeInteger = { type: 'integer', optional: true } as const;
const date = { type: 'date' } as const;
const flag = { type: 'flag' } as const;
const summed = { type: 'integer', summed: true } as const;

export const PACKET_KINDS = {
  member: {
    of: 'state',
    columns: {
      member_no: text,
      state: text,
      tier: text,
      class: maybeText,
      source: text,
      joined_on: date,
      gender: maybeText,
      birth_year: maybeInteger,
      /** Surname alone at level 1. */
      name: { ...maybeText, personal: 1 },
      /** 138****8812 at level 1. */
      phone: { ...maybeText, personal: 1 },
      birth_month: { ...maybeInteger, personal: 2 },
      birth_day: { ...maybeInteger, personal: 2 },
    },
  },
  purchase: {
    of: 'ledger',
    columns: {
      member_id: text,
      receipt_no: maybeText,
      business_date: date,
      bought_at: integer,
      total_fen: summed,
      discount_fen: summed,
      points_worth_fen: summed,
      paid_fen: summed,
      points_earned: summed,
      points_redeemed: summed,
      imported: flag,
    },
  },
  refund: {
    of: 'ledger',
    columns: {
      purchase_id: text,
      member_id: text,
      /** `undo` and `import_undo`: the bill was none, neither it nor anything that went back of it counts. */
      kind: text,
      business_date: date,
      amount_fen: summed,
      /** What takings are less by: money back and the shortfall; not the worth of points that came back. */
      returned_fen: summed,
    },
  },
  points: {
    of: 'ledger',
    columns: {
      member_id: text,
      kind: text,
      business_date: date,
      points: summed,
    },
  },
  complaint: {
    of: 'state',
    columns: {
      business_date: date,
      reason_group: text,
      severity: text,
      state: text,
      received_at: integer,
      response_due_at: integer,
      resolution_due_at: integer,
      /** The very first answer, whatever round it is in now. */
      responded_at: maybeInteger,
      resolved_at: maybeInteger,
      /** Since when its clocks stand still. */
      paused_at: maybeInteger,
      response_breached: flag,
      resolution_breached: flag,
      satisfaction: maybeInteger,
    },
  },
  coupon: {
    of: 'state',
    columns: {
      member_id: text,
      template_id: text,
      kind: text,
      state: text,
      business_date: date,
      last_day: date,
      off_fen: maybeInteger,
      cost_fen: maybeInteger,
    },
  },
} as const satisfies Record<string, PacketKind>;

export type PacketKindName = keyof typeof PACKET_KINDS;
export const PACKET_KIND_NAMES = Object.keys(PACKET_KINDS) as PacketKindName[]; // keys of the declaration above

/** 0 pseudonymous, 1 masked, 2 full. */
export type PersonalLevel = 0 | 1 | 2;

/** One row of a packet: what it was, or that it is no longer there (an import that was taken back). */
export type PacketEntry = {
  readonly entry: number;
  readonly key: string;
} & ({ readonly gone: true } | { readonly [column: string]: string | number | null });
