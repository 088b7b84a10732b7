import type { Histories } from '@domain/insights/history';
import type SQLite from 'better-sqlite3';
import { type chances, idOf, pick } from './member-rows';

type Chance = ReturnType<typeof chances>;
const DAY_MS = 86_400_000;
const FIRST_DAY = 19_000;

interface Bill {
  readonly id: string;
  readonly member: string;
  readonly total: number;
  readonly paid: number;
}

/**
 * What can happen to bills, at random and as bare rows: sold today or brought in late with an older day, part of it
 * or the rest of it back, several parts that add up to the whole, undone, undone with its import; paid partly with
 * points; members that an undo makes void. The same chance gives the same events.
 */
export function eventful(raw: SQLite.Database, members: readonly string[], chance: Chance) {
  const staff = raw.prepare<[], string>('select id from staff').pluck().get();
  const buy = raw.prepare(
    `insert into purchase (id, member_id, total_fen, points_worth_fen, paid_fen, earning_base_fen, rule_version, bought_at,
       business_date, staff_id, recorded_at) values (?, ?, ?, ?, ?, 0, 1, ?, ?, ?, 0)`,
  );
  const back = raw.prepare(
    `insert into refund (id, purchase_id, member_id, kind, amount_fen, money_back_fen, reduced_by_fen, points_worth_fen, reason,
       refunded_at, business_date, staff_id) values (?, ?, ?, ?, ?, ?, ?, ?, '', 0, '2026-01-01', ?)`,
  );
  const voided = raw.prepare("update member set state = 'void' where id = ?");
  const gone = raw.prepare('delete from member_lookup where n = (select n from member where id = ?)');
  const bills: Bill[] = [];
  const left = new Map<string, number>();
  let [count, today] = [
    raw.prepare<[], number>('select count(*) from purchase').pluck().get() ?? 0,
    FIRST_DAY,
  ];

  const whole = (most: number) => Math.floor(chance() * (most + 1));
  const sell = () => {
    const total = pick([0, 100, 100, 2500, whole(100_000)], chance());
    const worth = chance() < 0.2 ? whole(total) : 0;
    const day = chance() < 0.1 ? today - whole(700) : today;
    const bill = { id: idOf(3, ++count), member: pick(members, chance()), total, paid: total - worth };
    const on = new Date(day * DAY_MS).toISOString().slice(0, 10);
    buy.run(bill.id, bill.member, total, worth, bill.paid, day * DAY_MS, on, staff);
    bills.push(bill);
    left.set(bill.id, total);
  };
  const refund = (kind: 'part' | 'all' | 'undo' | 'import_undo') => {
    const bill = pick(bills, 1 - chance() ** 2);
    const rest = left.get(bill.id) ?? 0;
    const amount = kind === 'part' && chance() < 0.6 ? whole(rest) : rest;
    const worth = Math.min(bill.total - bill.paid, chance() < 0.5 ? 0 : whole(amount), amount);
    const reduced = chance() < 0.1 ? whole(amount - worth) : 0;
    back.run(
      idOf(4, ++count),
      bill.id,
      bill.member,
      kind,
      amount,
      amount - worth - reduced,
      reduced,
      worth,
      staff,
    );
    left.set(bill.id, rest - amount);
  };
  return {
    /** So many events, one after the other. */
    happen: raw.transaction((events: number) => {
      for (let event = 0; event < events; event++) {
        const what = chance();
        if (what < 0.01) today += 1;
        if (what < 0.7 || bills.length === 0) sell();
        else if (what < 0.88) refund('part');
        else refund(pick(['all', 'undo', 'import_undo'] as const, chance()));
      }
    }),
    makeVoid: (member: string) => {
      voided.run(member);
      gone.run(member);
    },
  };
}

/** Histories as anybody would read them out of the ledgers, a bill at a time: the number of each active member, their bills. */
export function plainHistories(raw: SQLite.Database): Map<number, string[]> {
  const refunds = new Map<string, { kind: string; amount_fen: number; off: number }[]>();
  for (const row of raw
    .prepare<[], { purchase_id: string; kind: string; amount_fen: number; off: number }>(
      'select purchase_id, kind, amount_fen, money_back_fen + reduced_by_fen as off from refund',
    )
    .iterate()) {
    refunds.set(row.purchase_id, [...(refunds.get(row.purchase_id) ?? []), row]);
  }
  const numbers = raw
    .prepare<[], { n: number; id: string }>("select n, id from member where state = 'active' order by n")
    .all();
  const of = new Map(numbers.map(({ n, id }) => [id, { n, bills: [] as string[] }]));
  for (const bill of raw
    .prepare<
      [],
      { id: string; member_id: string; business_date: string; total_fen: number; paid_fen: number }
    >('select id, member_id, business_date, total_fen, paid_fen from purchase')
    .iterate()) {
    const back = refunds.get(bill.id) ?? [];
    const all =
      back.some(({ kind }) => kind !== 'part') ||
      (back.length > 0 && back.reduce((sum, { amount_fen }) => sum + amount_fen, 0) >= bill.total_fen);
    const kept = back.reduce((rest, { off }) => rest - off, bill.paid_fen);
    if (!all) of.get(bill.member_id)?.bills.push(`${bill.business_date} ${kept}`);
  }
  return new Map([...of.values()].map(({ n, bills }) => [n, bills.sort()]));
}

/** The same of what has been loaded; bills out of order would show. */
export function asPlain({ n, start, day, fen }: Histories): Map<number, string[]> {
  const of = new Map<number, string[]>();
  for (const [i, number] of n.entries()) {
    const bills: string[] = [];
    for (let bill = start[i] ?? 0; bill < (start[i + 1] ?? 0); bill++) {
      if (bill > (start[i] ?? 0) && (day[bill] ?? 0) < (day[bill - 1] ?? 0)) bills.push('out of order');
      bills.push(`${new Date((day[bill] ?? 0) * DAY_MS).toISOString().slice(0, 10)} ${fen[bill]}`);
    }
    of.set(number, bills.sort());
  }
  return of;
}
