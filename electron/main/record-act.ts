import { appendAudit } from '../../db/audit/append';
import { tellStepBack } from '../../db/audit/moment';
import type { AuditNote, Subject } from '../../db/domain/audit/entry';
import { businessDateOf } from '../../db/domain/calendar/business-day';
import type { Refusal } from '../../db/domain/refusal';
import type { Tx } from '../../db/schema';
import { momentIn } from './moment';
import { Refused } from './refused';
import type { Sources, Staff } from './shop';
import type { StoreSession } from './store-session';

export interface ActToRecord {
  readonly act: string;
  /** Null: Shuke itself. */
  readonly staff: Staff | null;
  readonly approver: Staff | null;
  readonly subjects: readonly Subject[];
  readonly notes: readonly AuditNote[];
}

/**
 * Writes what happened outside of a command into the audit trail of the open store, in one transaction
 * with what it has to `write` there; without a store there is neither. A refusal of `write` is handed
 * on, and rolls back both.
 */
export async function recordAct<R extends Refusal = never>(
  app: { readonly session: Pick<StoreSession, 'openShop'>; readonly sources: Sources },
  what: ActToRecord,
  write: (tx: Tx) => Promise<R | undefined> = async () => undefined,
): Promise<R | undefined> {
  const shop = app.session.openShop();
  if (shop === undefined) return undefined;
  let refused: R | undefined;
  try {
    await shop.opened.db.transaction().execute(async (tx) => {
      refused = await write(tx);
      if (refused !== undefined) throw new Refused(refused);
      const at = momentIn(shop, app.sources);
      const today = businessDateOf(at, shop.calendar);
      tellStepBack(tx, { pc: app.sources.clock(), today });
      appendAudit(tx, {
        at,
        businessDate: today,
        staffId: what.staff?.id ?? null,
        approverId: what.approver?.id ?? null,
        act: what.act,
        requestId: null,
        subjects: what.subjects,
        notes: what.notes,
      });
    });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
  return refused;
}
