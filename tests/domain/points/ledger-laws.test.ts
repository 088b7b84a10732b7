import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CoinModel } from './coin-model';
import { PaperLedger } from './paper-ledger';
import { FIRST_DAY, followBoth, someHistory, someRules } from './sequences';

const RUNS = 10_000;

/** Rules "Points", fixed laws: balance = sum of entries = sum of lot remainders minus debt; no lot below zero; one reversal per entry. */
function checkLaws(ledger: PaperLedger): void {
  const inLots = [...ledger.lots.values()].reduce((sum, lot) => sum + lot.remaining, 0);
  const inEntries = ledger.entries.reduce((sum, entry) => sum + entry.points, 0);
  if (inEntries !== inLots - ledger.owed)
    throw new Error(`entries say ${inEntries}, lots ${inLots} less ${ledger.owed}`);
  const moved = new Map<unknown, number>();
  for (const { entry, lotId, points } of ledger.moves) {
    moved.set(entry, (moved.get(entry) ?? 0) + points);
    if (lotId !== null) moved.set(lotId, (moved.get(lotId) ?? 0) + points);
  }
  for (const entry of ledger.entries)
    if (moved.get(entry) !== entry.points) throw new Error(`${entry.kind}: moves differ`);
  for (const lot of ledger.lots.values())
    if (moved.get(lot.id) !== lot.remaining) throw new Error('a lot forgot a move');
  const { owed, lots } = ledger.standing();
  if (owed > 0 && lots.length > 0) throw new Error('somebody owes points and holds some');
}

/** What the sequences must reach, often, to prove what they are here to prove. */
const REACHED = [
  'sale',
  'refund',
  'undo',
  'adjust',
  'insufficient_points',
  'redeem_above_share',
  'reduction_too_large',
]
  .concat(['already_refunded', 'undo_too_late', 'above_remaining', 'nothing_left'])
  .concat(['revived', 'pointsLapsed', 'pointsRestored', 'debt', 'writtenOff', 'reducedBy', 'debtSettled']);

test(`${RUNS} random histories: the ledger equals the coins on the table, and every law holds after each step`, async () => {
  const seen = new Map<string, number>();
  const count = (name: string) => seen.set(name, (seen.get(name) ?? 0) + 1);
  await fc.assert(
    fc.asyncProperty(someRules, someHistory, async (rules, history) => {
      const ledger = new PaperLedger(rules, FIRST_DAY);
      await followBoth(history, new CoinModel(rules, FIRST_DAY), ledger, (asked, result) => {
        checkLaws(ledger);
        count('refused' in result ? String(result.refused) : asked.do);
        for (const [name, value] of Object.entries(result)) if (value !== 0 && value !== null) count(name);
      });
    }),
    { numRuns: RUNS },
  );
  for (const name of REACHED) expect(seen.get(name) ?? 0, name).toBeGreaterThan(20);
}, 300_000);
