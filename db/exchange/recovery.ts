import type SQLite from 'better-sqlite3';
import type { BusinessDate, Instant } from '../domain/units';
import { interruptedBatches } from './batches';
import { rulesInForce } from './rules';
import { undoImport } from './undo';

/**
 * When a store opens: an import that a crash, a power cut or a kill has interrupted is undone to the
 * end, and so is an undo. Answers how many there were.
 */
export function recoverInterruptedImports(
  raw: SQLite.Database,
  by: {
    readonly now: Instant;
    readonly today: BusinessDate;
    readonly newId: () => string;
    readonly staffId: string;
  },
): number {
  const interrupted = interruptedBatches(raw);
  for (const batch of interrupted) {
    const steps = undoImport(raw, batch, { ...by, ruleVersion: rulesInForce(raw, by.today).version });
    while (steps.next().done !== true) {
      // Nobody sells yet: no pause between the steps.
    }
  }
  return interrupted.length;
}
