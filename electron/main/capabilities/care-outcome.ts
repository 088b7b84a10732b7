import {
  addTasks,
  appendOutcomes,
  endTasks,
  markPhoneRight,
  markPhoneWrong,
  putOffTask,
  reopenTasks,
  type TaskDraft,
} from '../../../db/care/commands';
import { asksForData, contactById, nextStepsOf } from '../../../db/care/contact-by-id';
import { OCCASION } from '../../../db/domain/care/occasions';
import { decideOutcome } from '../../../db/domain/care/outcome';
import { lastDayOf } from '../../../db/domain/care/windows';
import { Refusal, refuse } from '../../../db/domain/refusal';
import type { BusinessDate } from '../../../db/domain/units';
import { readIn } from '../../../db/reading';
import { rulesIn } from '../../../db/settings/queries';
import type { CommandCx, RoomHandlers } from '../context';
import { stampOf } from '../stamp';

/** What came of a contact, and what follows: the task ends or waits, a next step becomes a task, a wrong phone is known. */
export const recordOutcome: RoomHandlers<'care'>['recordOutcome'] = async (cx, asked) => {
  const { contactId, outcome, nextStep, nextOn } = asked;
  const contact = readIn(cx.tx, contactById(contactId));
  if (contact === undefined) return refuse('contact_gone');
  const effects = decideOutcome(contact, { outcome, nextOn }, cx.today);
  if (effects instanceof Refusal) return effects;
  appendOutcomes(cx.tx, [asked], { now: cx.now, staffId: cx.staff.id });

  const { memberId, taskId } = contact;
  const openAgain = effects.task === 'open_again' || typeof effects.task === 'object';
  if (taskId !== null && openAgain) reopenTasks(cx.tx, [taskId], 'done');
  if (taskId !== null && effects.task === 'done') endTasks(cx.tx, [taskId], { state: 'done' }, cx);
  if (taskId !== null && typeof effects.task === 'object')
    await putOffTask(cx.tx, taskId, effects.task.notBefore);
  if (effects.phone === 'right') markPhoneRight(cx.tx, memberId);
  if (effects.phone === 'wrong') markPhoneWrong(cx.tx, memberId, cx);
  // The step that was named before gives way to the one that is named now.
  if (nextOn !== null)
    endTasks(
      cx.tx,
      readIn(cx.tx, nextStepsOf(memberId, contactId)),
      { state: 'dropped', because: 'by_hand' },
      cx,
    );
  const occasion = OCCASION.next(contactId, contact.words);
  const drafts = [
    ...(effects.next === null ? [] : [nextStepTask(memberId, occasion, effects.next.on, nextStep)]),
    ...(effects.phone === 'wrong' ? refreshTask(cx, memberId, contactId) : []),
  ];
  addTasks(cx.tx, drafts, stampOf(cx, rulesIn(cx.tx, cx.today).version));
  return {};
};

const nextStepTask = (memberId: string, occasion: string, on: BusinessDate, note: string): TaskDraft => ({
  memberId,
  kind: 'by_hand',
  occasion,
  content: 'service',
  dueOn: on,
  lastDay: lastDayOf('by_hand', on),
  note,
});

/** Somebody asks for the right number, unless that is to be done anyway. */
function refreshTask(cx: CommandCx, memberId: string, contactId: string): TaskDraft[] {
  if (readIn(cx.tx, asksForData(memberId))) return [];
  const occasion = OCCASION.wrongNumber(contactId);
  const lastDay = lastDayOf('data_refresh', cx.today);
  return [{ memberId, kind: 'data_refresh', occasion, content: 'service', dueOn: cx.today, lastDay }];
}
