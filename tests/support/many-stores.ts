import type { EntryRange, StoreNow } from '@db/hq/engine';
import { type Figures, noFigures } from '@domain/hq/report';
import type { PacketKindName } from '@domain/packets/entries';

interface Size {
  readonly stores: number;
  readonly months: number;
  readonly membersAtFirst: number;
  readonly newEachMonth: number;
  readonly billsEachMonth: number;
}

/** One packet of each store, as the reader hands them to an engine. */
export interface ChainMonth {
  readonly packets: readonly EntryRange[];
  readonly lines: ReadonlyMap<PacketKindName, readonly string[]>;
  readonly now: readonly StoreNow[];
}

const REGIONS = ['华东', '华南', '华北', '西南', '东北'];
const CLASSES = ['A', 'B', 'C', 'D', null];
const EPOCH = 'S1MXYZ';
const DAY_MS = 86_400_000;

/**
 * A chain that grows: each month every store sends new members, changed ones, bills, refunds, points and
 * complaints. The same at every run. `expected` is added up beside it, the way a store would, from what was
 * made and never from the lines.
 */
export function manyStores(size: Size) {
  const total = noFigures();
  const entries = new Map<string, number>();
  const members = new Map<string, number>();
  const points = new Map<string, number>();
  const classOf = new Map<string, string | null>();
  let seed = 20_261_122;
  const below = (limit: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };

  function month(at: number): ChainMonth {
    const packets: EntryRange[] = [];
    const now: StoreNow[] = [];
    const lines = new Map<PacketKindName, string[]>();
    for (let index = 0; index < size.stores; index += 1) {
      const store = `store-${String(index).padStart(6, '0')}`;
      const firstEntry = (entries.get(store) ?? 0) + 1;
      storeMonth(store, at, (kind, own) => {
        const entry = (entries.get(store) ?? 0) + 1;
        entries.set(store, entry);
        const list = lines.get(kind) ?? [];
        if (!lines.has(kind)) lines.set(kind, list);
        list.push(`${JSON.stringify({ store, epoch: EPOCH, entry, ...own })}\n`);
      });
      const lastEntry = entries.get(store) ?? 0;
      packets.push({ store, epoch: EPOCH, firstEntry, lastEntry });
      const owed = points.get(store) ?? 0;
      now.push({
        ...{ store, name: `${index + 1} 号店`, region: REGIONS[index % REGIONS.length] ?? '', epoch: EPOCH },
        ...{ from_entry: 1, to_entry: lastEntry, sequence: at + 1, made_at: madeAt(at) },
        ...{ business_date: dayOf(at, 27), members: members.get(store) ?? 0 },
        ...{ points_owed: owed, liability_fen: owed },
      });
    }
    return { packets, lines, now };
  }

  function storeMonth(
    store: string,
    at: number,
    send: (kind: PacketKindName, row: { readonly key: string } & Readonly<Record<string, unknown>>) => void,
  ): void {
    const sendMember = (n: number, joined: string) => {
      const key = `${store}-m${n}`;
      const grade = CLASSES[below(5)] ?? null;
      const before = classOf.get(key);
      if (before !== undefined) total[gradeOf(before)] -= 1;
      classOf.set(key, grade);
      total[gradeOf(grade)] += 1;
      send('member', {
        ...{ key, member_no: String(n), state: 'active', tier: 'base', class: grade, source: 'walk_in' },
        ...{ joined_on: joined, gender: null, birth_year: 1980 + (n % 30), name: null, phone: null },
        ...{ birth_month: null, birth_day: null },
      });
    };
    const had = members.get(store) ?? 0;
    // Of those who are there, a tenth changed: their latest state counts, once.
    for (let n = at; n < had; n += 10) sendMember(n, joinedOn.get(`${store}-m${n}`) ?? dayOf(0, 1));
    const fresh = at === 0 ? size.membersAtFirst : size.newEachMonth;
    for (let n = had; n < had + fresh; n += 1) {
      const day = dayOf(at, 1 + below(27));
      joinedOn.set(`${store}-m${n}`, day);
      sendMember(n, day);
    }
    members.set(store, had + fresh);
    total.members += fresh;
    total.newMembers += fresh;
    for (let n = 0; n < size.billsEachMonth; n += 1) bill(store, at, n, had + fresh, send);
    const complaints = 1 + below(3);
    for (let n = 0; n < complaints; n += 1) complaint(store, at, n, send);
  }

  function bill(
    store: string,
    at: number,
    n: number,
    people: number,
    send: Parameters<typeof storeMonth>[2],
  ): void {
    const key = `${store}-p${at}-${n}`;
    const member_id = `${store}-m${below(people)}`;
    const paid = 500 + below(30_000);
    const earned = Math.floor(paid / 100);
    const business_date = dayOf(at, 1 + below(27));
    send('purchase', {
      ...{ key, member_id, receipt_no: null, business_date, bought_at: madeAt(at) - DAY_MS },
      ...{ total_fen: paid, discount_fen: 0, points_worth_fen: 0, paid_fen: paid },
      ...{ points_earned: earned, points_redeemed: 0, imported: 0 },
    });
    send('points', { key: `${key}-e`, member_id, kind: 'earn', business_date, points: earned });
    const luck = below(40);
    const isUndone = luck === 0;
    if (!isUndone) {
      total.sales += 1;
      total.salesFen += paid;
    }
    if (luck <= 1) {
      const kind = isUndone ? 'undo' : 'return';
      const returned = isUndone ? paid : Math.floor(paid / 2);
      if (!isUndone) {
        total.refunds += 1;
        total.refundsFen += returned;
      }
      send('refund', {
        ...{ key: `${key}-r`, purchase_id: key, member_id, kind, business_date },
        ...{ amount_fen: returned, returned_fen: returned },
      });
      send('points', { key: `${key}-c`, member_id, kind: 'clawback', business_date, points: -earned });
      return;
    }
    points.set(store, (points.get(store) ?? 0) + earned);
    total.pointsOwed += earned;
    total.liabilityFen += earned;
  }

  function complaint(store: string, at: number, n: number, send: Parameters<typeof storeMonth>[2]): void {
    const received = madeAt(at) - 10 * DAY_MS;
    const isAnswered = below(10) > 0;
    const isBreached = below(8) === 0;
    const response_breached = isBreached || !isAnswered ? 1 : 0;
    total.complaints += 1;
    total.responseDue += 1;
    if (response_breached === 0) total.respondedOnTime += 1;
    const isResolved = isAnswered && below(5) > 0;
    total.resolutionDue += 1;
    // What is open still was due long before the packet was made, and nobody has marked it yet.
    if (isResolved) total.resolvedOnTime += 1;
    send('complaint', {
      ...{ key: `${store}-c${at}-${n}`, business_date: dayOf(at, 17), reason_group: 'service' },
      ...{ severity: 'normal', state: isResolved ? 'closed' : 'open', received_at: received },
      ...{ response_due_at: received + DAY_MS, resolution_due_at: received + 3 * DAY_MS },
      ...{
        responded_at: isAnswered ? received + 1000 : null,
        resolved_at: isResolved ? received + 2000 : null,
      },
      ...{ paused_at: null, response_breached: response_breached || (isResolved ? 0 : 1) },
      ...{ resolution_breached: 0, satisfaction: null },
    });
    // An open one whose answer was due is late even when somebody answered after all.
    if (response_breached === 0 && !isResolved) total.respondedOnTime -= 1;
  }

  const joinedOn = new Map<string, string>();
  return {
    *months(): Generator<ChainMonth> {
      for (let at = 0; at < size.months; at += 1) yield month(at);
    },
    /** Of all that has been made so far. */
    expected: (): Figures => ({ ...total }),
  };
}

const gradeOf = (grade: string | null) => (grade ?? 'none') as 'A' | 'B' | 'C' | 'D' | 'none'; // of CLASSES
const dayOf = (month: number, day: number): string =>
  `2026-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
const madeAt = (month: number): number => Date.UTC(2026, month, 28);
