import { appendAudit } from '../../db/audit/append';
import type { AuditNote, Subject } from '../../db/domain/audit/entry';
import { businessDateOf } from '../../db/domain/calendar/business-day';
import type { AppCx } from './context';
import type { Staff } from './shop';

/** Writes what happened outside of a command into the audit trail of the open store; without a store there is none. */
export async function recordAct(
  app: Pick<AppCx, 'session' | 'sources'>,
  what: {
    readonly act: string;
    /** Null: Shuke itself. */
    readonly staff: Staff | null;
    readonly approver: Staff | null;
    readonly subjects: readonly Subject[];
    readonly notes: readonly AuditNote[];
  },
): Promise<void> {
  const shop = app.session.openShop();
  if (shop === undefined) return;
  const at = app.sources.clock();
  await shop.opened.db.transaction().execute(async (tx) => {
    appendAudit(tx, {
      at,
      businessDate: businessDateOf(at, shop.calendar),
      staffId: what.staff?.id ?? null,
      approverId: what.approver?.id ?? null,
      act: what.act,
      requestId: null,
      subjects: what.subjects,
      notes: what.notes,
    });
  });
}
