import type { AuditNote } from '../../db/domain/audit/entry';
import type { BusinessDate, Instant } from '../../db/domain/units';
import type { Tx } from '../../db/schema';

/** What booking a sale or a refund needs, be it a person's command or a receipt of the till. */
export interface BookingCx {
  readonly tx: Tx;
  readonly now: Instant;
  readonly today: BusinessDate;
  readonly newId: () => string;
  /** In whose name it is booked. */
  readonly staff: { readonly id: string };
  /** Says that what the counter shows of this member has changed. */
  readonly touch: (memberId: string) => void;
  /** Adds to the entry in the audit trail that is written with it. */
  readonly audit: (note: AuditNote) => void;
}
