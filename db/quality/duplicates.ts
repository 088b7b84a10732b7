import type SQLite from 'better-sqlite3';
import type { Likeness } from '../domain/quality/checks';
import type { Reader } from '../schema';
import { type QualityRecord, recordsOf } from './lists';

/** Pairs that are looked at; clearing some of them brings the others. */
const MOST_PAIRS = 2_000;
/** Of more than so many who are alike in one way each is compared with the next one only. */
const MOST_IN_GROUP = 8;

export interface LikelyPair {
  readonly why: Likeness;
  readonly one: QualityRecord;
  readonly other: QualityRecord;
}

/**
 * Records that may be one person (S31), by what the sign-up warns of: the same phone with the same name or
 * none, the same name and birthday (a year that is not known fits every year), the same name and last four
 * digits. A family that shares a phone under its own names was told apart when it was marked so.
 */
export async function likelyPairs(
  _db: Reader,
  asked: { readonly offset: number; readonly limit: number },
  raw: SQLite.Database,
): Promise<{ total: number; more: boolean; rows: LikelyPair[] }> {
  const { pairs, more } = pairsOf(raw);
  const page = pairs.slice(asked.offset, asked.offset + asked.limit);
  const records = recordsOf(
    raw,
    page.flatMap(({ one, other }) => [one, other]),
  );
  const rows = page.flatMap(({ why, one, other }): LikelyPair[] => {
    const [first, second] = [records.get(one), records.get(other)];
    return first === undefined || second === undefined ? [] : [{ why, one: first, other: second }];
  });
  return { total: pairs.length, more, rows };
}

interface NumberPair {
  readonly why: Likeness;
  readonly one: number;
  readonly other: number;
}

/** Members by what makes them alike, in the order of that and of their numbers. Each reads everybody once. */
const ALIKE: readonly { readonly why: Likeness; readonly sql: string }[] = [
  {
    why: 'same_phone',
    sql: `select n, id, name, phone as alike, null as year from member
      where state = 'active' and phone in (select phone from member
        where phone is not null and state = 'active' group by phone having count(*) > 1)
      order by alike, n`,
  },
  {
    why: 'same_name_and_birthday',
    sql: `select n, id, name, name || char(0) || birth_month || '-' || birth_day as alike, birth_year as year from member
      where state = 'active' and (name, birth_month, birth_day) in (select name, birth_month, birth_day from member
        where state = 'active' and name <> '' and birth_month is not null
        group by name, birth_month, birth_day having count(*) > 1)
      order by alike, n`,
  },
  {
    why: 'same_name_and_phone_tail',
    sql: `select n, id, name, name || char(0) || substr(phone, -4) as alike, null as year from member
      where state = 'active' and (name, substr(phone, -4)) in (select name, substr(phone, -4) from member
        where state = 'active' and name <> '' and phone is not null
        group by name, substr(phone, -4) having count(*) > 1)
      order by alike, n`,
  },
];

interface AlikeRow {
  readonly n: number;
  readonly id: string;
  readonly name: string;
  readonly alike: string;
  readonly year: number | null;
}

/** Each pair once, under the surest of what makes the two alike; not those that were told apart. */
export function pairsOf(raw: SQLite.Database): { pairs: NumberPair[]; more: boolean } {
  const apart = new Set(
    raw
      .prepare<[], [string, string]>('select one_id, other_id from told_apart')
      .raw()
      .all()
      .map(([one, other]) => `${one} ${other}`),
  );
  const seen = new Set<string>();
  const pairs: NumberPair[] = [];
  for (const { why, sql } of ALIKE) {
    for (const [one, other] of within(raw.prepare<[], AlikeRow>(sql).iterate())) {
      const ids = one.id < other.id ? `${one.id} ${other.id}` : `${other.id} ${one.id}`;
      if (!mayBeOne(why, one, other) || apart.has(ids) || seen.has(ids)) continue;
      if (pairs.length === MOST_PAIRS) return { pairs, more: true };
      seen.add(ids);
      pairs.push({ why, one: one.n, other: other.n });
    }
  }
  return { pairs, more: false };
}

function mayBeOne(why: Likeness, one: AlikeRow, other: AlikeRow): boolean {
  if (why === 'same_phone') return one.name === other.name || one.name === '' || other.name === '';
  return one.year === null || other.year === null || one.year === other.year;
}

/** The pairs of each group of rows that are alike. */
function* within(rows: Iterable<AlikeRow>): Generator<readonly [AlikeRow, AlikeRow]> {
  let group: AlikeRow[] = [];
  for (const row of rows) {
    if (group[0]?.alike !== row.alike) group = [];
    const compared = group.length >= MOST_IN_GROUP ? group.slice(-1) : group;
    for (const other of compared) yield [other, row];
    group.push(row);
  }
}
