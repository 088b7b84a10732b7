import { addDays } from '../calendar/business-day';
import { type NoParams, type Refusal, refuse } from '../refusal';
import type { BusinessDate } from '../units';
import type { ContactChannel, Outcome } from './task';

/** What ended the task: what was said of this contact, the list that the contact is part of, or nothing yet. */
export type EndedBy = 'outcome' | 'list' | null;

/** A contact and the task it was for, as far as its outcome goes. */
export interface Answerable {
  readonly direction: 'out' | 'in';
  readonly channel: ContactChannel;
  /** The last word on it so far. */
  readonly outcome: Outcome | null;
  /** The task it was for, while it is open or was ended by nothing but this contact; null otherwise. */
  readonly task: { readonly lastDay: BusinessDate; readonly endedBy: EndedBy } | null;
}

/** What follows from an outcome, besides the row that keeps it. */
export interface Effects {
  readonly task: 'stays' | 'done' | 'open_again' | { readonly notBefore: BusinessDate };
  /** A task by hand for the next step, where no open task is left to carry it. */
  readonly next: { readonly on: BusinessDate } | null;
  /** What is now known of the phone that was used; null = nothing. */
  readonly phone: 'right' | 'wrong' | null;
}

type Refused =
  | Refusal<'came_in', NoParams>
  | Refusal<'not_sent_stands', NoParams>
  | Refusal<'was_answered', NoParams>
  | Refusal<'next_in_past', NoParams>;

/**
 * What came of a contact. Reached, refused and done end the task. No answer leaves it for the next day, or
 * the day that was named, and ends it when that lies past its last day: it was tried. A wrong number leaves
 * it: the right one may come, or another channel serve. What was not sent stands for good, so that a
 * contact given back to the budget never comes back; who has answered was sent something.
 *
 * The last word counts: where an earlier one has ended the task or made the phone a wrong one, it takes
 * that back. The task of a list was done by sending, and is open again only for who was not sent it.
 */
export function decideOutcome(
  contact: Answerable,
  { outcome, nextOn }: { readonly outcome: Outcome; readonly nextOn: BusinessDate | null },
  today: BusinessDate,
): Effects | Refused {
  if (contact.direction === 'in') return refuse('came_in');
  if (contact.outcome === 'not_sent') return refuse('not_sent_stands');
  if (outcome === 'not_sent' && isAnswered(contact.outcome)) return refuse('was_answered');
  if (nextOn !== null && nextOn < today) return refuse('next_in_past');
  const task = taskAfter(contact, outcome, nextOn, today);
  const carried = typeof task === 'object';
  return {
    task,
    next: nextOn === null || carried ? null : { on: nextOn },
    phone: phoneAfter(contact, outcome),
  };
}

const isAnswered = (outcome: Outcome | null): boolean =>
  outcome === 'reached' || outcome === 'refused' || outcome === 'done';

function taskAfter(
  { task }: Answerable,
  outcome: Outcome,
  nextOn: BusinessDate | null,
  today: BusinessDate,
): Effects['task'] {
  if (task === null || (task.endedBy === 'list' && outcome !== 'not_sent')) return 'stays';
  if (outcome === 'not_sent' || outcome === 'wrong_number')
    return task.endedBy === null ? 'stays' : 'open_again';
  if (outcome !== 'no_answer') return 'done';
  const notBefore = nextOn ?? addDays(today, 1);
  return notBefore > task.lastDay ? 'done' : { notBefore };
}

function phoneAfter({ channel, outcome: before }: Answerable, outcome: Outcome): Effects['phone'] {
  if (channel !== 'phone' && channel !== 'sms') return null;
  if (outcome === 'wrong_number') return 'wrong';
  return isAnswered(outcome) || before === 'wrong_number' ? 'right' : null;
}
