import type { Coupon } from '../domain/coupons/coupon';
import { type Points, points } from '../domain/units';
import type { SaleLine } from '../purchases/rows';
import { basketOf } from './bills';
import type { Day } from './days';
import { busyness, minuteOf } from './hours';
import type { Member } from './people';
import { shelvesIn } from './products';
import type { Random } from './random';
import type { ScriptedVisit } from './script';

/** Somebody at the till. */
export interface Visit {
  /** Place of the member in the file. */
  readonly member: number;
  /** Minutes from midnight, with seconds as a fraction. */
  readonly minute: number;
  readonly lines: readonly SaleLine[];
  /** `by_chance`: whether points are used, and whether anything is brought back, is left to chance. */
  readonly course: 'by_chance' | { readonly redeem: Points; readonly returnedAfter: number | null };
}

/** A handful of those who join at an event buy only later. */
const BUYS_ON_JOINING = 0.92;

/** Who comes on a day, and what they take; in no order. */
export function visitorsOn(
  day: Day,
  members: readonly Member[],
  script: readonly ScriptedVisit[],
  random: Random,
): Visit[] {
  const shelves = shelvesIn(day.month);
  // Rain, a street festival: every day has something of its own.
  const crowd = busyness(day.weekday, day.month) * (0.8 + random.next() * 0.4);
  const visits: Visit[] = [];
  members.forEach((member, place) => {
    if (day.index < member.joined || day.index > member.leaves) return;
    const joins = day.index === member.joined;
    const comes = joins
      ? member.buysOnJoining && random.chance(BUYS_ON_JOINING)
      : random.chance(member.visitsPerDay * crowd);
    if (!comes) return;
    const minute = joins ? member.joinedMinute + 1 : minuteOf(random, member.taste.hours);
    const lines = basketOf(random, member.taste, shelves);
    visits.push({ member: place, minute: minute + random.between(5, 59) / 60, lines, course: 'by_chance' });
  });
  for (const { name, day: on, minute, lines, redeem, returnedAfter } of script) {
    if (on !== day.index) continue;
    const member = members.findIndex((one) => one.inCast && one.name === name);
    visits.push({ member, minute, lines, course: { redeem, returnedAfter } });
  }
  return visits;
}

/** Whoever has a coupon mostly thinks of it; where one has several, the one that lapses first. */
const THINKS_OF_COUPON = 0.7;

/** The coupon that somebody shows; nobody of the script shows any. */
export function couponsUsed(visit: Visit, usable: readonly Coupon[], random: Random): Coupon[] {
  if (visit.course !== 'by_chance' || usable.length === 0) return [];
  const gross = visit.lines.reduce((sum, { amount }) => sum + amount, 0);
  const fits = usable.find(({ terms }) => terms.threshold <= gross);
  return fits !== undefined && random.chance(THINKS_OF_COUPON) ? [fits] : [];
}

/** Points of a scripted visit; of others, one of the presets that the till offers, now and then. */
export function pointsUsed(
  visit: Visit,
  member: Member,
  offered: { readonly usable: Points; readonly presets: readonly Points[] },
  random: Random,
): Points {
  if (visit.course !== 'by_chance') return visit.course.redeem;
  const wants = offered.usable >= WORTH_USING && offered.presets.length > 0 && random.chance(member.redeems);
  return wants ? random.pick(offered.presets) : points(0);
}

/** From this balance on a customer thinks of using points. */
const WORTH_USING = 300;
