import type { Credit } from '../domain/exchange/credits';
import type { Known } from '../domain/exchange/identity';
import type { Moment } from '../domain/exchange/moments';
import type { MemberRow, PurchaseRow } from '../domain/exchange/rows';
import type { Tier } from '../domain/tiers/tier';
import type { BusinessDate } from '../domain/units';

/** A member whom rows of a file mean. */
export interface FoundMember extends Known {
  /** Place in the table; negative for one that a dry run has only imagined. */
  readonly n: number;
  readonly id: string;
  readonly tier: Tier;
  readonly joinedOn: BusinessDate;
  /** Came with this very import. */
  readonly own: boolean;
}

export type KeyKind = 'member' | 'purchase' | 'opening';

export interface NewMember extends Omit<MemberRow, 'points' | 'pointsLastDay' | 'joinedOn'> {
  readonly joinedOn: BusinessDate;
}

export interface TakenPurchase {
  readonly row: PurchaseRow;
  readonly moment: Moment;
  /** What it earns; null when nothing. */
  readonly credit: Credit | null;
}

/**
 * Where the rows of a file go: the store, or, in a dry run, a temporary table beside it that
 * remembers what the file itself has brought. The decisions are the same for both.
 */
export interface Sink {
  /** Whether an earlier import has brought this row. */
  readonly broughtBefore: (kind: KeyKind, key: string) => boolean;
  readonly byCard: (cardNo: string) => FoundMember | undefined;
  readonly byPhone: (phone: string) => FoundMember[];
  readonly byExternalId: (externalId: string) => FoundMember | undefined;
  readonly addMember: (member: NewMember, key: string) => FoundMember;
  /** The member has bought before the day on which they were thought to have joined. */
  readonly joinedEarlier: (member: FoundMember, date: BusinessDate) => FoundMember;
  readonly addOpening: (member: FoundMember, credit: Credit, key: string) => void;
  readonly hasReceipt: (businessDate: BusinessDate, receiptNo: string) => boolean;
  readonly addPurchase: (member: FoundMember, purchase: TakenPurchase, key: string) => void;
}
