import fc from 'fast-check';
import { expect, it } from 'vitest';
import { STEPS, type Step, World } from './protocol';

const NOBODY_DOUBLES = STEPS.filter((step) => step !== 'clone' && step !== 'rival');
const programs = (steps: readonly (typeof STEPS)[number][]) =>
  fc.array(fc.tuple(fc.constantFrom(...steps), fc.nat(11)), { maxLength: 34, size: 'max' });

/** Always the same 10,000. */
const RUNS = { numRuns: 5000, seed: 20261122 };

function after(program: readonly Step[]): World {
  const world = new World();
  for (const step of program) world.take(step);
  return world;
}

/** What counts is what the ledger of the store was when the last packet that counts was made. */
function expectLedger(world: World): void {
  const standing = world.standing();
  const last = world.made.find(({ seen }) => seen.hash === standing.counted?.last.hash);
  expect(world.counted(standing)).toEqual(last?.ledger ?? new Map());
  expect(world.ruledOutYetAlive(standing)).toEqual([]);
}

/** Head office shows that it does not have everything. */
const isExplicit = (world: World): boolean => {
  const { missing, forks } = world.standing();
  return missing.length > 0 || forks.length > 0;
};

it('exchange, protocol: one store, any luck with its packets: head office equals the ledger of the newest, or holds a gap', () => {
  fc.assert(
    fc.property(programs(NOBODY_DOUBLES), (program) => {
      const world = after(program);
      expectLedger(world);
      if (world.hasTwins() || world.settled.length > 0) return;
      const newest = world.made.findLast(({ seen }) => world.arrived.has(seen.hash));
      if (!isExplicit(world)) expect(world.standing().counted?.last.hash).toBe(newest?.seen.hash);
      world.deliverAll();
      expect(isExplicit(world)).toBe(false);
      expect(world.standing().counted?.last.hash).toBe(world.made.at(-1)?.seen.hash);
      expectLedger(world);
    }),
    RUNS,
  );
});

it('exchange, protocol: two PCs that think they are the store: a fork by the first overlap, and a person settles it', () => {
  fc.assert(
    fc.property(programs(STEPS), fc.nat(5), (program, side) => {
      const world = after(program);
      expectLedger(world);
      world.deliverAll();
      const places = world.made.map(({ seen }) => `${seen.epoch} ${seen.sequence}`);
      const overlap = new Set(places).size < new Set(world.made.map(({ seen }) => seen.hash)).size;
      const lost = world.standing().epochs.some((epoch) => epoch.lost > 0);
      // A later epoch stands in the place of both; status says how many packets no longer count.
      if (overlap && world.settled.length === 0) expect(isExplicit(world) || lost).toBe(true);
      if (world.newestIsDoubtful() && world.settled.length === 0)
        expect(world.standing().forks).not.toEqual([]);
      expectLedger(world);
      for (let forks = 0; world.settle(side + forks); forks += 1) {
        expect(forks).toBeLessThan(40);
        expectLedger(world);
      }
      expect(world.standing().forks).toEqual([]);
    }),
    RUNS,
  );
});
