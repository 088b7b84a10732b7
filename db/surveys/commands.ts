import type { DoerOfDay } from '../doer';
import type { ServiceChange } from '../domain/surveys/change';
import type { StaffNoteKind } from '../domain/surveys/staff-note';
import type { SurveyAnswer, SurveyChannel } from '../domain/surveys/survey';
import type { Tx } from '../schema';

export interface GivenAnswer extends SurveyAnswer {
  /** Null for somebody without a record. */
  readonly memberId: string | null;
  readonly purchaseId: string | null;
  readonly taskId: string | null;
  readonly channel: SurveyChannel;
  /** The member of staff whom the answer is about. */
  readonly servedBy: string;
}

/** Writes an answer with its scores; answers its id. */
export async function appendAnswer(tx: Tx, answer: GivenAnswer, by: DoerOfDay): Promise<string> {
  const id = by.newId();
  await tx
    .insertInto('survey_answer')
    .values({
      id,
      member_id: answer.memberId,
      purchase_id: answer.purchaseId,
      task_id: answer.taskId,
      complaint_id: null,
      channel: answer.channel,
      satisfaction: answer.satisfaction,
      recommend: answer.recommend,
      note: answer.note,
      served_by: answer.servedBy,
      business_date: by.today,
      at: by.now,
      staff_id: by.staffId,
    })
    .execute();
  const scores = Object.entries(answer.dimensions);
  if (scores.length > 0) {
    await tx
      .insertInto('survey_score')
      .values(
        scores.map(([dimension, score]) => ({ answer_id: id, dimension, score, business_date: by.today })),
      )
      .execute();
  }
  return id;
}

/** The complaint that an answer led to; the file lets it be said once. */
export async function linkAnswer(tx: Tx, answerId: string, complaintId: string): Promise<void> {
  await tx
    .updateTable('survey_answer')
    .set({ complaint_id: complaintId })
    .where('id', '=', answerId)
    .execute();
}

export async function appendStaffNote(
  tx: Tx,
  note: { readonly aboutStaffId: string; readonly kind: StaffNoteKind; readonly note: string },
  by: DoerOfDay,
): Promise<void> {
  await tx
    .insertInto('staff_note')
    .values({
      id: by.newId(),
      about_staff_id: note.aboutStaffId,
      kind: note.kind,
      note: note.note,
      business_date: by.today,
      at: by.now,
      staff_id: by.staffId,
    })
    .execute();
}

export async function appendChange(tx: Tx, change: ServiceChange, by: DoerOfDay): Promise<void> {
  await tx
    .insertInto('service_change')
    .values({
      id: by.newId(),
      heard: change.heard,
      changed: change.changed,
      dimension: change.dimension,
      since: change.since,
      at: by.now,
      staff_id: by.staffId,
    })
    .execute();
}
