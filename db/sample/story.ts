import { type BusinessDate, type Instant, instant, points } from '../domain/units';
import type { Stamp } from '../points/stamp';
import type { Bill } from './complaints';
import type { Day } from './days';
import { type Ledger, NO_WISH, type Sold } from './ledger';
import type { Levels } from './levels';
import type { Member } from './people';
import type { Random } from './random';
import type { ScriptedVisit } from './script';
import { couponsUsed, pointsUsed, type Visit, visitorsOn } from './visitors';
import type { Wallets } from './wallets';

export interface Teller {
  readonly random: Random;
  readonly now: Instant;
  readonly members: readonly Member[];
  /** Ids of the members, by their place. */
  readonly ids: readonly string[];
  readonly script: readonly ScriptedVisit[];
  readonly ledger: Ledger;
  readonly levels: Levels;
  readonly wallets: Wallets;
  /** Whose birthday gift begins on a day of the story. */
  readonly celebratedOn: (day: Day) => readonly string[];
  readonly stampAt: (at: Instant, day: Day) => Stamp;
  /** The festival's campaign, on its day. */
  readonly festival: (today: BusinessDate, stamp: Stamp) => void;
  /** Called once a day of the story. */
  readonly progress: (done: number, total: number) => void;
}

/** Something that happens at a minute of a day. */
interface Happening {
  readonly minute: number;
  readonly happen: (at: Instant, day: Day) => void;
}

const OPENING_MINUTE = 440;
/** The cashier sees the slip of the finger about a minute later. */
const UNDO_AFTER_MS = 70_000;
/** Shares of all sales; a neighbourhood shop takes little back. */
const UNDONE = 0.0007;
const RETURNED = 0.003;
const ADJUSTED = 0.0005;
const REASONS = ['顾客改了主意', '口味不对', '点错了', '等太久', '包装破损'];

/** Tells the days one by one, everything in the order in which it happened, up to `now`. Answers every bill in that order. */
export function tell(days: readonly Day[], teller: Teller): Bill[] {
  const { random, ledger, members, now } = teller;
  const bills: Bill[] = [];
  const planned = new Map<number, Happening[]>();

  for (const day of days) {
    let receipt = 0;
    const sales = visitorsOn(day, members, teller.script, random).map(
      (visit): Happening => ({
        minute: visit.minute,
        happen: (at) => {
          receipt += 1;
          const number = `${day.date.replaceAll('-', '').slice(2)}-${String(receipt).padStart(4, '0')}`;
          course(visit, sell(visit, number, at, day), at, day);
        },
      }),
    );
    const sweep: Happening = {
      minute: OPENING_MINUTE,
      happen: (at) => ledger.sweep(teller.stampAt(at, day)),
    };
    const morning: Happening = {
      minute: OPENING_MINUTE + 1,
      happen: (at) => {
        const stamp = teller.stampAt(at, day);
        teller.levels.morning(stamp);
        teller.festival(day.date, stamp);
        for (const id of teller.celebratedOn(day)) teller.wallets.celebrate(id, teller.levels.of(id), stamp);
      },
    };
    // The shop's lots lapse at the end of a month; today's sweep leaves none that lapsed in between.
    const sweeps = day.date.endsWith('-01') || day.index === days.length - 1 ? [sweep] : [];
    const happenings = [...sweeps, morning, ...(planned.get(day.index) ?? []), ...sales];
    for (const { minute, happen } of happenings.sort((a, b) => a.minute - b.minute)) {
      const at = day.at(minute);
      if (at <= now) happen(at, day);
    }
    teller.progress(day.index + 1, days.length);
  }
  return bills;

  function sell(visit: Visit, receiptNo: string, at: Instant, day: Day): Sold {
    const memberId = idOf(visit);
    const member = present(members[visit.member]);
    const usable = teller.wallets.usable(memberId, day.date);
    const coupons = couponsUsed(visit, usable, random);
    const offer = ledger.quote(memberId, visit.lines, { ...NO_WISH, coupons }, day.date);
    const redeem = pointsUsed(
      visit,
      member,
      { usable: ledger.usable(memberId, day.date), presets: offer.presets },
      random,
    );
    const quote = redeem === 0 ? offer : ledger.quote(memberId, visit.lines, { redeem, coupons }, day.date);
    const sold = ledger.sell(memberId, visit.lines, receiptNo, quote, teller.stampAt(at, day));
    const products = visit.lines.map(({ product }) => product);
    bills.push({ purchaseId: sold.purchaseId, memberId, at, products });
    return sold;
  }

  /** What becomes of a sale: most often nothing. */
  function course(visit: Visit, sold: Sold, at: Instant, day: Day): void {
    if (visit.course !== 'by_chance') {
      if (visit.course.returnedAfter !== null) plan(sold, 'all', day.index + visit.course.returnedAfter);
      return;
    }
    if (random.chance(RETURNED)) {
      const last = sold.prices.length > 1 ? sold.prices.at(-1) : undefined;
      plan(sold, last || 'all', day.index + random.between(1, 4));
    } else if (random.chance(UNDONE)) {
      const undoneAt = instant(at + UNDO_AFTER_MS);
      if (undoneAt <= now) ledger.undo(sold, teller.stampAt(undoneAt, day));
    } else if (random.chance(ADJUSTED)) {
      const given = points(random.pick([20, 50, 100]));
      ledger.adjust(sold.memberId, given, '补登：上次忘记报手机号', teller.stampAt(at, day));
    }
  }

  function plan(sold: Sold, amount: Parameters<Ledger['refund']>[1], on: number): void {
    const happenings = planned.get(on) ?? [];
    const reason = random.pick(REASONS);
    happenings.push({
      minute: random.between(OPENING_MINUTE + 60, 1200),
      happen: (at, day) => ledger.refund(sold, amount, reason, teller.stampAt(at, day)),
    });
    planned.set(on, happenings);
  }

  function idOf({ member }: Visit): string {
    return present(teller.ids[member]);
  }
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a visit of nobody');
  return value;
}
