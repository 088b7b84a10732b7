import { type NoParams, type Refusal, refuse } from '../refusal';
import type { SeenPacket, Settlement } from './seen';
import type { Fork, Standing } from './standing';

export type SettleRefusal = Refusal<'no_fork', NoParams> | Refusal<'not_of_fork', { readonly forks: number }>;

/**
 * A person says which packet is the true one: the fork that it is a branch of is settled for it.
 * Refused when the store has no fork, or the packet is of none of them.
 */
export function settle(
  standing: Standing,
  seen: readonly SeenPacket[],
  keep: string,
): Settlement | SettleRefusal {
  if (standing.forks.length === 0) return refuse('no_fork');
  const packet = seen.find(({ hash }) => hash === keep);
  for (const fork of standing.forks) {
    const settlement = settles(fork, keep, packet?.epoch);
    if (settlement) return settlement;
  }
  return refuse('not_of_fork', { forks: standing.forks.length });
}

function settles(fork: Fork, keep: string, epoch: string | undefined): Settlement | null {
  if (fork.kind === 'sequence') {
    if (!fork.branches.some(({ hash }) => hash === keep)) return null;
    return { kind: 'sequence', epoch: fork.epoch, sequence: fork.sequence, keep };
  }
  if (epoch === fork.epoch) return { kind: 'epoch', epoch: fork.epoch, keep: 'newer' };
  if (epoch !== undefined && fork.rivals.includes(epoch))
    return { kind: 'epoch', epoch: fork.epoch, keep: 'older' };
  return null;
}
