import { boughtBetween } from '@domain/insights/bought';
import { BUYERS_NEEDED, clustersOf } from '@domain/insights/clusters';
import { NONE_8 } from '@domain/insights/judged';
import { silhouettes } from '@domain/insights/silhouette';
import { describe, expect, it } from 'vitest';
import { AS_OF, every, historiesOf, type Told } from './members';

/** Three crowds that nobody would mix up, with a little difference within each. */
const crowds = (size: number): Told[] =>
  Array.from({ length: size }, (_, k) => [
    every(4, 40 + (k % 7), k % 5, 90 + (k % 9)), // comes often, and lately
    every(30, 6 + (k % 3), 20 + (k % 6), 20 + (k % 5)),
    every(1, 1, 300 + (k % 30), 8 + (k % 3)), // came once, long ago
  ]).flat();
const found = (members: readonly Told[]) =>
  clustersOf(boughtBetween(historiesOf(members), AS_OF - 730, AS_OF));

describe('S15 groups found by themselves', () => {
  const { cluster, finding } = found([...crowds(60), { joined: 3, bills: [] }]);

  it('finds the three crowds, the one of the most money first', () => {
    expect(finding.chosen).toBe(3);
    expect(finding.clusters.map(({ members }) => members)).toEqual([60, 60, 60]);
    expect([...cluster.subarray(0, 180)]).toEqual(Array.from({ length: 180 }, (_, at) => at % 3));
  });

  it('names them by their centres', () => {
    expect(finding.clusters.map(({ words }) => words)).toEqual([
      { recency: 'recent', frequency: 'often', money: 'much' },
      { recency: 'middling', frequency: 'middling', money: 'middling' },
      { recency: 'long_ago', frequency: 'seldom', money: 'little' },
    ]);
    expect(finding.clusters[0]).toMatchObject({ recencyDays: 2, bills: 42.9 });
    expect(finding.clusters[2]?.recencyDays).toBeGreaterThan(300);
  });

  it('shows what it tried, from 3 to 7', () => {
    expect(finding.silhouettes.map(({ k }) => k)).toEqual([3, 4, 5, 6, 7]);
    const best = Math.max(...finding.silhouettes.map(({ silhouette }) => silhouette));
    expect(finding.silhouettes[0]?.silhouette).toBe(best);
    expect(best).toBeGreaterThan(0.7);
  });

  it('leaves out who bought nothing in the window', () => expect(cluster[180]).toBe(NONE_8));

  it('says the same of the same store', () => {
    const again = found([...crowds(60), { joined: 3, bills: [] }]);
    expect(again.finding).toEqual(finding);
    expect(again.cluster).toEqual(cluster);
  });

  it('finds the crowds in a large store by a sample of it', () => {
    const large = found(crowds(1000));
    expect(large.finding.chosen).toBe(3);
    expect(large.finding.clusters.map(({ members }) => members)).toEqual([1000, 1000, 1000]);
  });

  it('makes no groups of a handful, nor of people who are all alike', () => {
    const few = found(crowds(20).slice(0, BUYERS_NEEDED - 1));
    expect(few.finding).toEqual({ chosen: null, silhouettes: [], clusters: [] });
    expect(new Set(few.cluster)).toEqual(new Set([NONE_8]));
    expect(found(Array.from({ length: 200 }, () => every(5, 3))).finding.chosen).toBeNull();
  });
});

describe('the silhouette', () => {
  it('is that of the worked example: 0 and 1 together, 10 alone', () => {
    // Of 0: own 1, next 10 → 0.9; of 1: own 1, next 9 → 8/9; alone → 0.
    const [told] = silhouettes([[0], [1], [10]], [[0, 0, 1]]);
    expect(told).toBeCloseTo((0.9 + 8 / 9 + 0) / 3, 12);
  });

  it('is below nought where the groups are the wrong ones', () => {
    const [right, wrong] = silhouettes(
      [[0], [1], [10], [11]],
      [
        [0, 0, 1, 1],
        [0, 1, 0, 1],
      ],
    );
    expect(right).toBeGreaterThan(0.8);
    expect(wrong).toBeLessThan(0);
  });
});
