import { type RawBuilder, sql } from 'kysely';
import type { Severity } from '../domain/complaints/complaint';
import type { ComplaintObject, ReasonGroup } from '../domain/complaints/reasons';
import { matchExpression, readSearch } from '../domain/complaints/search-text';
import type { BusinessDate, Instant } from '../domain/units';

/** What narrows the archive; dates are business days, both included. */
export interface ComplaintFilters {
  readonly which: 'open' | 'closed' | 'all';
  /** See `domain/complaints/search-text`. */
  readonly text: string;
  readonly object: ComplaintObject | null;
  readonly reasonGroup: ReasonGroup | null;
  readonly reason: string | null;
  readonly severity: Severity | null;
  readonly aboutStaffId: string | null;
  readonly from: BusinessDate | null;
  readonly to: BusinessDate | null;
  readonly lateOnly: boolean;
}

export interface Filtered {
  /** `complaint`, and before it what leads to it. */
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
  readonly newestFirst: RawBuilder<unknown>;
  /** Where they can be counted with less: the text index alone, when nothing but a text was asked. */
  readonly countFrom: RawBuilder<unknown>;
}

/**
 * The filters in SQL, over `complaint`. Values stand behind a plus: SQLite would otherwise plan the
 * statement anew for each of them.
 */
export function filtered(filters: ComplaintFilters, now: Instant): Filtered {
  const { object, reasonGroup, reason, severity, aboutStaffId, from, to } = filters;
  const found = searched(filters.text);
  const conditions = [
    ...found.conditions,
    ...(filters.which === 'all' ? [] : [filters.which === 'open' ? OPEN : CLOSED]),
    ...(object === null ? [] : [sql`complaint.object = +${object}`]),
    ...(reasonGroup === null ? [] : [sql`complaint.reason_group = +${reasonGroup}`]),
    ...(reason === null ? [] : [sql`complaint.reason = +${reason}`]),
    ...(severity === null ? [] : [sql`complaint.severity = +${severity}`]),
    ...(aboutStaffId === null ? [] : [sql`complaint.about_staff_id = +${aboutStaffId}`]),
    ...(from === null ? [] : [sql`complaint.business_date >= +${from}`]),
    ...(to === null ? [] : [sql`complaint.business_date <= +${to}`]),
    ...(filters.lateOnly ? [lateBy(now)] : []),
  ];
  const where = conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
  const { from: source, newestFirst } = found;
  const countFrom = conditions.length === found.conditions.length ? found.alone : source;
  return { from: source, where, newestFirst, countFrom };
}

/** Literals: with a parameter SQLite could not know that the partial index serves. */
const OPEN = sql`complaint.state <> 'closed'`;
const CLOSED = sql`complaint.state = 'closed'`;

/** Answered or resolved too late, or a running clock has run out: the rule of `late` in each row. */
const lateBy = (
  now: Instant,
) => sql`(complaint.response_breached = 1 or complaint.resolution_breached = 1 or (complaint.paused_at is null and (
  (complaint.state in ('open', 'reopened') and min(complaint.response_due_at, complaint.resolution_due_at) < +${now})
  or (complaint.state = 'responded' and complaint.resolution_due_at < +${now}))))`;

interface Searched {
  readonly from: RawBuilder<unknown>;
  readonly conditions: readonly RawBuilder<unknown>[];
  readonly newestFirst: RawBuilder<unknown>;
  /** Has as many rows as `from` under the same conditions. */
  readonly alone: RawBuilder<unknown>;
}

const EVERY: Searched = {
  from: sql`complaint`,
  conditions: [],
  newestFirst: sql`complaint.number desc`,
  alone: sql`complaint`,
};

/**
 * The text index leads and the complaints follow in its own order: a cross join keeps it so. They are
 * judged by the archive's index, which the planner would leave for the narrower one of the numbers.
 */
function searched(text: string): Searched {
  const search = readSearch(text);
  switch (search.kind) {
    case 'all':
      return EVERY;
    case 'nothing':
      return { ...EVERY, conditions: [sql`false`] };
    case 'number':
      return { ...EVERY, conditions: [sql`complaint.number = +${search.number}`] };
    case 'text': {
      const match = matchExpression(search.terms);
      if (search.number === null)
        return {
          from: follow(sql`complaint_text`),
          conditions: [sql`f.complaint_text match ${match}`],
          newestFirst: FOUND_FIRST,
          alone: sql`complaint_text f`,
        };
      const from = follow(
        sql`(select rowid from complaint_text where complaint_text match ${match} union select +${search.number})`,
      );
      return { from, conditions: [], newestFirst: FOUND_FIRST, alone: from };
    }
  }
}

const FOUND_FIRST = sql`f.rowid desc`;
const follow = (found: RawBuilder<unknown>) =>
  sql`${found} f cross join complaint indexed by complaint_archive on complaint.number = f.rowid`;
