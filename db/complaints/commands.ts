import type { Doer } from '../doer';
import type { Clock } from '../domain/complaints/clocks';
import type { CompensationKind } from '../domain/complaints/compensation';
import type { ComplaintChannel } from '../domain/complaints/complaint';
import type { Particulars } from '../domain/complaints/correction';
import type { ReasonGroup } from '../domain/complaints/reasons';
import type { Stepped, TimelineStep } from '../domain/complaints/timeline';
import type { BusinessDate, Fen, Instant } from '../domain/units';
import { insertRows, prepared } from '../prepared';
import type { Tx } from '../schema';
import { columnsOf, particularColumns } from './mapping';
import { indexComplaint } from './search';

export interface Logged extends Particulars {
  readonly purchaseId: string | null;
  readonly reasonGroup: ReasonGroup;
  readonly channel: ComplaintChannel;
  readonly what: string;
  readonly wish: string;
  readonly businessDate: BusinessDate;
  readonly ruleVersion: number;
}

/** Files a new complaint under the store's next number; gapless, for it is taken in this transaction. */
export async function appendComplaint(
  tx: Tx,
  logged: Logged,
  { complaint, step }: Stepped,
  doer: Doer,
): Promise<{ complaintId: string; number: number }> {
  const complaintId = doer.newId();
  const last = prepared<{ number: number | null }>(tx, 'select max(number) as number from complaint').get();
  const number = (last?.number ?? 0) + 1;
  insertRows(tx, 'complaint', [
    {
      id: complaintId,
      number,
      purchase_id: logged.purchaseId,
      ...particularColumns(logged, logged.reasonGroup),
      channel: logged.channel,
      what: logged.what,
      wish: logged.wish,
      received_at: complaint.receivedAt,
      business_date: logged.businessDate,
      rule_version: logged.ruleVersion,
      store_hours: complaint.storeHours ? 1 : 0,
      ...columnsOf(complaint),
      staff_id: doer.staffId,
    },
  ]);
  await appendStep(tx, complaintId, step, doer);
  return { complaintId, number };
}

/** Carries out a decided step: the complaint's new state and the timeline row that explains it. */
export async function applyStep(
  tx: Tx,
  complaintId: string,
  { complaint, step }: Stepped,
  doer: Doer,
): Promise<void> {
  await tx.updateTable('complaint').set(columnsOf(complaint)).where('id', '=', complaintId).execute();
  await appendStep(tx, complaintId, step, doer);
}

/** A row of the timeline; what it says is found from now on. */
export async function appendStep(tx: Tx, complaintId: string, step: TimelineStep, doer: Doer): Promise<void> {
  await tx
    .insertInto('complaint_event')
    .values({
      id: doer.newId(),
      complaint_id: complaintId,
      kind: step.kind,
      note: step.note,
      due: JSON.stringify(step.due),
      data: JSON.stringify(step.data ?? {}),
      at: doer.now,
      staff_id: doer.staffId,
    })
    .execute();
  indexComplaint(tx, complaintId);
}

/** Whose case it is from now on (S81). */
export async function applyEscalation(
  tx: Tx,
  complaintId: string,
  toStaffId: string,
  step: TimelineStep,
  doer: Doer,
): Promise<void> {
  await tx.updateTable('complaint').set({ escalated_to: toStaffId }).where('id', '=', complaintId).execute();
  await appendStep(tx, complaintId, step, doer);
}

/** Puts right what was entered wrongly; the row says what it was. */
export async function applyCorrection(
  tx: Tx,
  complaintId: string,
  { after, group }: { readonly after: Particulars; readonly group: ReasonGroup },
  step: TimelineStep,
  doer: Doer,
): Promise<void> {
  await tx
    .updateTable('complaint')
    .set(particularColumns(after, group))
    .where('id', '=', complaintId)
    .execute();
  await appendStep(tx, complaintId, step, doer);
}

export interface Given {
  readonly kind: CompensationKind;
  readonly what: string;
  readonly worth: Fen;
  /** The coupon or the ledger entry by which it was given, where there is one. */
  readonly couponId: string | null;
  readonly pointsEntryId: string | null;
}

/** What the shop has given for it, with its row in the timeline. */
export async function appendCompensation(
  tx: Tx,
  complaintId: string,
  given: Given & { readonly reason: string; readonly businessDate: BusinessDate },
  doer: Doer,
): Promise<void> {
  const { kind, what, worth, reason } = given;
  insertRows(tx, 'compensation', [
    {
      id: doer.newId(),
      complaint_id: complaintId,
      kind,
      coupon_id: given.couponId,
      points_entry_id: given.pointsEntryId,
      what,
      worth_fen: worth,
      business_date: given.businessDate,
      at: doer.now,
      staff_id: doer.staffId,
    },
  ]);
  const data = { of: 'compensation', kind, what, worth } as const;
  await appendStep(tx, complaintId, { kind: 'compensated', note: reason, due: [], data }, doer);
}

/** A picture that lies in the photo folder already, with its row in the timeline. */
export async function appendPhoto(
  tx: Tx,
  complaintId: string,
  photo: {
    readonly sha256: string;
    readonly bytes: number;
    readonly width: number;
    readonly height: number;
  },
  doer: Doer,
): Promise<string> {
  const photoId = doer.newId();
  insertRows(tx, 'complaint_photo', [
    { id: photoId, complaint_id: complaintId, ...photo, at: doer.now, staff_id: doer.staffId },
  ]);
  await appendStep(tx, complaintId, { kind: 'photo', note: '', due: [] }, doer);
  return photoId;
}

/** Remembers that somebody was warned of a due time, so that no restart warns of it again. */
export function recordAlerts(
  tx: Tx,
  alerts: readonly { readonly complaintId: string; readonly clock: Clock; readonly dueAt: Instant }[],
  now: Instant,
): void {
  insertRows(
    tx,
    'complaint_alert',
    alerts.map(({ complaintId, clock, dueAt }) => ({
      complaint_id: complaintId,
      clock,
      due_at: dueAt,
      at: now,
    })),
  );
}
