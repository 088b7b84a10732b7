import type SQLite from 'better-sqlite3';
import { addDays, businessDateOf } from '../domain/calendar/business-day';
import { birthdayIn } from '../domain/members/birthday';
import type { BirthdayRules } from '../domain/settings/shop-rules';
import { DAY_MS, type Instant, instant } from '../domain/units';
import { rebuildLookup } from '../members/lookup-rows';
import { rulesFrom } from '../settings/queries';
import { festivalOn } from './campaign';
import { writeCare } from './care';
import type { Case } from './case';
import { CASES } from './cases';
import { writeComplaints } from './complaints';
import { type Day, daysUpTo } from './days';
import { writeGatherings } from './gatherings';
import { writeGroups } from './groups';
import { idsFrom } from './ids';
import { ledgerOn } from './ledger';
import { levelsOn } from './levels';
import { writeManners } from './manners';
import { type Joining, writeMembers } from './members';
import { type Member, membersOf } from './people';
import { DAYS } from './person';
import { writeProfiles } from './profiles';
import { randomFrom } from './random';
import { inserter, withIndexesAfter } from './rows';
import { scriptAt } from './script';
import { tell } from './story';
import { writeVoices } from './voices';
import { type Holder, walletsOn } from './wallets';

const MEMBERS = 2000;

export interface SampleOrder {
  readonly now: Instant;
  readonly seed: number;
  readonly zone: string;
  /** How many members the shop has; 2,000 unless told. */
  readonly members?: number;
  /** The complaints that the story tells; all of them unless told. */
  readonly cases?: readonly Case[];
  readonly progress?: (done: number, total: number) => void;
}

/** When the sample shop of `now` opened its doors: its store, owner and first rules bear this time. */
export function sampleOpening({ now, zone }: Pick<SampleOrder, 'now' | 'zone'>): Instant {
  const [first] = daysUpTo(businessDateOf(now, { zone, dayStartHour: 0 }), zone);
  if (first === undefined) throw new Error('a story without days');
  return first.at(0);
}

/**
 * Two years of a neighbourhood shop, up to `now`, into a store that has its own
 * rows and its owner only. The same order gives the same store, byte for byte in every row. Points
 * follow the shop's own rules through the same decisions as at the counter.
 */
export function fillSample(
  raw: SQLite.Database,
  { now, seed, zone, members: count = MEMBERS, cases = CASES, progress }: SampleOrder,
): void {
  const random = randomFrom(seed);
  const newId = idsFrom(randomFrom(seed ^ 0x5bd1e995));
  const today = businessDateOf(now, { zone, dayStartHour: 0 });
  const days = daysUpTo(today, zone);
  const { rules, ruleVersion, ownerId } = shopIn(raw);
  const { staffAt, cashiers } = rosterOn(raw, days, ownerId, newId);

  const members = membersOf(random, today, count);
  const joinings = members.map((member) => joiningOf(member, days, staffAt, newId));
  const withdrawnAt = ({ at }: Joining) => later(at, now, random.next());
  writeMembers(raw, members, joinings, newId, withdrawnAt);

  const ids = joinings.map(({ id }) => id);
  const holders = holdersOf(members, joinings);
  const joinedOn = new Map(joinings.map(({ id, on }) => [id, on]));
  const levels = levelsOn(raw, { joinedOn, version: ruleVersion, tiers: rules.tiers });
  const wallets = walletsOn(raw, holders, rules);
  const bills = withIndexesAfter(raw, () =>
    tell(days, {
      random,
      now,
      members,
      ids,
      script: scriptAt(today),
      ledger: ledgerOn(raw, { rules, holders, levels, wallets }),
      levels,
      wallets,
      festival: festivalOn(raw, { holders: [...holders.values()], levels, wallets }),
      celebratedOn: giftsBegin([...holders.values()], rules.birthday),
      stampAt: (at, day) => ({
        now: at,
        today: day.date,
        staffId: staffAt(at),
        ruleVersion,
        newId: () => newId(at),
      }),
      progress: progress ?? (() => undefined),
    }),
  );
  levels.finish();
  const cast = new Map(
    members.flatMap(({ name, inCast }, place) => (inCast ? [[name, ids[place] ?? '']] : [])),
  );
  const dateOf = (at: Instant) => businessDateOf(at, { zone, dayStartHour: 0 });
  writeComplaints(raw, {
    ...{ now, rules: rules.complaints, cases, ruleVersion, bills, cast, ownerId, staffAt, newId },
    dateOf,
  });
  const { pauseDays } = rules.surveys;
  writeVoices(raw, { seed, now, today, bills, pauseDays, dateOf, staffAt, newId });
  writeCare(raw, {
    ...{ seed, now, today, zone, rules: rules.care, ruleVersion, members, ids, bills, levels },
    ...{ dateOf, staffAt, newId },
  });
  writeGatherings(raw, { seed, now, today, members, ids, levels, ownerId, newId });
  writeProfiles(raw, { seed, joinings });
  writeGroups(raw, { now, ownerId, newId });
  writeManners(raw, { now, dateOf, ownerId, cashiers, cast, newId });
  rebuildLookup(raw, today, 'all');
}

