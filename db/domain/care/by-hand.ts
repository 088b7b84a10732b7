import { type NoParams, type Refusal, refuse } from '../refusal';
import type { BusinessDate } from '../units';
import { lastDayOf } from './windows';

/** What somebody wants done: needs words, and a day to come. */
export function decideTaskByHand(
  { note, dueOn }: { readonly note: string; readonly dueOn: BusinessDate },
  today: BusinessDate,
): { readonly lastDay: BusinessDate } | Refusal<'text_needed', NoParams> | Refusal<'due_in_past', NoParams> {
  if (note === '') return refuse('text_needed');
  if (dueOn < today) return refuse('due_in_past');
  return { lastDay: lastDayOf('by_hand', dueOn) };
}

/** Put off to a day that is not past and on which it still has a point; today takes a putting-off back. */
export function refusedPutOff(
  lastDay: BusinessDate,
  until: BusinessDate,
  today: BusinessDate,
): Refusal<'due_in_past', NoParams> | Refusal<'too_late', { lastDay: BusinessDate }> | undefined {
  if (until < today) return refuse('due_in_past');
  return until > lastDay ? refuse('too_late', { lastDay }) : undefined;
}
