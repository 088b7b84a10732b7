import type { Birthday } from '../members/birthday';
import type { Profile } from '../members/profile';
import type { BusinessDate } from '../units';

/** What a record says of its person, as far as a merge has to choose. */
export interface Record extends Profile {
  readonly name: string;
  readonly phone: string | null;
  /** Belongs to the phone: a family has it together. */
  readonly phoneShared: boolean;
  readonly cardNo: string | null;
  readonly externalId: string | null;
  readonly birthday: Birthday | null;
  readonly gender: 'female' | 'male' | null;
  readonly referrerId: string | null;
  readonly adviserId: string | null;
  readonly joinedOn: BusinessDate;
  readonly tags: readonly string[];
  readonly note: string;
}

/** What the contract allows of each (see `electron/contract/members`). */
const MOST_TAGS = 20;
const LONGEST_NOTE = 2000;

/** A merge can be taken back for so many days (rules "Lookup and member record"). */
export const UNDO_DAYS = 30;

/**
 * One record out of two of the same person: the older one's fields where it has them, the newer one's where it
 * has not; tags, needs, interests and notes of both; the earlier day of joining; the phone of whichever was chosen.
 */
export function mergeRecords(into: Record, from: Record, phoneOf: 'into' | 'from'): Record {
  const { phone, phoneShared } = phoneOf === 'into' ? into : from;
  return {
    name: into.name || from.name,
    phone,
    phoneShared,
    cardNo: into.cardNo ?? from.cardNo,
    externalId: into.externalId ?? from.externalId,
    birthday: fuller(into.birthday, from.birthday),
    gender: into.gender ?? from.gender,
    referrerId: into.referrerId ?? from.referrerId,
    adviserId: into.adviserId ?? from.adviserId,
    joinedOn: from.joinedOn < into.joinedOn ? from.joinedOn : into.joinedOn,
    tags: both(into.tags, from.tags).slice(0, MOST_TAGS),
    note: both(lines(into.note), lines(from.note)).join('\n').slice(0, LONGEST_NOTE),
    occupation: into.occupation || from.occupation,
    income: into.income ?? from.income,
    education: into.education ?? from.education,
    priceSensitivity: into.priceSensitivity ?? from.priceSensitivity,
    needs: both(into.needs, from.needs),
    interests: both(into.interests, from.interests).slice(0, MOST_TAGS),
  };
}

/** Which phone a merge keeps unless somebody chooses: the newer record's, where it has one. */
export const likelyPhone = (from: Pick<Record, 'phone'>): 'into' | 'from' =>
  from.phone === null ? 'into' : 'from';

/** The same day with a year says more than without; another day is the older record's to say. */
function fuller(into: Birthday | null, from: Birthday | null): Birthday | null {
  if (into === null || from === null) return into ?? from;
  const sameDay = into.month === from.month && into.day === from.day;
  return sameDay ? { ...into, year: into.year ?? from.year } : into;
}

const both = <Item>(first: readonly Item[], second: readonly Item[]): Item[] => [
  ...new Set([...first, ...second]),
];

const lines = (text: string): string[] => (text === '' ? [] : text.split('\n'));

/** What the last entries of a member say of marketing; null: never asked. */
export type MarketingWord = 'given' | 'withdrawn' | null;

/** Of two records of one person the stricter word holds: who said no with either hears no offer (S28). */
export const stricter = (one: MarketingWord, other: MarketingWord): MarketingWord =>
  one === 'withdrawn' || other === 'withdrawn' ? 'withdrawn' : (one ?? other);

/** What of a merged record goes back: fields that are still as the merge left them. What was changed since stays changed. */
export function unmergedRecord(now: Record, merged: Record, before: Record): Record {
  const fields = Object.keys(before) as (keyof Record)[]; // a record is a plain object of its fields
  const back = fields
    .filter((field) => same(now[field], merged[field]))
    .map((field) => [field, before[field]]);
  return { ...now, ...(Object.fromEntries(back) as Partial<Record>) };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