function shopIn(raw: SQLite.Database) {
  const version = raw
    .prepare<[], { version: number; rules: string; staff_id: string }>(
      'select version, rules, staff_id from rule_version order by version desc limit 1',
    )
    .get();
  if (version === undefined) throw new Error('the sample needs a store with its first rows');
  return { rules: rulesFrom(version.rules), ruleVersion: version.version, ownerId: version.staff_id };
}

/** Two cashiers beside the owner; answers who is at the till at a moment: mornings one, later the other, Sundays the owner. */
function rosterOn(
  raw: SQLite.Database,
  days: readonly Day[],
  ownerId: string,
  newId: (at: Instant) => string,
): { readonly staffAt: (at: Instant) => string; readonly cashiers: readonly string[] } {
  const insert = inserter(raw, 'staff', ['id', 'name', 'role', 'created_at']);
  const opening = days[0]?.at(60);
  if (opening === undefined) throw new Error('a story without days');
  const cashiers = ['小李', '小周'].map((name) => {
    const id = newId(opening);
    insert({ id, name, role: 'cashier', created_at: opening });
    return id;
  });
  const [early, late] = cashiers;
  const staffAt = (at: Instant): string => {
    const sinceOpening = at - opening;
    if (Math.floor(sinceOpening / DAY_MS) % 7 === 0) return ownerId;
    return (sinceOpening % DAY_MS < 13 * 3_600_000 ? early : late) ?? ownerId;
  };
  return { staffAt, cashiers };
}

function holdersOf(members: readonly Member[], joinings: readonly Joining[]): Map<string, Holder> {
  return new Map(
    members.flatMap(({ birthday, referrer }, place) => {
      const joining = joinings[place];
      if (joining === undefined) return [];
      const referrerId = referrer === null ? null : (joinings[referrer]?.id ?? null);
      return [[joining.id, { id: joining.id, joinedOn: joining.on, birthday, referrerId }]];
    }),
  );
}

/** Whose gift can be had from a day on: their birthday lies so many days ahead. */
function giftsBegin(holders: readonly Holder[], { daysBefore }: BirthdayRules): (day: Day) => string[] {
  return ({ date }) => {
    const on = addDays(date, daysBefore);
    return holders
      .filter(({ birthday }) => birthday !== null && birthdayIn(Number(on.slice(0, 4)), birthday) === on)
      .map(({ id }) => id);
  };
}

function joiningOf(
  member: Member,
  days: readonly Day[],
  staffAt: (at: Instant) => string,
  newId: (at: Instant) => string,
): Joining {
  const day = days[member.joined];
  if (day === undefined) throw new Error(`nobody joins on day ${member.joined} of ${DAYS}`);
  const at = day.at(member.joinedMinute);
  return { id: newId(at), at, on: day.date, staffId: staffAt(at) };
}

/** A moment between the two. */
function later(from: Instant, to: Instant, share: number): Instant {
  return instant(from + Math.floor((to - from) * share));
}
