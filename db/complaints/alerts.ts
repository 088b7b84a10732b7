import { sql } from 'kysely';
import { type Clock, owedDues } from '../domain/complaints/clocks';
import { type Instant, instant } from '../domain/units';
import type { Reader } from '../schema';

/** A clock of a complaint that will run out, with how it counts. */
export interface Nearing {
  readonly complaintId: string;
  readonly number: number;
  readonly clock: Clock;
  readonly dueAt: Instant;
  readonly storeHours: boolean;
}

/**
 * The running clocks that have not run out and of which nobody was warned yet: of this very due time, for
 * a pause or a reopening gives a clock a new one. What is due first comes first.
 */
export async function unwarned(db: Reader, now: Instant): Promise<Nearing[]> {
  const rows = await db
    .selectFrom('complaint')
    .select(['id', 'number', 'state', 'response_due_at', 'resolution_due_at', 'store_hours'])
    .select((eb) =>
      eb
        .selectFrom('complaint_alert as alert')
        .select(sql<string>`json_group_array(alert.clock || alert.due_at)`.as('told'))
        .whereRef('alert.complaint_id', '=', 'complaint.id')
        .as('told'),
    )
    // Literals, so that the partial index on open complaints serves.
    .where('state', '<>', sql.lit('closed' as const))
    .where('state', '<>', sql.lit('resolved' as const))
    .where('paused_at', 'is', null)
    .execute();
  return rows
    .flatMap((row) => {
      const told = new Set(JSON.parse(row.told ?? '[]') as string[]); // an array by the SQL above
      return owedDues({
        state: row.state,
        responseDueAt: instant(row.response_due_at),
        resolutionDueAt: instant(row.resolution_due_at),
      })
        .filter(({ clock, at }) => at >= now && !told.has(`${clock}${at}`))
        .map(({ clock, at: dueAt }) => ({
          ...{ complaintId: row.id, number: row.number, clock, dueAt },
          storeHours: row.store_hours === 1,
        }));
    })
    .sort((a, b) => a.dueAt - b.dueAt || a.number - b.number);
}
