/** A score is below 2^25 and a member's number below 2^27: together they are one exact double that sorts by rank. */
const NUMBERS = 2 ** 27;

/** Scores by member number, four bytes each, so that thousands of candidates are ranked without reading their rows. */
export class ScoreTable {
  private scores = new Uint32Array(1024);
  /** Until every score above zero is here, rows must be asked. */
  complete = false;

  set(n: number, score: number): void {
    if (n >= this.scores.length) {
      const grown = new Uint32Array(Math.max(n + 1, this.scores.length * 2));
      grown.set(this.scores);
      this.scores = grown;
    }
    this.scores[n] = score;
  }

  get(n: number): number {
    return this.scores[n] ?? 0;
  }

  clear(): void {
    this.scores = new Uint32Array(1024);
    this.complete = false;
  }
}

/** Numbers in rank order: the higher score first, of equals the newer member; each once. */
export function byRank(numbers: readonly number[], scoreOf: (n: number) => number): number[] {
  const keys = new Float64Array(numbers.length);
  for (let at = 0; at < numbers.length; at++) {
    const n = numbers[at] ?? 0;
    keys[at] = scoreOf(n) * NUMBERS + n;
  }
  keys.sort();
  const ranked: number[] = [];
  for (let at = keys.length - 1; at >= 0; at--) {
    if (keys[at] !== keys[at + 1]) ranked.push((keys[at] ?? 0) % NUMBERS);
  }
  return ranked;
}
