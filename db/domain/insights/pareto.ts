import { fen } from '../units';
import type { ParetoFinding } from './findings';
import { ascendingAboveNought, percentOf } from './ranks';

const TOP_PERCENT = 20;
const FOUR_FIFTHS = 0.8;

/**
 * The 80/20 curve (S07) over the money of 12 months of those who paid any: which share of it the best so many per
 * cent bring. Shares are told in whole per mille.
 */
export function paretoOf(yearFen: Float64Array): ParetoFinding {
  const paid = ascendingAboveNought(yearFen);
  const buyers = paid.length;
  // From the best down: what the best k bring together.
  const brought = new Float64Array(buyers + 1);
  for (let k = 1; k <= buyers; k++) brought[k] = (brought[k - 1] ?? 0) + (paid[buyers - k] ?? 0);
  const money = brought[buyers] ?? 0;
  const share = (percent: number) =>
    buyers === 0 ? 0 : Math.round(((brought[percentOf(buyers, percent)] ?? 0) / money) * 1000);
  let needed = 0;
  while (needed < buyers && (brought[needed] ?? 0) < money * FOUR_FIFTHS) needed++;
  return {
    buyers,
    money: fen(money),
    curve: Array.from({ length: 101 }, (_, percent) => share(percent)),
    topFifth: share(TOP_PERCENT),
    forFourFifths: buyers === 0 ? 0 : Math.round((needed / buyers) * 1000),
  };
}
