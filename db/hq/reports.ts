import { type Fact, judged, type Report, type ReportStore, reportOf } from '../domain/hq/report';
import type { Engine, Row } from './engine';

/** One text for every engine: what DuckDB, ClickHouse 18.16 and one of today all know. */
const MONTH = (column: string) => `substring(cast(${column} as varchar), 1, 7) as month`;
/** A bill that was undone was none: neither it nor anything that went back of it is counted. */
const DONE = (purchase: string) => `(store, ${purchase}) not in
  (select store, coalesce(purchase_id, '') from refund_now where kind in ('undo', 'import_undo'))`;
const RUNS = "state in ('open', 'reopened') and paused_at is null";
const flag = (condition: string) => `case when ${condition} then 1 else 0 end`;

const STORES =
  'select store, name, region, made_at, points_owed, liability_fen from store_now order by store';
const CLASSES = `select store, coalesce(class, 'none') as grade, count(*) as members
  from member_now where state = 'active' group by store, grade`;
const JOINED = `select store, ${MONTH('joined_on')}, count(*) as members
  from member_now where state = 'active' group by store, month`;
const SALES = `select store, ${MONTH('business_date')}, count(*) as sales, sum(paid_fen) as sales_fen
  from purchase_now where ${DONE('key')} group by store, month`;
const REFUNDS = `select store, ${MONTH('business_date')}, count(*) as refunds, sum(returned_fen) as refunds_fen
  from refund_now where ${DONE("coalesce(purchase_id, '')")} group by store, month`;
const COMPLAINTS = `select store, ${MONTH('business_date')}, count(*) as complaints,
    ${flag('responded_at is not null')} as answered, ${flag('resolved_at is not null')} as resolved,
    ${flag('response_breached')} as response_late, ${flag('resolution_breached')} as resolution_late,
    case when ${RUNS} then response_due_at else 0 end as response_due,
    case when resolved_at is null and paused_at is null then resolution_due_at else 0 end as resolution_due
  from complaint_now group by store, month, answered, resolved, response_late, resolution_late, response_due, resolution_due`;

/** What head office knows of a span of months (YYYY-MM, both included), from whatever engine holds it. */
export async function reportFrom(
  engine: Engine,
  span: { readonly from: string; readonly to: string },
): Promise<Report> {
  const rows = await engine.rows(STORES);
  const stores = rows.map(storeOf);
  const madeAt = new Map(stores.map((store) => [store.store, store.madeAt]));
  const facts: Fact[] = rows.map((row) => ({
    store: text(row, 'store'),
    month: null,
    figures: { pointsOwed: number(row, 'points_owed'), liabilityFen: number(row, 'liability_fen') },
  }));
  const ask = async (sql: string, figures: (row: Row) => Fact['figures'], isNow = false) => {
    for (const row of await engine.rows(sql))
      facts.push({
        store: text(row, 'store'),
        month: isNow ? null : text(row, 'month'),
        figures: figures(row),
      });
  };
  await ask(
    CLASSES,
    (row) => {
      const members = number(row, 'members');
      return { members, [text(row, 'grade')]: members };
    },
    true,
  );
  await ask(JOINED, (row) => ({ newMembers: number(row, 'members') }));
  await ask(SALES, (row) => ({ sales: number(row, 'sales'), salesFen: number(row, 'sales_fen') }));
  await ask(REFUNDS, (row) => ({ refunds: number(row, 'refunds'), refundsFen: number(row, 'refunds_fen') }));
  await ask(COMPLAINTS, (row) =>
    judged(
      {
        isAnswered: number(row, 'answered') === 1,
        isResolved: number(row, 'resolved') === 1,
        responseBreached: number(row, 'response_late') === 1,
        resolutionBreached: number(row, 'resolution_late') === 1,
        responseDueAt: number(row, 'response_due'),
        resolutionDueAt: number(row, 'resolution_due'),
        count: number(row, 'complaints'),
      },
      madeAt.get(text(row, 'store')) ?? 0,
    ),
  );
  return reportOf(stores, facts, span);
}

const storeOf = (row: Row): ReportStore => ({
  ...{ store: text(row, 'store'), name: text(row, 'name'), region: text(row, 'region') },
  madeAt: number(row, 'made_at'),
});

const text = (row: Row, column: string): string => String(row[column] ?? '');
const number = (row: Row, column: string): number => Number(row[column] ?? 0);
