import type { Choice } from './disk';

/** How much of what was not synced is on the disk when the power comes back. */
export type Cut = 'nothing' | 'all' | 'prefix' | 'some writes' | 'sectors of 512' | 'sectors of 4096';

/** The more a way of tearing can vary, the oftener it is drawn. */
const CUTS: readonly Cut[] = [
  'nothing',
  'all',
  ...(['prefix', 'prefix', 'prefix'] as const),
  ...(['some writes', 'some writes', 'some writes'] as const),
  ...(['sectors of 512', 'sectors of 512'] as const),
  ...(['sectors of 4096', 'sectors of 4096'] as const),
];

export const drawCut = (chance: () => number): Cut => CUTS[Math.floor(chance() * CUTS.length)] ?? 'all';

/** `calls`: how many calls there were; of the unsynced ones among them a prefix ends anywhere in the last hundred. */
export function choiceOf(cut: Cut, chance: () => number, calls: number): Choice {
  const upTo = calls - Math.floor(100 * chance() ** 2);
  const share = chance();
  const whole = (length: number) => [{ from: 0, to: length }];
  switch (cut) {
    case 'nothing':
      return { write: () => [], truncate: () => false, names: () => 0 };
    case 'all':
      return { write: (_, length) => whole(length), truncate: () => true, names: ({ length }) => length };
    case 'prefix':
      return {
        write: (order, length) => (order <= upTo ? whole(length) : []),
        truncate: (order) => order <= upTo,
        names: (orders) => orders.filter((order) => order <= upTo).length,
      };
    default: {
      const sector =
        cut === 'sectors of 512' ? 512 : cut === 'sectors of 4096' ? 4096 : Number.POSITIVE_INFINITY;
      return {
        write: (_, length, beyondEnd) => pieces(length, sector, beyondEnd, share, chance),
        truncate: () => chance() < share,
        names: ({ length }) => Math.floor(chance() * (length + 1)),
      };
    }
  }
}

function pieces(
  length: number,
  sector: number,
  beyondEnd: boolean,
  share: number,
  chance: () => number,
): { from: number; to: number; zeros?: boolean }[] {
  const kept: { from: number; to: number; zeros?: boolean }[] = [];
  for (let from = 0; from < length; from += sector) {
    const to = Math.min(length, from + sector);
    if (chance() < share) kept.push({ from, to });
    else if (beyondEnd && chance() < 0.1) kept.push({ from, to, zeros: true });
  }
  return kept;
}
