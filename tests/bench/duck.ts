import { DuckDBInstance } from '@duckdb/node-api';

/** The windows of a recompute, as days since 1970-01-01, and the rules, so that both sides do the same. */
export interface Asked {
  readonly asOf: number;
  readonly yearFrom: number;
  readonly windowFrom: number;
  readonly dormantDays: number;
}

export type Counts = Readonly<Record<string, number>>;

/** A DuckDB file on one thread; every statement in its own transaction, as durable as it makes them. */
export async function duck(path: string): Promise<{
  readonly run: (sql: string) => Promise<void>;
  readonly counts: (column: string) => Promise<Counts>;
  readonly close: () => void;
}> {
  const instance = await DuckDBInstance.create(path, { threads: '1' });
  const connection = await instance.connect();
  return {
    run: async (sql) => void (await connection.run(sql)),
    counts: async (column) => {
      const answer = await connection.runAndReadAll(
        `select ${column}::varchar, count(*)::double from insight group by 1 order by 1`,
      );
      return Object.fromEntries(answer.getRows().map(([value, count]) => [String(value), Number(count)]));
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Members, bills as they are in the ledger, and bills member after member, which is DuckDB's best summary of them. */
export const LOAD = (members: string, bills: string) => `
create table member as select * from read_csv('${members}', header = false, columns = {n: 'integer', id: 'varchar', joined: 'integer'});
create table purchase as select * from read_csv('${bills}', header = false,
  columns = {seq: 'integer', member_id: 'varchar', business_date: 'date', paid_fen: 'bigint'});
create table history as select m.n, (p.business_date - date '1970-01-01')::integer as day, p.paid_fen as fen
  from purchase p join member m on m.id = p.member_id order by m.n, day;
checkpoint;`;

/** The same bills out of the ledger. */
export const RAW = `(select m.n, (p.business_date - date '1970-01-01')::integer as day, p.paid_fen as fen
  from purchase p join member m on m.id = p.member_id)`;

/** The limit that at most so many reach, equals on one side: as in db/domain/insights/ranks.ts. */
const limit = (column: string, percent: number, from: string) => `
  (select coalesce(min(v) filter (reached <= most), max(v) + 1) from (
    select v, sum(c) over (order by v desc) as reached, ceil(sum(c) over () * ${percent} / 100.0) as most
    from (select ${column} as v, count(*) as c from ${from} group by 1)))`;

const band = (column: string) =>
  `case when ${column} >= ${column}5 then 5 when ${column} >= ${column}4 then 4 when ${column} >= ${column}3 then 3
     when ${column} >= ${column}2 then 2 else 1 end`;

/** Classes of today and a week before, value, RFM and stage of every member, written as a table. */
export function recompute(bills: string, { asOf, yearFrom, windowFrom, dormantDays }: Asked): string {
  const since = asOf - dormantDays;
  const before = since - dormantDays;
  const classOn = (day: number, month: string, last: string) =>
    `case when ${month} >= 3 then 0 when ${day} - ${last} < 60 then 1
       when ${day} - coalesce(${last}, joined) < ${dormantDays} then 2 else 3 end`;
  const limits = (column: string) =>
    [80, 60, 40, 20].map((percent, at) => `${limit(column, percent, 'windowed')} as ${column}${at + 2}`);
  return `
create or replace table insight as with
  b as (select * from ${bills} where day <= ${asOf}),
  sums as (select n, min(day) as first, max(day) as last, count(*) as bills, sum(fen)::bigint as spent,
    count(*) filter (day > ${asOf - 30}) as month,
    count(*) filter (day <= ${asOf - 7} and day > ${asOf - 37}) as month_before, max(day) filter (day <= ${asOf - 7}) as last_before,
    count(*) filter (day >= ${yearFrom}) as year_bills, coalesce(sum(fen) filter (day >= ${yearFrom}), 0)::bigint as year_fen,
    count(*) filter (day >= ${windowFrom}) as f, sum(fen) filter (day >= ${windowFrom})::bigint as m,
    coalesce(sum(fen) filter (day > ${since}), 0)::bigint as lately,
    coalesce(sum(fen) filter (day > ${before} and day <= ${since}), 0)::bigint as earlier
    from b group by n),
  gaps as (select n, quantile_disc(gap, 0.5) as usual from (
      select n, day - lag(day) over (partition by n order by day) as gap from (select distinct n, day from b))
    where gap is not null group by n having count(*) >= 3),
  windowed as (select n, -(${asOf} - last) as r, f, m from sums where f > 0),
  paid as (select year_fen from sums where year_fen > 0),
  cut as (select ${[...limits('r'), ...limits('f'), ...limits('m')].join(', ')},
    (select avg(r) from windowed) as mean_r, (select avg(f) from windowed) as mean_f, (select avg(m) from windowed) as mean_m,
    ${limit('year_fen', 20, 'paid')} as high, ${limit('year_fen', 50, 'paid')} as middle),
  j as (select p.n, p.joined, s.*, g.usual, w.r, ${classOn(asOf, 'month', 'last')} as class
    from member p left join sums s on s.n = p.n left join gaps g on g.n = p.n left join windowed w on w.n = p.n)
select j.n, class,
  case when joined > ${asOf - 7} then null else ${classOn(asOf - 7, 'month_before', 'last_before')} end as class_before,
  case when r is null then null else ${band('r')} end as recency_score,
  case when r is null then null else ${band('f')} end as frequency_score,
  case when r is null then null else ${band('m')} end as money_score,
  case when r is null then null else (m < mean_m)::integer * 4 + (r < mean_r)::integer * 2 + (f < mean_f)::integer end as rfm_group,
  case when year_fen is null or year_fen <= 0 or year_fen < middle then 2 when year_fen < high then 1 else 0 end as value,
  case when bills is null then 0 when ${asOf} - last >= 14 and ${asOf} - last > 3 * coalesce(usual, ${dormantDays}) then 4
    when class = 0 or (first <= ${before + 1} and earlier > 0 and lately * 100 >= earlier * 125) then 3
    when bills = 1 then 1 else 2 end as stage,
  first, last, coalesce(bills, 0) as bills, coalesce(spent, 0) as spent, coalesce(year_bills, 0) as year_bills,
  coalesce(year_fen, 0) as year_fen, usual
from j, cut order by j.n;
checkpoint;`;
}
