import { join } from 'node:path';
import { appendAudit } from '@db/audit/append';
import { rebuildLookup } from '@db/members/lookup-rows';
import { connect, createStore } from '@db/open';
import { prepared } from '@db/prepared';
import { fillNewStore } from '@db/settings/commands';
import type { Tier } from '@domain/tiers/tier';
import { businessDate, fen, type Points, points } from '@domain/units';
import type SQLite from 'better-sqlite3';
import { aShop, type TestShop } from '../support/shop';
import { type BenchTable, median, ms, percentile } from './table';

const MEMBERS = 10_000;
const PURCHASES_EACH = 10;
const WARM_UP = 100;
const SALES = 1000;

/**
 * Sales as the window asks for them: through the router, idempotency, ledger and lookup row to a durable
 * commit (synchronous FULL). The plain one is an amount for a regular member; the whole one has a tier's
 * discount, a coupon and points. Beside them, taking turns on the same disk, the least any durable
 * program can do: one row in one commit. And in a store of its own the same row with and without an
 * entry of the audit trail, which says what of a sale is the sealing.
 */
export default async function sale(): Promise<BenchTable> {
  const shop = await aShop();
  try {
    const members = fill(shop);
    const yardstick = oneRow(join(shop.userData, 'yardstick.db'));
    const trail = sealing(join(shop.userData, 'trail', 'shuke.db'), shop);
    const [plain, whole, commits]: [number[], number[], number[]] = [[], [], []];
    const [sealed, unsealed]: [number[], number[]] = [[], []];
    for (let n = 0; n < WARM_UP + SALES; n++) {
      // Even members are regular, odd ones loyal.
      const [regular, loyal] = [
        members.regular[(n * 7) % (MEMBERS / 2)],
        members.loyal[(n * 7) % (MEMBERS / 2)],
      ];
      if (regular === undefined || loyal === undefined) throw new Error('not filled');
      const took = [
        await timed(() => sell(shop, { memberId: regular, redeem: points(0) })),
        await timed(() => sell(shop, { memberId: loyal, redeem: points(100), couponIds: [couponOf(loyal)] })),
        await timed(yardstick),
        await timed(() => trail.commit(regular)),
        await timed(() => trail.commit(null)),
      ] as const;
      if (n < WARM_UP) continue;
      plain.push(took[0]);
      whole.push(took[1]);
      commits.push(took[2]);
      sealed.push(took[3]);
      unsealed.push(took[4]);
    }
    await trail.close();
    const seal = median(sealed) - median(unsealed);
    return {
      title: 'A sale, durable',
      columns: ['', 'p50', 'p99', 'of the yardstick, p50', 'p99'],
      rows: [
        row('plain: an amount', plain, commits),
        row('with tier discount, coupon and points', whole, commits),
        row('yardstick: one row, one durable commit', commits, commits),
        ['sealing an entry of the audit trail, in a commit that is made anyway', ms(seal), '', '', ''],
      ],
      notes: [
        `${SALES} sales of each kind to ${MEMBERS} members with ${PURCHASES_EACH} earlier purchases each, through the real router; every sale earns points.`,
        'Bar: p50 within 3 times the yardstick, p99 within 10 times.',
        `Sealing makes a plain sale ${((100 * seal) / (median(plain) - seal)).toFixed(1)} % longer. Bar: 15 %.`,
      ],
    };
  } finally {
    await shop.close();
  }
}

const row = (name: string, samples: readonly number[], yardstick: readonly number[]) => [
  name,
  ...[0.5, 0.99].map((at) => ms(percentile(samples, at))),
  ...[0.5, 0.99].map((at) => `${(percentile(samples, at) / percentile(yardstick, at)).toFixed(1)} x`),
];

async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

async function sell(
  shop: TestShop,
  asked: { readonly memberId: string; readonly redeem: Points; readonly couponIds?: string[] },
): Promise<void> {
  const bill = { gross: fen(8880), receiptNo: '', items: [] };
  const sold = await shop.client.purchases.record(shop.request(), { ...bill, ...asked });
  if (!sold.ok) throw new Error(sold.refusal.code);
}

function oneRow(path: string): () => void {
  const raw = connect(path);
  raw.exec('create table one (n integer primary key, text text not null) strict');
  const insert = raw.prepare('insert into one (text) values (?)');
  return () => insert.run('x'.repeat(100));
}

