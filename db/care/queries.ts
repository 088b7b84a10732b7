import { daysBetween, yearOf } from '../domain/calendar/business-day';
import type { Budget } from '../domain/care/budget';
import type { Held, Moment } from '../domain/care/contact';
import { dayOfOccasion, festivalOfOccasion } from '../domain/care/occasions';
import type { TaskKind, TaskState } from '../domain/care/task';
import { maskPhone } from '../domain/members/phone';
import { type BusinessDate, DAY_MS, instant } from '../domain/units';
import { readOn } from '../reading';
import type { Reader } from '../schema';
import { contactsOf } from './contact-views';
import { dueTasks, endedTasks, isLive, judged, openTasksOf, type Task } from './open-tasks';
import { reachableOf } from './reachable';

/** How long an ended task stays in the list of what was done. */
const ENDED_SHOWN_DAYS = 30;

/** One page of what is ready, of what is held back, or of what has ended in the last 30 days. */
export async function taskPage(
  db: Reader,
  asked: {
    readonly which: 'today' | 'held' | 'done';
    readonly kinds: readonly TaskKind[];
    readonly offset: number;
    readonly limit: number;
  },
  moment: Moment,
) {
  const { which, kinds, offset, limit } = asked;
  if (which === 'done') {
    const since = moment.now - ENDED_SHOWN_DAYS * DAY_MS;
    const { total, tasks } = await readOn(db, endedTasks({ since, kinds, offset, limit }));
    return { total, rows: tasks.map((task) => taskView(task, null, moment)) };
  }
  const due = await dueTasks(db, moment);
  const wanted = due.filter(
    ({ task, held }) =>
      (held === null) === (which === 'today') && (kinds.length === 0 || kinds.includes(task.kind)),
  );
  const page = wanted.slice(offset, offset + limit);
  return { total: wanted.length, rows: page.map(({ task, held }) => taskView(task, held, moment)) };
}

export async function taskCounts(db: Reader, moment: Moment): Promise<{ ready: number; held: number }> {
  const due = await dueTasks(db, moment);
  const ready = due.filter(({ held }) => held === null).length;
  return { ready, held: due.length - ready };
}

/** Budget, open tasks and contacts beside the member's card; all of them empty for somebody who is not there. */
export async function careOfMember(db: Reader, memberId: string, moment: Moment) {
  const member = await readOn(db, reachableOf(memberId, moment));
  const open = await readOn(db, openTasksOf(memberId));
  const live = open.filter((task) => isLive(task, moment.today));
  const tasks = await readOn(db, judged(live, moment));
  return {
    budget: member?.budget ?? NOTHING_LEFT,
    tasks: tasks.map(({ task, held }) => taskView(task, held, moment)),
    contacts: await contactsOf(db, memberId),
  };
}

const NOTHING_LEFT: Budget = { used: 0, allowed: 0, left: 0, unanswered: 0, lowered: false };

/** A task as lists show it. A task that has lost its reason since the morning is shown as dropped already. */
export function taskView(task: Task, held: Held | null, moment: Moment) {
  const { member } = task;
  return {
    id: task.id,
    kind: task.kind,
    content: task.content,
    member: {
      id: member.id,
      name: member.name,
      memberNo: member.memberNo,
      phoneMasked: maskPhone(member.phone),
      tier: member.tier,
    },
    dueOn: task.dueOn,
    lastDay: task.lastDay,
    about: aboutOf(task, moment),
    facts: factsOf(task, moment.today),
    state: stateOn(task, moment.today),
    ended: endedOf(task),
    held,
    assignedTo: task.assignedTo,
  };
}

/** As the morning's pass will write it. */
export function stateOn(task: Task, today: BusinessDate): TaskState {
  if (task.state !== 'open') return task.state;
  if (task.lost !== null) return 'dropped';
  if (task.lastDay >= today) return 'open';
  return task.contacted ? 'done' : 'lapsed';
}

const endedOf = ({ endedAt, endedBecause, endedWords }: Task) =>
  endedAt === null ? null : { at: instant(endedAt), because: endedBecause, words: endedWords };

const aboutOf = (task: Task, { rules }: Moment): string =>
  task.kind === 'festival' ? (festivalOfOccasion(task.occasion, rules.festivals)?.name ?? '') : task.about;

/** What the screen says in figures and days, for each kind that has any. */
function factsOf(task: Task, today: BusinessDate) {
  const none = { on: null, silentDays: null, usualDays: null, years: null };
  const on = dayOfOccasion(task.occasion);
  switch (task.kind) {
    case 'birthday':
    case 'festival':
      return { ...none, on };
    case 'anniversary':
      return { ...none, on, years: on === null ? null : yearOf(on) - yearOf(task.member.joinedOn) };
    case 'churn':
    case 'dormant':
    case 'win_back':
      return {
        ...none,
        on,
        silentDays: on && Math.max(0, daysBetween(on, today)),
        usualDays: task.usualDays,
      };
    case 'nurture': {
      const { joinedOn } = task.member;
      return { ...none, on: joinedOn, silentDays: Math.max(0, daysBetween(joinedOn, today)) };
    }
    default:
      return none;
  }
}
