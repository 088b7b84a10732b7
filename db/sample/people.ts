import { memberNoOf } from '../domain/members/member-no';
import { daysInMonth } from '../domain/units';
import { castAt } from './cast';
import { minuteOf } from './hours';
import { type Gender, nameOf } from './names';
import { freshBy, mobile } from './numbers';
import { type Birthday, DAYS, type Person, type Taste } from './person';
import { type Random, weighted } from './random';
import { noteFor, tagsFor } from './remarks';

export interface Member extends Person {
  readonly memberNo: string;
  /** Place of the one who brought them among the members before; null without. */
  readonly referrer: number | null;
}

interface Habit {
  readonly perDay: readonly [number, number];
  /** Chance of leaving the shop for good within the story. */
  readonly leaves: number;
  /** For those who came once or twice: days after which they never come again. */
  readonly within?: number;
}

const HABITS = weighted<Habit>([
  [{ perDay: [0.15, 0.32], leaves: 0.3 }, 4], // regulars
  [{ perDay: [0.04, 0.1], leaves: 0.4 }, 15], // steady
  [{ perDay: [0.006, 0.025], leaves: 0.5 }, 52], // occasional
  [{ perDay: [0.02, 0.05], leaves: 1, within: 25 }, 26], // tried it
  [{ perDay: [0, 0], leaves: 0 }, 3], // joined at an event, never bought
]);

const TASTES: Readonly<Record<'elder' | 'office' | 'young', readonly Taste[]>> = {
  elder: [
    {
      shelves: [
        ['bakery', 4],
        ['grocery', 4],
        ['health', 0.3],
      ],
      usual: '全麦吐司',
      hours: 'morning',
    },
    {
      shelves: [
        ['grocery', 5],
        ['health', 0.4],
        ['bakery', 2],
      ],
      usual: '鲜牛奶',
      hours: 'morning',
    },
    {
      shelves: [
        ['health', 0.8],
        ['grocery', 3],
        ['bakery', 1],
      ],
      usual: null,
      hours: 'any',
    },
  ],
  office: [
    {
      shelves: [
        ['coffee', 6],
        ['bakery', 3],
      ],
      usual: '拿铁',
      hours: 'morning',
    },
    {
      shelves: [
        ['coffee', 6],
        ['bakery', 2],
      ],
      usual: '美式',
      hours: 'morning',
    },
    {
      shelves: [
        ['coffee', 4],
        ['bakery', 3],
        ['grocery', 1],
      ],
      usual: '燕麦拿铁',
      hours: 'afternoon',
    },
    {
      shelves: [
        ['bakery', 4],
        ['grocery', 2],
        ['tea', 2],
      ],
      usual: '三明治',
      hours: 'evening',
    },
    {
      shelves: [
        ['grocery', 4],
        ['bakery', 2],
        ['health', 0.2],
      ],
      usual: null,
      hours: 'evening',
    },
  ],
  young: [
    {
      shelves: [
        ['tea', 7],
        ['bakery', 2],
      ],
      usual: '珍珠奶茶',
      hours: 'afternoon',
    },
    {
      shelves: [
        ['tea', 6],
        ['coffee', 1],
        ['bakery', 2],
      ],
      usual: '芋泥波波奶茶',
      hours: 'evening',
    },
    {
      shelves: [
        ['coffee', 4],
        ['tea', 2],
        ['bakery', 2],
      ],
      usual: '卡布奇诺',
      hours: 'afternoon',
    },
    {
      shelves: [
        ['tea', 4],
        ['bakery', 3],
      ],
      usual: null,
      hours: 'any',
    },
  ],
};

/** Everybody of the sample shop in the order of joining; `today` is the last day of the story. */
export function membersOf(random: Random, today: string, count: number): Member[] {
  const people = castAt(today);
  const fresh = {
    phone: freshBy(
      () => mobile(random),
      people.map(({ phone }) => phone),
    ),
    card: freshBy(
      () => `80${String(random.between(0, 99_999_999)).padStart(8, '0')}`,
      people.map(({ cardNo }) => cardNo),
    ),
  };
  const year = Number(today.slice(0, 4));
  while (people.length < count) people.push(somebody(random, year, fresh));
  people.sort((a, b) => a.joined - b.joined || a.joinedMinute - b.joinedMinute);
  const lent = new Set<number>();
  return people.map((person, place) => {
    const referrer = person.source === 'referral' && place > 20 ? random.between(0, place - 1) : null;
    return { ...person, ...family(random, people, place, lent), memberNo: memberNoOf(place + 1), referrer };
  });
}

function somebody(random: Random, year: number, fresh: { phone: () => string; card: () => string }): Person {
  const gender: Gender = random.chance(0.62) ? 'female' : 'male';
  const age = AGES.draw(random) + random.between(0, 9);
  const habit = HABITS.draw(random);
  const joined = joiningDay(random);
  const taste = random.pick(TASTES[age >= 58 ? 'elder' : age >= 28 ? 'office' : 'young']);
  return {
    name: nameOf(random, gender, year - age),
    gender,
    birthday: birthdayOf(random, year - age),
    phone: random.chance(0.97) ? fresh.phone() : null,
    phoneShared: false,
    cardNo: random.chance(0.3) ? fresh.card() : null,
    source: SOURCES.draw(random),
    tags: tagsFor(random, taste),
    note: noteFor(random, age),
    marketing: random.chance(0.55) ? (random.chance(0.06) ? 'withdrawn' : 'given') : 'never',
    joined,
    joinedMinute: minuteOf(random, taste.hours),
    leaves: leavingDay(random, habit, joined),
    visitsPerDay: habit.perDay[0] + random.next() * (habit.perDay[1] - habit.perDay[0]),
    buysOnJoining: habit.perDay[1] > 0,
    taste,
    redeems: random.chance(0.4) ? 0.12 : 0.02,
    inCast: false,
  };
}

const AGES = weighted<number>([
  [18, 24],
  [28, 30],
  [38, 22],
  [48, 10],
  [58, 9],
  [68, 5],
]);
const SOURCES = weighted<Person['source']>([
  ['walk_in', 62],
  ['referral', 16],
  ['online_ad', 13],
  ['event', 9],
]);

/** A third came in the opening quarter; after it the shop grows evenly. Nobody joins on the last day, which may just have begun. */
function joiningDay(random: Random): number {
  return random.chance(0.33) ? random.between(0, 89) : random.between(90, DAYS - 2);
}

function leavingDay(random: Random, habit: Habit, joined: number): number {
  if (habit.within !== undefined) return joined + random.between(0, habit.within);
  return random.chance(habit.leaves) ? random.between(joined, DAYS + 60) : DAYS;
}

function birthdayOf(random: Random, year: number): Birthday | null {
  if (!random.chance(0.7)) return null;
  const month = random.between(1, 12);
  return { year: random.chance(0.6) ? year : null, month, day: random.between(1, daysInMonth(2001, month)) };
}

/** Now and then somebody joins on the phone of a family member who is there already, marked as shared. */
function family(random: Random, people: readonly Person[], place: number, lent: Set<number>) {
  if (place < 100 || !random.chance(0.01)) return {};
  const relative = random.between(0, place - 1);
  const phone = people[relative]?.phone ?? null;
  if (phone === null || lent.has(relative)) return {};
  lent.add(place);
  return { phone, phoneShared: true };
}
