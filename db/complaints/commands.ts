import type { Complaint } from '../domain/complaints/complaint';
import type { ComplaintObject, ReasonGroup } from '../domain/complaints/reasons';
import type { Stepped, TimelineStep } from '../domain/complaints/steps';
import type { BusinessDate, Instant } from '../domain/units';
import type { Tx } from '../schema';
import { columnsOf } from './mapping';

/** Who does it and when; every row of the timeline names both. */
export interface Doer {
  readonly staffId: string;
  readonly now: Instant;
  readonly newId: () => string;
}

export interface Logged {
  readonly memberId: string | null;
  readonly purchaseId: string | null;
  readonly object: ComplaintObject;
  readonly reasonGroup: ReasonGroup;
  readonly reason: string;
  readonly severity: 'low' | 'normal' | 'high';
  readonly channel: 'counter' | 'phone' | 'wechat' | 'other';
  readonly what: string;
  readonly wish: string;
  readonly product: string;
  readonly aboutStaffId: string | null;
  readonly businessDate: BusinessDate;
  readonly ruleVersion: number;
  readonly storeHours: boolean;
}

/** Files a new complaint under the store's next number; gapless, for it is taken in this transaction. */
export async function appendComplaint(
  tx: Tx,
  logged: Logged,
  { complaint, step }: Stepped,
  doer: Doer,
): Promise<{ complaintId: string; number: number }> {
  const complaintId = doer.newId();
  const last = await tx
    .selectFrom('complaint')
    .select((eb) => eb.fn.max('number').as('number'))
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await tx
    .insertInto('complaint')
    .values({
      id: complaintId,
      number,
      member_id: logged.memberId,
      purchase_id: logged.purchaseId,
      object: logged.object,
      reason_group: logged.reasonGroup,
      reason: logged.reason,
      product: logged.product,
      about_staff_id: logged.aboutStaffId,
      business_date: logged.businessDate,
      rule_version: logged.ruleVersion,
      store_hours: logged.storeHours ? 1 : 0,
      severity: logged.severity,
      channel: logged.channel,
      what: logged.what,
      wish: logged.wish,
      received_at: complaint.receivedAt,
      ...columnsOf(complaint),
      staff_id: doer.staffId,
    })
    .execute();
  await appendStep(tx, complaintId, step, doer);
  return { complaintId, number };
}

/** Carries out a decided step: the complaint's new state and the timeline row that explains it. */
export async function applyStep(
  tx: Tx,
  complaintId: string,
  { complaint, step }: { readonly complaint: Complaint; readonly step: TimelineStep },
  doer: Doer,
): Promise<void> {
  await tx.updateTable('complaint').set(columnsOf(complaint)).where('id', '=', complaintId).execute();
  await appendStep(tx, complaintId, step, doer);
}

export async function appendStep(tx: Tx, complaintId: string, step: TimelineStep, doer: Doer): Promise<void> {
  await tx
    .insertInto('complaint_event')
    .values({
      id: doer.newId(),
      complaint_id: complaintId,
      kind: step.kind,
      note: step.note,
      due: JSON.stringify(step.due),
      at: doer.now,
      staff_id: doer.staffId,
    })
    .execute();
}
