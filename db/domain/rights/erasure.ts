import { type EntryDraft, entries, type Holdings, soonestFirst } from '../points/ledger';
import { points } from '../units';

/** Stands where a text may not be empty and the person's words were erased. */
export const ERASED_WORDS = '—';

/**
 * Nobody is left to spend or to owe points: what lots hold lapses, what was owed is written off. Earlier
 * entries stay as they are, and the ledger goes on to tell the sum of it: nothing.
 */
export function giveUp({ lots, owed }: Holdings): EntryDraft[] {
  const held = [...lots].sort(soonestFirst);
  return [
    ...entries(
      'expire',
      held.map((lot) => ({ to: 'lot', lotId: lot.id, points: points(-lot.remaining) })),
    ),
    ...entries('write_off', [{ to: 'debt', points: owed }]),
  ];
}
