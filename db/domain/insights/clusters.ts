import { kmeans } from 'ml-kmeans';
import { fen } from '../units';
import type { Bought } from './bought';
import type { ClustersFinding } from './findings';
import { NONE_8 } from './judged';
import { bestSilhouette, silhouettes } from './silhouette';

/** Fewer buyers than these are no crowd to find groups in. */
export const BUYERS_NEEDED = 100;
const FEWEST = 3;
const MOST = 7;
/** Buyers among whom the centres are sought; everybody is then given to the nearest. */
const SAMPLE = 2000;
/** Beginnings that are tried for each number of groups, for one alone may end in a poor place; the same store gives the same groups. */
const SEEDS = [1, 2, 3, 4, 5];
/** A centre so many standard deviations from the store's mean has a name of its own. */
const REMARKABLE = 0.5;
const AXES = 3;

interface Clustering {
  /** Place in `finding.clusters`; `NONE_8` for who bought nothing in the window. */
  readonly cluster: Uint8Array;
  readonly finding: ClustersFinding;
}

/**
 * Groups of buyers who are alike in recency, frequency and money (S15): k-means on logarithms, each axis scaled to
 * the same spread, with the number of groups from 3 to 7 that has the best mean silhouette on an even sample. The
 * group of the most money is 0. Where there are too few buyers, or too few different ones, there are no groups.
 */
export function clustersOf(bought: Bought): Clustering {
  const cluster = new Uint8Array(bought.bills.length).fill(NONE_8);
  const points = scaled(bought);
  const sample = sampleOf(points);
  const different = new Set(sample.map(String)).size;
  if (points.members.length < BUYERS_NEEDED || different <= MOST)
    return { cluster, finding: { chosen: null, silhouettes: [], clusters: [] } };
  const tried = Array.from({ length: MOST - FEWEST + 1 }, (_, more) => {
    const { clusters, centroids } = bestOf(sample, FEWEST + more);
    return { k: FEWEST + more, clusters, centroids };
  });
  const measured = silhouettes(
    sample,
    tried.map(({ clusters }) => clusters),
  ).map((silhouette, at) => ({ k: FEWEST + at, silhouette }));
  const chosen = bestSilhouette(measured);
  // Most money first; equal money, most bills.
  const centres = (tried.find(({ k }) => k === chosen)?.centroids ?? []).toSorted(
    (a, b) => (b[2] ?? 0) - (a[2] ?? 0) || (b[1] ?? 0) - (a[1] ?? 0),
  );
  const sums = assign(points, centres, cluster);
  return {
    cluster,
    finding: {
      chosen,
      silhouettes: measured,
      clusters: centres.map((_, place) => describe(place, sums, points.spread)),
    },
  };
}

/** The tightest grouping of all beginnings. */
function bestOf(sample: number[][], k: number) {
  const groupings = SEEDS.map((seed) => kmeans(sample, k, { seed }));
  const looseness = groupings.map((one) =>
    one.computeInformation(sample).reduce((sum, { error, size }) => sum + error * size, 0),
  );
  const best = groupings[looseness.indexOf(Math.min(...looseness))];
  if (best === undefined) throw new Error('no grouping was tried');
  return best;
}

interface Spread {
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}
interface Points {
  /** Their places among the members. */
  readonly members: Int32Array;
  /** Three scaled coordinates each. */
  readonly at: Float64Array;
  readonly spread: Spread;
}

const YUAN = 100;

function scaled({ recency, bills, money }: Bought): Points {
  const members = new Int32Array(bills.length);
  let count = 0;
  for (let i = 0; i < bills.length; i++) if ((recency[i] ?? -1) >= 0) members[count++] = i;
  const at = new Float64Array(count * AXES);
  for (let p = 0; p < count; p++) {
    const i = members[p] ?? 0;
    at[p * AXES] = Math.log1p(recency[i] ?? 0);
    at[p * AXES + 1] = Math.log(bills[i] ?? 1);
    at[p * AXES + 2] = Math.log1p((money[i] ?? 0) / YUAN);
  }
  const spread = spreadOf(at);
  for (let j = 0; j < at.length; j++)
    at[j] = ((at[j] ?? 0) - (spread.mean[j % AXES] ?? 0)) / (spread.deviation[j % AXES] ?? 1);
  return { members: members.subarray(0, count), at, spread };
}

