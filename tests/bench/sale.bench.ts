import { join } from 'node:path';
import { rebuildLookup } from '@db/members/lookup-rows';
import { connect } from '@db/open';
import { businessDate, fen, points } from '@domain/units';
import type SQLite from 'better-sqlite3';
import { aShop, type TestShop } from '../support/shop';
import { type BenchTable, ms, percentile } from './table';

const MEMBERS = 10_000;
const PURCHASES_EACH = 10;
const WARM_UP = 100;
const SALES = 1000;

/**
 * A sale that redeems and earns, as the window asks for it: through the router, idempotency, ledger
 * and lookup row to a durable commit (synchronous FULL). Beside it, taking turns with it on the same
 * disk, the least any durable program can do: one row in one commit.
 */
export default async function sale(): Promise<BenchTable> {
  const shop = await aShop();
  try {
    const members = fill(shop);
    const yardstick = oneRow(join(shop.userData, 'yardstick.db'));
    const [sales, commits]: [number[], number[]] = [[], []];
    for (let n = -WARM_UP; n < SALES; n++) {
      const memberId = members[((n + WARM_UP) * 7) % members.length] ?? '';
      const [took, least] = [await timed(() => sell(shop, memberId)), await timed(yardstick)];
      if (n < 0) continue;
      sales.push(took);
      commits.push(least);
    }
    return {
      title: 'A sale that redeems and earns, durable',
      columns: ['', 'p50', 'p99'],
      rows: [
        row('sale', sales, ms),
        row('yardstick: one row, one durable commit', commits, ms),
        ['ratio', ...[0.5, 0.99].map((at) => (percentile(sales, at) / percentile(commits, at)).toFixed(1))],
      ],
      notes: [
        `${SALES} sales to ${MEMBERS} members with ${PURCHASES_EACH} earlier purchases each, through the real router.`,
        'Bar: p50 within 3 times the yardstick, p99 within 10 times.',
      ],
    };
  } finally {
    await shop.close();
  }
}

const row = (name: string, samples: number[], as: (value: number) => string) => [
  name,
  ...[0.5, 0.99].map((at) => as(percentile(samples, at))),
];

async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

async function sell(shop: TestShop, memberId: string): Promise<void> {
  const sold = await shop.client.purchases.record(shop.request(), {
    memberId,
    gross: fen(8880),
    receiptNo: '',
    items: [],
    redeem: points(100),
  });
  if (!sold.ok) throw new Error(sold.refusal.code);
}

function oneRow(path: string): () => void {
  const raw = connect(path);
  raw.exec('create table one (n integer primary key, text text not null) strict');
  const insert = raw.prepare('insert into one (text) values (?)');
  return () => insert.run('x'.repeat(100));
}

/** Members with a past: bills, and a lot for each. */
function fill(shop: TestShop): string[] {
  const raw = shop.raw();
  raw.transaction(() => {
    raw.exec(`create temp table past as with recursive
      m (n) as (select 1 union all select n + 1 from m where n < ${MEMBERS}),
      b (n) as (select 1 union all select n + 1 from b where n < ${PURCHASES_EACH})
      select m.n as m, b.n as b, printf('00000000-0000-7000-8000-%012d', m.n) as member,
        printf('00000000-0000-7000-9000-%06d%06d', m.n, b.n) as id,
        1779000000000 - b.n * 2592000000 - m.n as at, date('2026-05-18', '-' || (b.n * 30) || ' days') as day,
        (select id from staff) as staff from m cross join b`);
    raw.exec(`
      insert into member (id, member_no, name, phone, source, joined_on, created_at, updated_at, staff_id)
        select member, printf('M%06d', m), '会员' || m, printf('138%08d', m), 'walk_in', '2025-01-01', 1, 1, staff
        from past where b = 1;
      insert into purchase (id, member_id, total_fen, paid_fen, earning_base_fen, points_earned, rule_version,
        bought_at, business_date, staff_id, recorded_at)
        select id, member, 10000, 10000, 10000, 100, 1, at, day, staff, at from past order by at;
      insert into points_entry (id, member_id, kind, points, purchase_id, rule_version, at, business_date, staff_id)
        select id, member, 'earn', 100, id, 1, at, day, staff from past order by at;
      insert into points_lot (id, member_id, entry_id, points, earned_on, last_day)
        select id, member, id, 100, day, date(day, 'start of month', '+13 months', '-1 day') from past order by at;
      insert into points_move (entry_id, member_id, lot_id, points) select id, member, id, 100 from past order by at;
      drop table past;`);
  })();
  rebuildLookup(raw, businessDate('2026-05-18'));
  return members(raw);
}

const members = (raw: SQLite.Database) =>
  raw.prepare<[], string>("select id from member where member_no like 'M0%'").pluck().all();
