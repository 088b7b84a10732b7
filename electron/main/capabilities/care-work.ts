import { endTasks } from '../../../db/care/commands';
import {
  giveBack,
  insertList,
  isShort,
  lastLists,
  listById,
  listContacts,
  listDraft,
  listPages,
} from '../../../db/care/lists';
import { openTasksOfPlan } from '../../../db/care/made-from';
import { dueTasks, taskById } from '../../../db/care/open-tasks';
import { endPlan, insertPlan, plansOf } from '../../../db/care/plans';
import { stateOn } from '../../../db/care/queries';
import { scriptFacts } from '../../../db/care/script-facts';
import { couponGivenFor, lostBy, putLost } from '../../../db/care/win-back';
import { allowanceOf } from '../../../db/coupons/allowance';
import { issueCoupons } from '../../../db/coupons/commands';
import { groupText } from '../../../db/domain/care/group-text';
import { fillScript } from '../../../db/domain/care/script';
import { CAUSE_OF, refusedReason } from '../../../db/domain/care/win-back';
import { decideGive } from '../../../db/domain/coupons/hand';
import { Refusal, refuse } from '../../../db/domain/refusal';
import { memberExists } from '../../../db/members/queries';
import { readIn, readOn } from '../../../db/reading';
import { currentRules, rulesIn, storeRow } from '../../../db/settings/queries';
import type { careWork } from '../../contract/care-work';
import { listAsCsv, listAsText } from '../care-list-file';
import { momentOf } from '../care-moment';
import type { AppCx, CommandCx, QueryCx, RoomHandlers } from '../context';
import { giverOf, refusedOn } from '../giver';
import { stampOf } from '../stamp';
import { writeWanted } from '../write-file';

