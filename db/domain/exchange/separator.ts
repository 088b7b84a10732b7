import type { Separator } from './fields';

const CANDIDATES = [',', '\t', ';', '|'] as const;
const SAMPLE_LINES = 60;

/** The cells of a white-space separated line; full-width spaces separate too. */
export const splitOnSpace = (line: string): string[] => line.trim().split(/[\s\u3000]+/);

/**
 * The separator by its regularity: the one that cuts most lines into the same number of cells, more
 * than one. White space is tried last, for it also stands inside names.
 */
export function guessSeparator(text: string): Separator {
  const lines = text
    .replace(/"(?:[^"]|"")*"/g, 'q') // a separator inside quotes separates nothing
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES);
  let best: { separator: Separator; score: number } = { separator: ',', score: 0 };
  for (const separator of CANDIDATES) {
    const score = regularity(lines.map((line) => line.split(separator).length));
    if (score > best.score) best = { separator, score };
  }
  // A real separator cuts most lines alike; spaces may do so by chance (a date and its time).
  if (best.score >= 0.6) return best.separator;
  const spaced = regularity(lines.map((line) => splitOnSpace(line).length));
  return spaced > best.score ? 'whitespace' : best.separator;
}

/** 0 when nothing is cut; otherwise the share of lines with the commonest count, plus a little for more cells. */
function regularity(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  const [cells, lines] = [...times].sort((a, b) => b[1] - a[1])[0] ?? [1, 0];
  if (cells < 2) return 0;
  return lines / counts.length + Math.min(cells, 50) / 50;
}