/** A store whose commits hold one row, and where a member is named an entry that is sealed with it. */
function sealing(path: string, shop: TestShop) {
  const [now, today] = [shop.clock.now, businessDate('2026-05-18')];
  const owner = { id: shop.request(), name: '店主' };
  const opened = createStore(path, now, (raw) =>
    fillNewStore(raw, {
      ...{ id: shop.request(), name: '店', sample: false, owner, now },
      calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 },
    }),
  );
  opened.raw.exec('create table one (n integer primary key, text text not null) strict');
  const by = { at: now, businessDate: today, staffId: owner.id, approverId: null };
  const commit = (memberId: string | null) =>
    opened.db.transaction().execute(async (tx) => {
      prepared(tx, 'insert into one (text) values (?)').run('x'.repeat(100));
      if (memberId === null) return;
      const notes = [{ about: { kind: 'purchase', id: shop.request() } as const }];
      const subjects = [{ kind: 'member', id: memberId } as const];
      appendAudit(tx, { ...by, act: 'purchases.record', requestId: shop.request(), subjects, notes });
    });
  return { commit, close: () => opened.close() };
}

/** Every loyal member's coupon has the end of their own id. */
const couponOf = (memberId: string): string => memberId.replace('-8000-', '-a000-');

/** Members with a past: bills, and a lot for each; the loyal half have a protected level and a coupon. */
function fill(shop: TestShop): { regular: string[]; loyal: string[] } {
  const raw = shop.raw();
  raw.transaction(() => {
    raw.exec(`create temp table past as with recursive
      m (n) as (select 1 union all select n + 1 from m where n < ${MEMBERS}),
      b (n) as (select 1 union all select n + 1 from b where n < ${PURCHASES_EACH})
      select m.n as m, b.n as b, printf('00000000-0000-7000-8000-%012d', m.n) as member,
        printf('00000000-0000-7000-9000-%06d%06d', m.n, b.n) as id,
        1779000000000 - b.n * 2592000000 - m.n as at, date('2026-05-18', '-' || (b.n * 30) || ' days') as day,
        (select id from staff) as staff,
        iif(m.n % 2 = 1, 10000, 5000) as fen -- a regular member is not about to be lifted
        from m cross join b`);
    raw.exec(`
      insert into member (id, member_no, name, phone, source, joined_on, created_at, updated_at, staff_id)
        select member, printf('M%06d', m), '会员' || m, printf('138%08d', m), 'walk_in', '2025-01-01', 1, 1, staff
        from past where b = 1;
      insert into purchase (id, member_id, total_fen, paid_fen, earning_base_fen, points_earned, rule_version,
        bought_at, business_date, staff_id, recorded_at)
        select id, member, fen, fen, fen, 100, 1, at, day, staff, at from past order by at;
      insert into points_entry (id, member_id, kind, points, purchase_id, rule_version, at, business_date, staff_id)
        select id, member, 'earn', 100, id, 1, at, day, staff from past order by at;
      insert into points_lot (id, member_id, entry_id, points, earned_on, last_day)
        select id, member, id, 100, day, date(day, 'start of month', '+13 months', '-1 day') from past order by at;
      insert into points_move (entry_id, member_id, lot_id, points) select id, member, id, 100 from past order by at;
      update member set tier = 'loyal', tier_since = '2026-03-01', tier_until = '2027-03-01' where n % 2 = 1;
      insert into coupon (id, code, member_id, template_id, trigger, occasion, name, kind, off_fen, stacks, first_day,
        last_day, rule_version, business_date, issued_at, staff_id)
        select replace(member, '-8000-', '-a000-'), printf('Q%013d', m), member, 'bench', 'campaign', 'bench', '五元券',
          'amount', 500, 0, '2026-05-01', '2026-06-30', 1, '2026-05-01', 1, staff
        from past join member on member.id = past.member where b = 1 and n % 2 = 1;
      drop table past;`);
  })();
  rebuildLookup(raw, businessDate('2026-05-18'));
  return { regular: membersOf(raw, 'regular'), loyal: membersOf(raw, 'loyal') };
}

const membersOf = (raw: SQLite.Database, tier: Tier) =>
  raw.prepare<[string], string>('select id from member where tier = ?').pluck().all(tier);
