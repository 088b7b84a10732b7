import { CARE_WORDS, startingFestivals } from '@domain/care/starting-words';

/**
 * What a shop's mornings should have made, reckoned from the facts alone, one member and one day after the
 * other, with plain dates: no SQL, no windows of the program, no order of work.
 */
export interface MemberFacts {
  readonly id: string;
  readonly joinedOn: string;
  readonly tier: 'regular' | 'loyal' | 'vip';
  readonly birthday: readonly [month: number, day: number] | null;
  readonly hearsOffers: boolean;
  readonly referrerId: string | null;
  /** In order; all of them stand. */
  readonly bills: readonly { readonly id: string; readonly on: string }[];
  readonly complaints: readonly {
    readonly id: string;
    readonly on: string;
    readonly resolvedAt: number | null;
  }[];
  /** Of their own things, one at most. */
  readonly plan: { readonly id: string; readonly firstOn: string; readonly everyMonths: number } | null;
}

const DAY = 86_400_000;
const plus = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
const within = (today: string, due: string, days: number): boolean =>
  due <= today && today <= plus(due, days);
/** The same day of the month in another year; 28 February for the 29th where there is none. */
const inYear = (year: number, monthDay: string): string =>
  monthDay === '02-29' && new Date(Date.UTC(year, 1, 29)).getUTCMonth() !== 1
    ? `${year}-02-28`
    : `${year}-${monthDay}`;
const yearOf = (date: string): number => Number(date.slice(0, 4));

/** Festivals of the store's first rules that fall into the years of the tests, by the almanac. */
const FESTIVAL_DAYS: Readonly<Record<string, readonly string[]>> = {
  'spring-festival': ['2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26'],
  'mid-autumn': ['2025-10-06', '2026-09-25', '2027-09-15', '2028-10-03'],
};
const ACTIVE = startingFestivals(CARE_WORDS['zh-CN']).filter(({ active }) => active);

/** `member kind occasion` of everything that the morning of a day makes. */
export function madeOn(today: string, members: readonly MemberFacts[]): string[] {
  return members.flatMap((member) => tasksOf(member, today, members).map((task) => `${member.id} ${task}`));
}

type Make = (kind: string, occasion: string) => void;

function tasksOf(member: MemberFacts, today: string, members: readonly MemberFacts[]): string[] {
  const tasks: string[] = [];
  const make: Make = (kind, occasion) => tasks.push(`${kind} ${occasion}`);
  const lastVisit = member.bills.at(-1)?.on;
  bought(member, today, members, make);
  complained(member, today, make);
  if (member.plan !== null) planned(member.plan, today, make);
  if (member.birthday !== null) born(member.birthday, today, make);
  if (lastVisit !== undefined && lastVisit >= plus(today, -365)) stillComing(member, today, make);
  if (lastVisit !== undefined) silence(member, lastVisit, today, make);
  if (lastVisit === undefined && member.hearsOffers)
    for (const days of [7, 30])
      if (within(today, plus(member.joinedOn, days), 7)) make('nurture', `day-${days}`);
  return tasks;
}

function bought(
  { id, bills }: MemberFacts,
  today: string,
  members: readonly MemberFacts[],
  make: Make,
): void {
  const first = bills[0];
  if (first !== undefined && within(today, plus(first.on, 3), 4)) make('first_purchase', first.id);
  for (const friend of members.filter(({ referrerId }) => referrerId === id)) {
    const brought = friend.bills[0];
    if (brought !== undefined && within(today, plus(brought.on, 1), 6)) make('referral_thanks', friend.id);
  }
}

function complained({ complaints }: MemberFacts, today: string, make: Make): void {
  for (const { id, resolvedAt } of complaints) {
    if (resolvedAt === null) continue;
    const resolvedOn = new Date(resolvedAt + 8 * 3_600_000).toISOString().slice(0, 10); // Shanghai
    if (within(today, plus(resolvedOn, 3), 7)) make('complaint_follow_up', `${id}:${resolvedAt}`);
  }
}

/** Month after month from the first day; where a month is too short, on its last day. */
function planned(
  { id, firstOn, everyMonths }: NonNullable<MemberFacts['plan']>,
  today: string,
  make: Make,
): void {
  const [year = 0, month = 0, day = 0] = firstOn.split('-').map(Number);
  let latest = '';
  for (let months = month - 1; ; months += everyMonths) {
    const lastDay = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
    const on = new Date(Date.UTC(year, months, Math.min(day, lastDay))).toISOString().slice(0, 10);
    if (on > today) break;
    latest = on;
  }
  if (latest !== '' && within(today, latest, 14)) make('plan', `${id}:${latest}`);
}

function born(birthday: readonly [number, number], today: string, make: Make): void {
  const monthDay = birthday.map((part) => String(part).padStart(2, '0')).join('-');
  for (const year of [yearOf(today), yearOf(today) + 1]) {
    const on = inYear(year, monthDay);
    if (plus(on, -3) <= today && today <= on) make('birthday', on);
  }
}

function stillComing({ joinedOn, tier }: MemberFacts, today: string, make: Make): void {
  const years = [yearOf(today) - 1, yearOf(today)].filter((year) => year > yearOf(joinedOn));
  for (const on of years.map((year) => inYear(year, joinedOn.slice(5)))) {
    if (within(today, on, 2)) make('anniversary', on);
    if (within(today, plus(on, 15), 30)) make('data_refresh', plus(on, 15));
  }
  if (tier === 'regular') return;
  for (const { id } of ACTIVE)
    for (const on of FESTIVAL_DAYS[id] ?? [])
      if (plus(on, -2) <= today && today <= on) make('festival', `${id}:${on}`);
}

function silence(
  { tier, bills, complaints, hearsOffers }: MemberFacts,
  lastVisit: string,
  today: string,
  make: Make,
): void {
  const lost = plus(lastVisit, 90);
  const letDown = complaints.some(({ on }) => plus(lastVisit, -182) <= on && on <= lastVisit);
  if (tier !== 'regular' || letDown) {
    if (within(today, lost, 60)) make('win_back', lastVisit);
  } else if (hearsOffers && within(today, lost, 30)) make('dormant', lastVisit);

  const days = [...new Set(bills.map(({ on }) => on))].sort();
  const gaps = days.slice(1).map((day, at) => (Date.parse(day) - Date.parse(days[at] ?? day)) / DAY);
  if (tier === 'regular' || gaps.length < 3) return;
  const usual = gaps.sort((a, b) => a - b)[Math.ceil(gaps.length / 2) - 1] ?? 0;
  const silentFor = (Date.parse(today) - Date.parse(lastVisit)) / DAY;
  if (silentFor > 2 * usual && silentFor >= 14 && silentFor < 90) make('churn', lastVisit);
}
