import { addDays, daysBetween } from '../domain/calendar/business-day';
import { OCCASION } from '../domain/care/occasions';
import type { Content, TaskKind } from '../domain/care/task';
import { lastDayOf } from '../domain/care/windows';
import { birthdayIn } from '../domain/members/birthday';
import type { CareRules } from '../domain/settings/shop-rules';
import type { BusinessDate, Instant } from '../domain/units';
import type { Bill } from './complaints';
import type { Levels } from './levels';
import type { Member } from './people';
import { DAYS } from './person';

export interface CareTelling {
  readonly seed: number;
  readonly now: Instant;
  readonly today: BusinessDate;
  readonly zone: string;
  readonly rules: CareRules;
  readonly ruleVersion: number;
  readonly members: readonly Member[];
  /** Ids of the members, by their place. */
  readonly ids: readonly string[];
  readonly bills: readonly Bill[];
  readonly levels: Levels;
  readonly dateOf: (at: Instant) => BusinessDate;
  readonly staffAt: (at: Instant) => string;
  readonly newId: (at: Instant) => string;
}

/** Something that the shop got in touch about. */
export interface CareOccasion {
  readonly memberId: string;
  readonly kind: TaskKind;
  readonly occasion: string;
  readonly content: Content;
  readonly dueOn: BusinessDate;
  readonly lastDay: BusinessDate;
  readonly purchaseId: string | null;
}

/** The shop has cared for five months; what is due in these last days is left to its own pass. */
const CARED_FOR_DAYS = 150;
const LEFT_TO_THE_PASS_DAYS = 8;

/** What members gave occasion for, in the order in which it fell due. */
export function occasionsOf(telling: CareTelling): readonly CareOccasion[] {
  const from = addDays(telling.today, -CARED_FOR_DAYS);
  const to = addDays(telling.today, -LEFT_TO_THE_PASS_DAYS);
  const all = [...firstPurchases(telling), ...silences(telling), ...birthdays(telling)];
  return all
    .filter(({ dueOn }) => from <= dueOn && dueOn <= to)
    .sort((a, b) => (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1));
}

function firstPurchases({ bills, rules, dateOf }: CareTelling): CareOccasion[] {
  const bought = new Set<string>();
  return bills.flatMap(({ memberId, purchaseId, at }) => {
    if (bought.has(memberId)) return [];
    bought.add(memberId);
    const dueOn = addDays(dateOf(at), rules.firstPurchaseDays);
    const occasion = OCCASION.firstPurchase(purchaseId);
    const kind = 'first_purchase';
    return {
      memberId,
      kind,
      occasion,
      content: 'service',
      dueOn,
      lastDay: lastDayOf(kind, dueOn),
      purchaseId,
    };
  });
}

/** Everybody who stayed away long enough, whether or not they came back later. */
function silences({ bills, members, ids, levels, rules, today, dateOf }: CareTelling): CareOccasion[] {
  const hearsOffers = new Set(ids.filter((_, place) => members[place]?.marketing === 'given'));
  const visits = new Map<string, BusinessDate[]>();
  for (const { memberId, at } of bills) {
    const days = visits.get(memberId) ?? [];
    days.push(dateOf(at));
    visits.set(memberId, days);
  }
  return [...visits].flatMap(([memberId, days]) =>
    days.flatMap((day, index): CareOccasion[] => {
      const next = days[index + 1] ?? today;
      if (daysBetween(day, next) <= rules.dormantDays) return [];
      const kind = levels.of(memberId) === 'regular' ? 'dormant' : 'win_back';
      if (kind === 'dormant' && !hearsOffers.has(memberId)) return [];
      const dueOn = addDays(day, rules.dormantDays);
      const content = kind === 'dormant' ? 'offer' : 'service';
      const occasion = OCCASION.silence(day);
      return [
        { memberId, kind, occasion, content, dueOn, lastDay: lastDayOf(kind, dueOn), purchaseId: null },
      ];
    }),
  );
}

function birthdays({ members, ids, rules, today }: CareTelling): CareOccasion[] {
  const years = [Number(today.slice(0, 4)) - 1, Number(today.slice(0, 4))];
  return members.flatMap(({ birthday, joined }, place) => {
    const memberId = ids[place];
    if (birthday === null || memberId === undefined) return [];
    const joinedOn = addDays(today, joined - DAYS + 1);
    const wished = years.map((year): CareOccasion => {
      const on = birthdayIn(year, birthday);
      const dueOn = addDays(on, -rules.birthdayDays);
      const occasion = OCCASION.day(on);
      return {
        memberId,
        kind: 'birthday',
        occasion,
        content: 'service',
        dueOn,
        lastDay: on,
        purchaseId: null,
      };
    });
    return wished.filter(({ dueOn }) => dueOn > joinedOn);
  });
}
