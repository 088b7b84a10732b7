import type { StoreCalendar } from '../calendar/business-day';
import type { CareRules } from '../settings/shop-rules';
import type { BusinessDate, Instant } from '../units';
import { type Budget, countsAgainstBudget, nextMonthFrom } from './budget';
import { quietUntil } from './quiet';
import type { ContactChannel, Content, TaskKind } from './task';

/** Why a contact is not made now; each says what would end it. */
export type Held =
  | {
      readonly why: 'budget';
      readonly used: number;
      readonly allowed: number;
      /** The first day of the next month. */
      readonly from: BusinessDate;
      /** A contact is left, but for this service task of the same month. */
      readonly keptFor: TaskKind | null;
    }
  | { readonly why: 'quiet'; readonly until: Instant }
  | { readonly why: 'no_consent' }
  | { readonly why: 'open_complaint'; readonly number: number }
  | { readonly why: 'no_phone' }
  | { readonly why: 'died' }
  | { readonly why: 'put_off'; readonly until: BusinessDate };

/** Whom a contact is for: the same for every contact of a member. */
export interface Reachable {
  readonly died: boolean;
  /** What holds now: the last entry of each purpose. Data consent may be unknown, as after an import. */
  readonly marketing: boolean;
  readonly dataWithdrawn: boolean;
  /** The number of a complaint that is not closed; null when there is none. */
  readonly openComplaint: number | null;
  /** A phone that is known and has not turned out wrong. */
  readonly phone: boolean;
  /** WeChat was added with a service reason (S56). */
  readonly wechat: boolean;
  readonly budget: Budget;
  /** Their service tasks that want a contact in this month, the most pressing first. */
  readonly serviceDue: readonly { readonly taskId: string; readonly kind: TaskKind }[];
}

export interface Asked {
  readonly content: Content;
  /** Null for a task in a list: whichever channel there is. */
  readonly channel: ContactChannel | null;
  /** The task it is for; null for a touch that no task asked for. */
  readonly taskId: string | null;
  readonly putOffUntil: BusinessDate | null;
}

export interface Moment {
  readonly now: Instant;
  readonly today: BusinessDate;
  readonly calendar: StoreCalendar;
  readonly rules: CareRules;
}

/**
 * Whether the shop may begin this contact now; null = it may. The one judge of every contact, list and mark
 * "held back". What lasts longest is said first: consent, complaint, phone, then what time ends by itself.
 *
 * - Who has died or withdrawn the consent to their data hears nothing; an offer needs marketing consent (S58).
 * - No offer while a complaint is not closed (S82).
 * - A budget of contacts a month (S58, S59). An offer comes last: it leaves as many contacts as service
 *   tasks of the member want in the same month.
 * - Quiet hours. They and the budget do not bind who stands at the counter.
 */
export function decideContact(member: Reachable, asked: Asked, moment: Moment): Held | null {
  const offer = asked.content === 'offer';
  if (member.died) return { why: 'died' };
  if (member.dataWithdrawn || (offer && !member.marketing)) return { why: 'no_consent' };
  if (offer && member.openComplaint !== null) return { why: 'open_complaint', number: member.openComplaint };
  if (!isReachable(member, asked.channel)) return { why: 'no_phone' };
  if (asked.putOffUntil !== null && asked.putOffUntil > moment.today)
    return { why: 'put_off', until: asked.putOffUntil };
  if (asked.channel !== null && !countsAgainstBudget({ direction: 'out', channel: asked.channel }))
    return null;
  const spent = heldByBudget(member, asked, moment);
  if (spent !== null) return spent;
  const until = quietUntil(moment.now, moment.rules.quiet, moment.calendar);
  return until === null ? null : { why: 'quiet', until };
}

/** By phone and SMS only with a right phone; without a channel by whatever is known of them. */
function isReachable({ phone, wechat }: Reachable, channel: ContactChannel | null): boolean {
  if (channel === null) return phone || wechat;
  return phone || (channel !== 'phone' && channel !== 'sms');
}

function heldByBudget(
  { budget, serviceDue }: Reachable,
  { content, taskId }: Asked,
  { today }: Moment,
): Held | null {
  const { used, allowed, left } = budget;
  const waiting = content === 'offer' ? serviceDue.filter((task) => task.taskId !== taskId) : [];
  if (left > waiting.length) return null;
  const keptFor = left === 0 ? null : (waiting[0]?.kind ?? null);
  return { why: 'budget', used, allowed, from: nextMonthFrom(today), keptFor };
}
