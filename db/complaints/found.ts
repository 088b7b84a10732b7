import { sql } from 'kysely';
import {
  excerptOf,
  type FoundPlace,
  missingIn,
  readSearch,
  type Token,
} from '../domain/complaints/search-text';
import type { Reader } from '../schema';

export interface FoundElsewhere {
  readonly in: FoundPlace;
  /** A piece of that text around the first word found. */
  readonly excerpt: string;
}

interface Shown {
  readonly id: string;
  readonly number: number;
  readonly what: string;
  readonly member_name: string | null;
}

/** For each row that does not itself show every word looked for: the first other text that holds one of them. */
export async function foundElsewhere(
  db: Reader,
  rows: readonly Shown[],
  text: string,
): Promise<ReadonlyMap<number, FoundElsewhere>> {
  const search = readSearch(text);
  if (search.kind !== 'text') return new Map();
  const open = new Map<string, { number: number; terms: readonly (readonly Token[])[] }>();
  for (const { id, number, what, member_name: name } of rows) {
    const terms = missingIn([what, name ?? ''], search.terms);
    if (terms.length > 0) open.set(id, { number, terms });
  }
  if (open.size === 0) return new Map();
  const found = new Map<number, FoundElsewhere>();
  for (const { id, place, text: told } of await textsOf(db, [...open.keys()])) {
    const wanted = open.get(id);
    if (wanted === undefined || found.has(wanted.number)) continue;
    const excerpt = excerptOf(told, wanted.terms);
    if (excerpt !== null) found.set(wanted.number, { in: place, excerpt });
  }
  return found;
}

/** What is written in these complaints beside what their rows show, in the order in which it is shown. */
async function textsOf(
  db: Reader,
  ids: readonly string[],
): Promise<{ id: string; place: FoundPlace; text: string }[]> {
  const listed = sql<string>`(select value from json_each(${JSON.stringify(ids)}))`;
  const columns = ['product', 'wish', 'result', 'cause', 'measure'] as const;
  const complaints = await db
    .selectFrom('complaint')
    .select(['id', ...columns])
    .where('id', 'in', listed)
    .execute();
  const notes = await db
    .selectFrom('complaint_event')
    .select(['complaint_id', 'note'])
    .where('complaint_id', 'in', listed)
    .where('note', '<>', sql.lit(''))
    .orderBy('seq')
    .execute();
  return [
    ...complaints.flatMap((row) => columns.map((place) => ({ id: row.id, place, text: row[place] }))),
    ...notes.map((row) => ({ id: row.complaint_id, place: 'note' as const, text: row.note })),
  ];
}
