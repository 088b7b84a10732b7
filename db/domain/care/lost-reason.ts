import { birthdayIn } from '../members/birthday';
import type { BusinessDate } from '../units';
import type { DropCause, TaskKind } from './task';

/** What a task was made for, as it is today. */
export interface TaskGround {
  readonly kind: TaskKind;
  readonly occasion: string;
  readonly memberActive: boolean;
  readonly died: boolean;
  readonly lastVisit: BusinessDate | null;
  readonly visits: number;
  readonly birthday: { readonly month: number; readonly day: number } | null;
  /** The bill it is about stands; true where it is about none. */
  readonly billStands: boolean;
  /** Of the friend who was brought; null where there is none. */
  readonly friendVisits: number | null;
  /** When the complaint was resolved; null while it is not, and where there is none. */
  readonly resolvedAt: number | null;
  readonly planEnded: boolean;
  readonly eventCancelled: boolean;
}

/** Why there is nothing left to do; null while there is. Judged whenever a task is shown, and written down every morning. */
export function lostReasonOf(task: TaskGround): DropCause | null {
  if (!task.memberActive) return 'member_gone';
  if (task.died) return 'died';
  if (task.planEnded) return 'plan_ended';
  if (task.eventCancelled) return 'event_cancelled';
  switch (task.kind) {
    case 'churn':
    case 'dormant':
    case 'win_back':
      return task.lastVisit !== null && task.lastVisit > task.occasion ? 'came_back' : null;
    case 'nurture':
      return task.visits > 0 ? 'bought' : null;
    case 'first_purchase':
      return task.billStands ? null : 'went_back';
    case 'referral_thanks':
      return task.friendVisits === 0 ? 'went_back' : null;
    case 'complaint_follow_up':
      return task.occasion.endsWith(`:${task.resolvedAt}`) ? null : 'reopened';
    case 'birthday':
      return isStillOn(task.occasion, task.birthday) ? null : 'birthday_changed';
    default:
      return null;
  }
}

const isStillOn = (occasion: string, birthday: TaskGround['birthday']): boolean =>
  birthday !== null && birthdayIn(Number(occasion.slice(0, 4)), birthday) === occasion;
