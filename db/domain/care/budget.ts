import { addMonths } from '../calendar/business-day';
import type { CareRules } from '../settings/shop-rules';
import { type BusinessDate, businessDate, type Instant } from '../units';
import type { ContactChannel, Outcome } from './task';

/** A contact as far as the budget needs it; `outcome` is the last word on it, null while there is none. */
export interface PastContact {
  readonly direction: 'out' | 'in';
  readonly channel: ContactChannel;
  readonly counted: boolean;
  /** Calendar month of the store, `YYYY-MM`. */
  readonly month: string;
  readonly at: Instant;
  readonly outcome: Outcome | null;
}

/** What is left of a member's month. */
export interface Budget {
  readonly used: number;
  readonly allowed: number;
  readonly left: number;
  /** Counted contacts without an answer since the last answer. */
  readonly unanswered: number;
  readonly lowered: boolean;
}

/** The budget's month of a business day. */
export const monthOf = (date: BusinessDate): string => date.slice(0, 7);

/** The day on which the next month's budget begins. */
export const nextMonthFrom = (date: BusinessDate): BusinessDate =>
  addMonths(businessDate(`${monthOf(date)}-01`), 1);

/** What the shop begins away from the counter counts; who stands before it is not bothered by being spoken to. */
export const countsAgainstBudget = (contact: Pick<PastContact, 'direction' | 'channel'>): boolean =>
  contact.direction === 'out' && contact.channel !== 'counter';

/**
 * So many contacts a month, fewer once so many in a row went without an answer, until one has it (S58,
 * S59). An answer is: reached, refused or done; a word from the member; a talk at the counter; a purchase
 * after the contact, for who comes has answered. No answer yet counts like none. What was not sent has
 * never been. `history` is in the order in which it was written down, the oldest first.
 */
export function budgetOf(
  history: readonly PastContact[],
  lastBoughtAt: Instant | null,
  rules: CareRules['budget'],
  month: string,
): Budget {
  const sent = history.filter(({ outcome }) => outcome !== 'not_sent');
  const used = sent.filter((contact) => contact.counted && contact.month === month).length;
  const unanswered = unansweredIn(sent, lastBoughtAt);
  const lowered = unanswered >= rules.afterUnanswered;
  const allowed = lowered ? Math.min(rules.lowered, rules.perMonth) : rules.perMonth;
  return { used, allowed, left: Math.max(0, allowed - used), unanswered, lowered };
}

function unansweredIn(sent: readonly PastContact[], lastBoughtAt: Instant | null): number {
  const lastAnswer = sent.findLastIndex((contact) => isAnswer(contact) || boughtAfter(contact, lastBoughtAt));
  return sent.slice(lastAnswer + 1).filter(({ counted }) => counted).length;
}

const ANSWERS: readonly (Outcome | null)[] = ['reached', 'refused', 'done'];

const isAnswer = ({ direction, channel, outcome }: PastContact): boolean =>
  direction === 'in' || channel === 'counter' || ANSWERS.includes(outcome);

const boughtAfter = ({ at }: PastContact, lastBoughtAt: Instant | null): boolean =>
  lastBoughtAt !== null && lastBoughtAt > at;
