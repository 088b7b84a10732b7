/** A source of chance that always tells the same story for the same seed. */
export interface Random {
  /** In [0, 1). */
  readonly next: () => number;
  /** A whole number from `from` to `to`, both included. */
  readonly between: (from: number, to: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
}

/**
 * sfc32 (Chris Doty-Humphrey, PractRand): 128 bits of state, passes BigCrush, integers only, so the
 * sample store is the same on every machine. Not for secrets.
 */
export function randomFrom(seed: number): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  // Its author runs it this often before the first number, so that near seeds do not tell near stories.
  for (let i = 0; i < 15; i += 1) next();
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick: (from) => present(from[Math.floor(next() * from.length)]),
  };
}

/** Things of unequal frequency. */
export interface Weighted<T> {
  readonly draw: (random: Random) => T;
}

export function weighted<T>(of: readonly (readonly [T, number])[]): Weighted<T> {
  const things = of.map(([thing]) => thing);
  const limits = new Float64Array(of.length);
  let sum = 0;
  of.forEach(([, weight], index) => {
    sum += weight;
    limits[index] = sum;
  });
  return {
    draw: (random) => {
      const at = random.next() * sum;
      let index = 0;
      while (index < things.length - 1 && at >= (limits[index] ?? sum)) index += 1;
      return present(things[index]);
    },
  };
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('nothing to choose from');
  return value;
}
