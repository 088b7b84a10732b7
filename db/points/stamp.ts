import type { BusinessDate, Instant } from '../domain/units';

/** When, by whom and under which rules a ledger row is made. */
export interface Stamp {
  readonly now: Instant;
  readonly today: BusinessDate;
  readonly staffId: string;
  readonly ruleVersion: number;
  readonly newId: () => string;
}

/** Whose ledger, and which sale or refund it belongs to. */
export interface About {
  readonly memberId: string;
  readonly purchaseId?: string;
  readonly refundId?: string;
}