function spreadOf(at: Float64Array): Spread {
  const count = at.length / AXES;
  const overAxis = (axis: number, term: (value: number) => number) => {
    let sum = 0;
    for (let j = axis; j < at.length; j += AXES) sum += term(at[j] ?? 0);
    return sum / count;
  };
  const axes = Array.from({ length: AXES }, (_, axis) => axis);
  const mean = axes.map((axis) => overAxis(axis, (value) => value));
  const deviation = axes.map((axis) =>
    Math.sqrt(overAxis(axis, (value) => (value - (mean[axis] ?? 0)) ** 2)),
  );
  // Where all are equal there is nothing to scale.
  return { mean, deviation: deviation.map((value) => (value > 0 ? value : 1)) };
}

/**
 * Buyers spread evenly from the first member to the last, one of each stretch. Where in its stretch changes by
 * the golden section, so that no rhythm of the members' order can hide a crowd from it.
 */
function sampleOf({ members, at }: Points): number[][] {
  const size = Math.min(SAMPLE, members.length);
  return Array.from({ length: size }, (_, k) => {
    const within = (k * GOLDEN) % 1;
    const p = Math.floor(((k + within) * members.length) / size) * AXES;
    return [...at.subarray(p, p + AXES)];
  });
}
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** How many members each group has, and the sums of their scaled coordinates. */
interface Sums {
  readonly members: Int32Array;
  readonly of: Float64Array;
}

function assign({ members, at }: Points, centres: readonly number[][], cluster: Uint8Array): Sums {
  const flat = Float64Array.from(centres.flat());
  const sums = { members: new Int32Array(centres.length), of: new Float64Array(flat.length) };
  for (let p = 0; p < members.length; p++) {
    const x = at[p * AXES] ?? 0;
    const y = at[p * AXES + 1] ?? 0;
    const z = at[p * AXES + 2] ?? 0;
    let nearest = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let c = 0; c < flat.length; c += AXES) {
      const distance =
        (x - (flat[c] ?? 0)) ** 2 + (y - (flat[c + 1] ?? 0)) ** 2 + (z - (flat[c + 2] ?? 0)) ** 2;
      if (distance < least) {
        least = distance;
        nearest = c;
      }
    }
    const place = nearest / AXES;
    cluster[members[p] ?? 0] = place;
    sums.members[place] = (sums.members[place] ?? 0) + 1;
    sums.of[nearest] = (sums.of[nearest] ?? 0) + x;
    sums.of[nearest + 1] = (sums.of[nearest + 1] ?? 0) + y;
    sums.of[nearest + 2] = (sums.of[nearest + 2] ?? 0) + z;
  }
  return sums;
}

/** The centre of a group in plain units and in words. */
function describe(
  place: number,
  sums: Sums,
  { mean, deviation }: Spread,
): ClustersFinding['clusters'][number] {
  const members = sums.members[place] ?? 0;
  const centre = (axis: number) => (members === 0 ? 0 : (sums.of[place * AXES + axis] ?? 0) / members);
  const log = (axis: number) => centre(axis) * (deviation[axis] ?? 1) + (mean[axis] ?? 0);
  const word = <Word>(axis: number, low: Word, middling: Word, high: Word): Word =>
    centre(axis) >= REMARKABLE ? high : centre(axis) <= -REMARKABLE ? low : middling;
  return {
    cluster: place,
    members,
    recencyDays: Math.round(Math.expm1(log(0))),
    bills: Math.round(Math.exp(log(1)) * 10) / 10,
    money: fen(Math.round(Math.expm1(log(2)) * YUAN)),
    words: {
      recency: word(0, 'recent', 'middling', 'long_ago'),
      frequency: word(1, 'seldom', 'middling', 'often'),
      money: word(2, 'little', 'middling', 'much'),
    },
  };
}
