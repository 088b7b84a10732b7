import type { Instant } from '../units';

/** What people record and would miss, each counted by its own rows: what a restore would lose. */
export const LOST_KINDS = [
  'purchases',
  'refunds',
  'members',
  'points',
  'coupons',
  'complaints',
  'contacts',
  'answers',
  'rules',
] as const;
export type LostKind = (typeof LOST_KINDS)[number];

export interface Lost {
  readonly kind: LostKind;
  readonly rows: number;
  /** When the first of them was recorded. */
  readonly since: Instant;
}
