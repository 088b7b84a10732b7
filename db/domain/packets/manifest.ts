import type { PacketKindName, PersonalLevel } from './entries';

/** Who reads a packet: minor adds what an older reader may ignore, major is refused by it. */
export const PACKET_VERSION = { major: 1, minor: 0 } as const;

/** The packet that another one follows. `hash` is the SHA-256 of its canonical manifest, lower-case hex. */
export interface PacketRef {
  readonly epoch: string;
  readonly sequence: number;
  readonly hash: string;
}

export interface PacketFile {
  /** `data/<kind>.ndjson` or `schema.json`. */
  readonly name: string;
  readonly kind: PacketKindName | null;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
  /** Of the columns declared as summed; rows that are gone do not count. */
  readonly sums: Readonly<Record<string, number>>;
}

export interface MonthFigures {
  /** YYYY-MM. */
  readonly month: string;
  readonly sales: number;
  /** Paid, fen. */
  readonly salesFen: number;
  readonly refunds: number;
  readonly refundsFen: number;
  readonly newMembers: number;
  readonly complaints: number;
  /** Answered in time, of those whose time has run out or that are answered. */
  readonly respondedOnTime: number;
  readonly responseDue: number;
  readonly resolvedOnTime: number;
  readonly resolutionDue: number;
}

/** What the store's own screens say at that moment: head office's figures must be the same. */
export interface StoreFigures {
  readonly members: number;
  readonly byClass: Readonly<Record<'A' | 'B' | 'C' | 'D' | 'none', number>>;
  /** Usable points of all members, and what they are worth by the store's rule, fen. */
  readonly pointsOwed: number;
  readonly liabilityFen: number;
  readonly couponsOpen: number;
  readonly months: readonly MonthFigures[];
}

/** RFC 8785 canonical when written; signed; the only thing that says what a packet is. */
export interface PacketManifest {
  readonly format: 'shuke-packet';
  readonly version: { readonly major: number; readonly minor: number };
  /** Migration version of the store that made it. */
  readonly schema: number;
  readonly shuke: string;
  readonly store: {
    readonly id: string;
    readonly name: string;
    readonly region: string;
    readonly zone: string;
  };
  /** Fingerprint of the key that signs it. */
  readonly keyId: string;
  readonly epoch: string;
  /** ISO 8601, UTC. */
  readonly epochStartedAt: string;
  /** Where an epoch that follows a restored backup branches off; null for the first of a store. */
  readonly parent: PacketRef | null;
  /** From 1 in each epoch, without a gap. */
  readonly sequence: number;
  readonly kind: 'full' | 'delta';
  /** Hash of the packet before it in this epoch; null for the first. */
  readonly previous: string | null;
  readonly firstEntry: number;
  /** One below `firstEntry` when there is nothing new. */
  readonly lastEntry: number;
  readonly audit: { readonly seq: number; readonly hash: string };
  readonly clock: { readonly madeAt: string; readonly businessDate: string };
  readonly level: { readonly personal: PersonalLevel; readonly reason: string };
  readonly files: readonly PacketFile[];
  readonly figures: StoreFigures;
}