/** The part of the care room that works with tasks: scripts, win-back, lists, plans, results. */
export const careWorkHandlers: Pick<RoomHandlers<'care'>, keyof typeof careWork> = {
  fillScript: async (cx, { memberId, taskId, text }) => {
    const { rules } = await currentRules(cx.db, cx.today);
    const speaking = { today: cx.today, rules, staff: cx.staff.name };
    const [facts] = await readOn(cx.db, scriptFacts([{ memberId, taskId }], speaking));
    return facts === undefined ? { text, missing: [] } : fillScript(text, facts);
  },

  setCause: (cx, { taskId, churnReason, measure }) => {
    const task = readIn(cx.tx, taskById(taskId));
    if (task === undefined) return refuse('task_gone');
    const { churnReason: before } = readIn(cx.tx, lostBy(taskId));
    const refused = refusedReason({ kind: task.kind, state: stateOn(task, cx.today), before }, churnReason);
    if (refused !== undefined) return refused;
    putLost(cx.tx, { id: taskId, memberId: task.member.id, before }, { churnReason, measure }, cx);
    cx.audit({ about: { kind: 'care_task', id: taskId }, before, after: churnReason });
    cx.audit({ about: { kind: 'member', id: task.member.id } });
    return { cause: CAUSE_OF[churnReason] };
  },

  giveWinBackCoupon: async (cx, { taskId }) => {
    const task = readIn(cx.tx, taskById(taskId));
    if (task === undefined) return refuse('task_gone');
    if (task.kind !== 'win_back') return refuse('not_win_back');
    const state = stateOn(task, cx.today);
    if (state !== 'open') return refuse('not_open', { state });
    const memberId = task.member.id;
    if (readIn(cx.tx, couponGivenFor(taskId, memberId)) !== null) return refuse('given_already');
    const own = refusedOn(cx, memberId);
    if (own !== undefined) return own;
    const { version, rules } = rulesIn(cx.tx, cx.today);
    const { templates, handAllowance } = rules.coupons;
    const draft = decideGive({
      template: templates.find(({ trigger, active }) => trigger === 'win_back' && active),
      reason: readIn(cx.tx, lostBy(taskId)).measure,
      allowance: await allowanceOf(cx.tx, giverOf(cx), handAllowance, cx.today),
      occasion: taskId,
      today: cx.today,
    });
    if (draft instanceof Refusal) return draft;
    const [given] = issueCoupons(cx.tx, [{ memberId, draft }], stampOf(cx, version));
    if (given === undefined) throw new Error('a task is an occasion of its own');
    cx.touch(memberId);
    cx.audit({ about: { kind: 'coupon', id: given.id }, after: { careTask: taskId } });
    return { couponId: given.id, code: given.code, lastDay: given.lastDay };
  },

  previewList: async (cx, asked) => {
    const listed = { ...asked, ...askedNow(cx) };
    const { entries, off } = (await isShort(cx.db, cx.today))
      ? await listDraft(cx.db, listed)
      : await cx.readLong('careList', listed);
    return { ready: entries.length, held: [...off], example: entries[0]?.text ?? null };
  },

  makeList: async (cx, { channel, kinds, expected }) => {
    const listed = { channel, kinds, ...askedNow(cx) };
    const { entries } = (await isShort(cx.tx, cx.today))
      ? await listDraft(cx.tx, listed)
      : await cx.readLong('careList', listed);
    if (entries.length === 0) return refuse('nobody');
    if (entries.length !== expected) return refuse('members_changed', { members: entries.length });
    const listId = cx.newId();
    const { version } = rulesIn(cx.tx, cx.today);
    await insertList(cx.tx, { id: listId, channel }, entries, stampOf(cx, version));
    cx.audit({ after: { list: listId, channel, members: entries.length } });
    return { listId, members: entries.length };
  },

  lists: (cx) => lastLists(cx.db),

  saveList: async (app, { listId, format }) => {
    const { opened } = app.session.shop();
    const list = await listById(opened.db, listId);
    if (list === undefined) return refuse('list_gone');
    if (list.givenBack) return refuse('given_back');
    const path = await app.dialogs.saveFile(...listFile(app, list.on, format));
    if (path === null) return { path };
    const pages = listPages(opened.db, listId);
    const { locale } = app.preferences.get();
    const refused = await writeWanted(path, format === 'csv' ? listAsCsv(pages, locale) : listAsText(pages));
    if (refused !== null) return refused;
    await app.audit({ after: { list: listId, format } });
    return { path };
  },

  giveBackList: async (cx, { listId }) => {
    const contacts = readIn(cx.tx, listContacts(listId));
    if (contacts.length === 0) return refuse('list_gone');
    if (contacts.every(({ outcome }) => outcome === 'not_sent')) return refuse('given_back');
    if (contacts.some(({ outcome }) => outcome !== null)) return refuse('sent_already');
    await giveBack(cx.tx, contacts, stampOf(cx, rulesIn(cx.tx, cx.today).version));
    cx.audit({ after: { list: listId, contacts: contacts.length } });
    return { contacts: contacts.length };
  },

  groupText: async (cx) => {
    const { rules } = await currentRules(cx.db, cx.today);
    const due = await dueTasks(cx.db, momentOf(cx, rules));
    const ready = due.filter(({ held }) => held === null);
    const { name: shop } = await storeRow(cx.db);
    const tasks = ready.map(({ task: { kind, member, assignedTo } }) => ({
      kind,
      member,
      assignee: assignedTo?.name ?? null,
    }));
    const about = { shop, today: cx.today, held: due.length - ready.length };
    return { text: groupText(tasks, about, cx.app.preferences.get().locale) };
  },

  plans: (cx, { memberId }) => plansOf(cx.db, memberId, cx.today),

  addPlan: async (cx, plan) => {
    if (!(await memberExists(cx.tx, plan.memberId))) return refuse('member_gone');
    if (plan.what === '') return refuse('text_needed');
    if (plan.firstOn < cx.today) return refuse('due_in_past');
    const { version } = rulesIn(cx.tx, cx.today);
    cx.audit({ about: { kind: 'member', id: plan.memberId } });
    return { planId: await insertPlan(cx.tx, plan, stampOf(cx, version)) };
  },

  endPlan: async (cx, { planId }) => {
    if (!(await endPlan(cx.tx, planId, cx))) return refuse('plan_gone');
    endTasks(cx.tx, readIn(cx.tx, openTasksOfPlan(planId)), { state: 'dropped', because: 'plan_ended' }, cx);
    return {};
  },

  /** Over every bill of those whom the tasks were about: longer than the counter may wait. */
  results: ({ readLong, today }, period) => readLong('careResults', { ...period, today }),
};

/** A list is drawn up at this moment, in this person's name. */
const askedNow = ({ now, today, calendar, staff }: QueryCx | CommandCx) => ({
  now,
  today,
  calendar,
  staff: staff.name,
});

/** The name to begin with, and what the dialog offers. */
function listFile(app: AppCx, on: string, format: 'csv' | 'text'): Parameters<AppCx['dialogs']['saveFile']> {
  const english = app.preferences.get().locale === 'en';
  const extension = format === 'csv' ? 'csv' : 'txt';
  const kind = format === 'csv' ? (english ? 'CSV table' : 'CSV 表格') : english ? 'Text' : '文本';
  return [
    `${english ? 'care-list' : '关怀名单'}-${on}.${extension}`,
    [{ name: kind, extensions: [extension] }],
  ];
}
