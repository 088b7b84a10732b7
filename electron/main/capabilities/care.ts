import { addTasks, appendContacts, assignTask, endTasks, putOffTask } from '../../../db/care/commands';
import { isLive, type Task, taskById } from '../../../db/care/open-tasks';
import { careOfMember, stateOn, taskCounts, taskPage } from '../../../db/care/queries';
import { reachableOf } from '../../../db/care/reachable';
import { taskDetail } from '../../../db/care/task-detail';
import { decideTaskByHand, refusedPutOff } from '../../../db/domain/care/by-hand';
import { decideContact, type Moment } from '../../../db/domain/care/contact';
import { Refusal, refuse } from '../../../db/domain/refusal';
import type { ShopRules } from '../../../db/domain/settings/shop-rules';
import { memberExists } from '../../../db/members/queries';
import { readIn } from '../../../db/reading';
import { currentRules, rulesIn } from '../../../db/settings/queries';
import { staffExists } from '../../../db/staff/queries';
import { momentOf } from '../care-moment';
import type { CommandCx, QueryCx, RoomHandlers } from '../context';
import { stampOf } from '../stamp';
import { recordOutcome } from './care-outcome';
import { careWorkHandlers } from './care-work';

export const careHandlers: RoomHandlers<'care'> = {
  ...careWorkHandlers,

  tasks: async (cx, asked) => taskPage(cx.db, asked, await momentNow(cx)),
  counts: async (cx) => taskCounts(cx.db, await momentNow(cx)),
  ofMember: async (cx, { memberId }) => careOfMember(cx.db, memberId, await momentNow(cx)),
  task: async (cx, { taskId }) => {
    const { rules } = await currentRules(cx.db, cx.today);
    return taskDetail(cx.db, taskId, { moment: momentOf(cx, rules), rules, staffName: cx.staff.name });
  },

  contact: async (cx, { taskId, channel, content: asked, text }) => {
    const task = await openTask(cx, taskId);
    if (task instanceof Refusal) return task;
    // Whatever is said in it: what was made as an offer is one.
    const content = task.content === 'offer' ? 'offer' : asked;
    const { version, rules } = rulesIn(cx.tx, cx.today);
    const putOffUntil = task.notBefore;
    const held = heldBack(cx, task.member.id, { content, channel, taskId, putOffUntil }, rules);
    if (held !== null) return refuse('held_back', held);
    const contact = { memberId: task.member.id, taskId, listId: null, direction: 'out' as const };
    const [contactId] = appendContacts(
      cx.tx,
      [{ ...contact, channel, content, wechatAdded: false, text }],
      stampOf(cx, version),
    );
    if (contactId === undefined) throw new Error('every contact has an id');
    return { contactId };
  },

  recordTouch: async (cx, touch) => {
    if (!(await memberExists(cx.tx, touch.memberId))) return refuse('member_gone');
    // S56: WeChat is added for a reason of service, and the reason is recorded.
    if (touch.text === '' && (touch.direction === 'in' || touch.wechatAdded)) return refuse('text_needed');
    const { version, rules } = rulesIn(cx.tx, cx.today);
    const { channel, content } = touch;
    const begun = touch.direction === 'out';
    const asked = { content, channel, taskId: null, putOffUntil: null };
    const held = begun ? heldBack(cx, touch.memberId, asked, rules) : null;
    if (held !== null) return refuse('held_back', held);
    const [contactId] = appendContacts(
      cx.tx,
      [{ ...touch, taskId: null, listId: null }],
      stampOf(cx, version),
    );
    if (contactId === undefined) throw new Error('every contact has an id');
    return { contactId };
  },

  recordOutcome,

  addTask: async (cx, { memberId, dueOn, content, note, assignedTo }) => {
    if (!(await memberExists(cx.tx, memberId))) return refuse('member_gone');
    if (assignedTo !== null && !(await staffExists(cx.tx, assignedTo))) return refuse('staff_gone');
    const decided = decideTaskByHand({ note, dueOn }, cx.today);
    if (decided instanceof Refusal) return decided;
    const { version } = rulesIn(cx.tx, cx.today);
    const draft = {
      memberId,
      kind: 'by_hand' as const,
      occasion: cx.newId(),
      content,
      dueOn,
      note,
      assignedTo,
    };
    const [added] = addTasks(cx.tx, [{ ...draft, lastDay: decided.lastDay }], stampOf(cx, version));
    if (added === undefined) throw new Error('every task by hand is an occasion of its own');
    return { taskId: added.id };
  },

  putOff: async (cx, { taskId, until }) => {
    const task = await openTask(cx, taskId);
    if (task instanceof Refusal) return task;
    const refused = refusedPutOff(task.lastDay, until, cx.today);
    if (refused !== undefined) return refused;
    await putOffTask(cx.tx, taskId, until);
    return {};
  },

  drop: async (cx, { taskId, reason }) => {
    const task = await openTask(cx, taskId);
    if (task instanceof Refusal) return task;
    if (reason === '') return refuse('reason_needed');
    endTasks(cx.tx, [taskId], { state: 'dropped', because: 'by_hand', words: reason }, cx);
    return {};
  },

  assign: async (cx, { taskId, staffId }) => {
    const task = await openTask(cx, taskId);
    if (task instanceof Refusal) return task;
    if (staffId !== null && !(await staffExists(cx.tx, staffId))) return refuse('staff_gone');
    await assignTask(cx.tx, taskId, staffId);
    return {};
  },
};

async function momentNow(cx: QueryCx): Promise<Moment> {
  const { rules } = await currentRules(cx.db, cx.today);
  return momentOf(cx, rules);
}

/** The task while there is something left to do. */
async function openTask(
  cx: CommandCx,
  taskId: string,
): Promise<Task | ReturnType<typeof goneTask> | ReturnType<typeof endedTask>> {
  const task = readIn(cx.tx, taskById(taskId));
  if (task === undefined) return goneTask();
  return isLive(task, cx.today) ? task : endedTask(task, cx);
}

const goneTask = () => refuse('task_gone');
const endedTask = (task: Task, { today }: CommandCx) => refuse('not_open', { state: stateOn(task, today) });

function heldBack(
  cx: CommandCx,
  memberId: string,
  asked: Parameters<typeof decideContact>[1],
  rules: ShopRules,
) {
  const moment = momentOf(cx, rules);
  const member = readIn(cx.tx, reachableOf(memberId, moment));
  if (member === undefined) throw new Error('a contact with nobody');
  return decideContact(member, asked, moment);
}
