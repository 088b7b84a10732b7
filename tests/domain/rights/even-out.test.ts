import { after, type Lot } from '@domain/points/ledger';
import { giveUp } from '@domain/rights/erasure';
import { evenOut, type GoingBack, type Staying } from '@domain/rights/even-out';
import { businessDate, points } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const lot = (id: string, remaining: number): Lot => ({
  ...{ id, earnedOn: businessDate('2026-01-01'), lastDay: null, remaining: points(remaining) },
});

const staying: fc.Arbitrary<Staying[]> = fc
  .array(fc.record({ remaining: fc.nat(200), room: fc.nat(200) }), { maxLength: 4 })
  .map((lots) =>
    lots.map(({ remaining, room }, at) => ({ ...lot(`stays${at}`, remaining), room: points(room) })),
  );
const goingBack: fc.Arbitrary<GoingBack[]> = fc
  .array(fc.integer({ min: -200, max: 50 }), { maxLength: 4 })
  .map((since) => since.map((moved, at) => ({ lotId: `back${at}`, since: points(moved) })));

describe('before two records are taken apart', () => {
  it('each lot that goes back is what it was, nothing is overdrawn, and no points come or go', () => {
    fc.assert(
      fc.property(staying, goingBack, fc.integer({ min: -100, max: 100 }), (stay, back, debt) => {
        const drafts = evenOut({ goingBack: back, staying: stay, debt: points(debt) });
        if (drafts === null) {
          const room = stay.reduce((sum, each) => sum + each.room, Math.max(0, -debt));
          expect(room).toBeLessThan(back.reduce((sum, { since }) => sum + since, Math.max(0, debt)));
          return;
        }
        const moves = drafts.flatMap((draft) => draft.moves);
        const sum = (id: string) =>
          moves.reduce((all, move) => (move.to === 'lot' && move.lotId === id ? all + move.points : all), 0);
        expect(drafts.every((draft) => draft.points === 0)).toBe(true);
        for (const { lotId, since } of back) expect(sum(lotId) + since).toBe(0);
        for (const { id, remaining, room } of stay) {
          expect(remaining + sum(id)).toBeGreaterThanOrEqual(0);
          expect(sum(id)).toBeLessThanOrEqual(room);
        }
        const owed = moves.reduce((all, move) => (move.to === 'debt' ? all - move.points : all), -debt);
        expect(owed).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('what was spent of the other is paid by the lots that stay, then owed', () => {
    const spent = [{ lotId: 'back0', since: points(-150) }];
    const drafts = evenOut({
      goingBack: spent,
      staying: [{ ...lot('stays0', 100), room: points(0) }],
      debt: points(0),
    });
    expect(drafts?.[0]?.moves).toEqual([
      { to: 'lot', lotId: 'back0', points: 150 },
      { to: 'lot', lotId: 'stays0', points: -100 },
      { to: 'debt', points: -50 },
    ]);
  });
});

it('S28 whoever is erased holds nothing and owes nothing', () => {
  const held = { lots: [lot('a', 30), lot('b', 12)], owed: points(0) };
  expect(after(held, giveUp(held))).toEqual({ lots: [], owed: 0 });
  const owing = { lots: [], owed: points(70) };
  expect(after(owing, giveUp(owing))).toEqual({ lots: [], owed: 0 });
  expect(giveUp({ lots: [], owed: points(0) })).toEqual([]);
});
