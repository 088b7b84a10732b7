import { DAY_MS } from '../units';
import type { Due } from './schedule';

/** A packet as far as it waits for something. */
export interface WaitingPacket {
  readonly madeAt: number;
  readonly writtenAt: number | null;
  readonly ackedAt: number | null;
  readonly askedAgain: boolean;
}

export interface Reminders {
  /** Packets that were never written anywhere, or are missing at head office. */
  readonly toSend: number;
  /** Written and not acknowledged; `days` since the oldest was written. */
  readonly unanswered: { readonly packets: number; readonly days: number; readonly late: boolean };
  /** How many things wait for somebody here. */
  readonly waiting: number;
}

/**
 * What somebody has to be reminded of: a packet that is due, packets that lie in the outbox, an answer that
 * has not come for `remindDays` days, rules that wait. Nothing here ever holds up the counter.
 */
export function remindersOf(asked: {
  readonly packets: readonly WaitingPacket[];
  readonly due: Due;
  readonly rulesWaiting: number;
  readonly remindDays: number;
  /** Epoch ms UTC. */
  readonly now: number;
}): Reminders {
  const { packets, due, rulesWaiting, remindDays, now } = asked;
  const toSend = packets.filter(isToSend).length;
  const written = packets.flatMap(({ writtenAt, ackedAt }) =>
    ackedAt === null && writtenAt !== null ? [writtenAt] : [],
  );
  const days = written.length === 0 ? 0 : Math.max(0, Math.floor((now - Math.min(...written)) / DAY_MS));
  const late = written.length > 0 && days >= remindDays;
  const isDue = due.state === 'due' || due.state === 'overdue';
  return {
    toSend,
    unanswered: { packets: written.length, days, late },
    waiting: Number(isDue || toSend > 0) + Number(late) + rulesWaiting,
  };
}

export const isToSend = ({ writtenAt, ackedAt, askedAgain }: WaitingPacket): boolean =>
  askedAgain || (writtenAt === null && ackedAt === null);

/** Packets stay in the outbox until head office has had them for so long; then only what is known of them stays. */
const KEPT_MS = 90 * DAY_MS;

export const isOutlived = ({ ackedAt, askedAgain }: WaitingPacket, now: number): boolean =>
  !askedAgain && ackedAt !== null && now - ackedAt >= KEPT_MS;
