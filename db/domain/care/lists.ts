import { decideContact, type Held, type Moment, type Reachable } from './contact';
import type { OfferedScript } from './offered';
import type { Content, ListChannel, TaskKind } from './task';

/** Why a member with a task that is due is not on a list. */
export const OFF_LIST = [
  'died',
  'no_consent',
  'open_complaint',
  'no_phone',
  'put_off',
  'budget',
  'quiet',
  /** No script of the task can be filled for them, and nobody reads a list before it is sent. */
  'incomplete',
  /** A contact of this task has been begun with them already. */
  'spoken_to',
  /** Such a task is a talk between two people, never one text of many. */
  'in_person',
] as const satisfies readonly (Held['why'] | 'incomplete' | 'spoken_to' | 'in_person')[];
export type OffList = (typeof OFF_LIST)[number];

/** Who was let down, and who was promised something, is spoken to by a person (S62). */
const IN_PERSON: readonly TaskKind[] = ['win_back', 'complaint_follow_up', 'by_hand'];

/** A task that is due, with how its member stands and how its scripts read for them. */
export interface Listable {
  readonly taskId: string;
  readonly memberId: string;
  readonly kind: TaskKind;
  readonly content: Content;
  readonly notBefore: Parameters<typeof decideContact>[1]['putOffUntil'];
  readonly contacted: boolean;
  readonly member: Reachable;
  readonly scripts: readonly OfferedScript[];
}

export interface ListEntry {
  readonly taskId: string;
  readonly memberId: string;
  readonly content: Content;
  readonly text: string;
}

export interface ListDraft {
  readonly entries: readonly ListEntry[];
  /** How many members are left off, by the first thing in the way. */
  readonly off: readonly { readonly why: OffList; readonly count: number }[];
}

/**
 * Who is on a list, and what is sent to each: one text per member, for the first of their tasks that
 * `decideContact` lets through and that has a script in which nothing is missing. Source: S58, S97.
 */
export function draftList(tasks: readonly Listable[], channel: ListChannel, moment: Moment): ListDraft {
  const entries = new Map<string, ListEntry>();
  const off = new Map<string, OffList>();
  for (const task of tasks) {
    const { memberId } = task;
    if (entries.has(memberId)) continue;
    const entry = entryOf(task, channel, moment);
    if (typeof entry !== 'string') entries.set(memberId, entry);
    else if (!off.has(memberId)) off.set(memberId, entry);
  }
  const left = [...off].filter(([memberId]) => !entries.has(memberId)).map(([, why]) => why);
  const counts = OFF_LIST.map((why) => ({ why, count: left.filter((one) => one === why).length }));
  return { entries: [...entries.values()], off: counts.filter(({ count }) => count > 0) };
}

function entryOf(task: Listable, channel: ListChannel, moment: Moment): ListEntry | OffList {
  const { kind, taskId, memberId, contacted, member, notBefore } = task;
  if (IN_PERSON.includes(kind)) return 'in_person';
  if (contacted) return 'spoken_to';
  const script = task.scripts.find(({ missing }) => missing.length === 0);
  // An offer is one by its script, too: the text is what is sent.
  const content = script?.content === 'offer' ? 'offer' : task.content;
  const held = decideContact(member, { content, channel, taskId, putOffUntil: notBefore }, moment);
  if (held !== null) return held.why;
  return script === undefined ? 'incomplete' : { taskId, memberId, content, text: script.text };
}
