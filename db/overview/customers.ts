import type SQLite from 'better-sqlite3';
import type { Period } from '../domain/calendar/period';
import { comparedWith, soFar } from '../domain/overview/compared';
import { monthsUpTo, movementIn } from '../domain/overview/movement';
import type { BusinessDate } from '../domain/units';
import { loadHistories } from '../insights/histories';
import type { Reader } from '../schema';
import { currentRules } from '../settings/queries';

/**
 * How customers moved in a period as far as it is over, in what it is compared with, and in each of the
 * twelve months up to its end. Reads every member's history: see `LongReads`.
 */
export async function customersIn(
  db: Reader,
  { today, ...asked }: Period & { readonly today: BusinessDate },
  raw: SQLite.Database,
) {
  const { rules } = await currentRules(db, today);
  const { dormantDays } = rules.care;
  const histories = loadHistories(raw);
  const period = soFar(asked, today);
  const { how: _, ...compared } = comparedWith(period);
  return {
    period,
    compared,
    dormantDays,
    now: movementIn(histories, period, dormantDays),
    before: movementIn(histories, compared, dormantDays),
    months: monthsUpTo(period.to).map(({ month, ...days }) => ({
      month,
      movement: movementIn(histories, days, dormantDays),
    })),
  };
}
