import type { Histories } from '@domain/insights/history';
import { chances } from './member-rows';

/** What a simulated store is made of: the parameters of BG/NBD and Gamma-Gamma, in weeks and money of 100 fen. */
export interface Nature {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
  readonly p: number;
  readonly q: number;
  readonly gamma: number;
}

/**
 * A store whose members behave exactly as the models say, each first buying on a day of the first half; their bills
 * up to day `days`, one a day at most. The same seed makes the same store.
 */
export function simulated(nature: Nature, members: number, days: number, seed: number): Histories {
  const chance = chances(seed);
  const start = new Int32Array(members + 1);
  let day = new Int32Array(4 * members);
  let fen = new Float64Array(4 * members);
  let size = 0;
  for (let i = 0; i < members; i++) {
    const rate = gammaDraw(chance, nature.r) / nature.alpha / 7;
    const leaves = betaDraw(chance, nature.a, nature.b);
    const scale = gammaDraw(chance, nature.q) / nature.gamma;
    let at: number = Math.floor((chance() * days) / 2);
    let before = -1;
    while (at <= days) {
      if (size === day.length) [day, fen] = [longer(day, Int32Array), longer(fen, Float64Array)];
      if (Math.ceil(at) > before) {
        before = Math.ceil(at);
        day[size] = before;
        fen[size] = Math.max(1, Math.round((100 * gammaDraw(chance, nature.p)) / scale));
        size++;
      }
      // The first purchase is where the story begins; one leaves only after those that follow.
      if (size - (start[i] ?? 0) > 1 && chance() < leaves) break;
      at -= Math.log(1 - chance()) / rate;
    }
    start[i + 1] = size;
  }
  return {
    n: Int32Array.from({ length: members }, (_, i) => i + 1),
    joined: Int32Array.from({ length: members }, (_, i) => day[start[i] ?? 0] ?? 0),
    start,
    day: day.slice(0, size),
    fen: fen.slice(0, size),
  };
}

function longer<T extends Int32Array | Float64Array>(column: T, make: new (size: number) => T): T {
  const next = new make(2 * column.length);
  next.set(column);
  return next;
}

const normal = (chance: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

/** A draw of the gamma distribution with scale 1 (Marsaglia and Tsang 2000). */
function gammaDraw(chance: () => number, shape: number): number {
  if (shape < 1) return gammaDraw(chance, shape + 1) * (1 - chance()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const z = normal(chance);
    const v = (1 + z / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - chance()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
  }
}

function betaDraw(chance: () => number, a: number, b: number): number {
  const one = gammaDraw(chance, a);
  return one / (one + gammaDraw(chance, b));
}
