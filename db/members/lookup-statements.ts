import type SQLite from 'better-sqlite3';
import type { Searchable } from './hot-set';
import { CANDIDATES, type CandidateKind } from './lookup-plan';
import { HIT_COLUMNS, type HitRow } from './mapping';

const SEARCHABLE = `l.n, l.score, coalesce(l.phone, '') as phone, coalesce(l.card_no, '') as cardNo,
  l.name_key as nameKey, ' ' || l.pinyin || ' ' || l.initials || ' ' as readings`;
const LISTED = '(select value from json_each(?))';
const AFTER = '(l.score, l.n) < (+?, +?) order by l.score desc, l.n desc limit +?';

/** The SQL of the lookup besides its candidates; the plan of each is tested. */
export const LOOKUP_SQL = {
  ranking: `select ${SEARCHABLE} from member_lookup l where ${AFTER}`,
  scores: `select l.n, l.score from member_lookup l where l.score > 0 and ${AFTER}`,
  scoresOf: `select l.n, l.score from member_lookup l where l.n in ${LISTED}`,
  searchable: `select ${SEARCHABLE} from member_lookup l where l.n in ${LISTED}`,
  followed: `select m.n as member, ${SEARCHABLE} from member m left join member_lookup l on l.n = m.n where m.id in ${LISTED}`,
  hits: `select ${HIT_COLUMNS}, l.n, ' ' || l.initials as initials
    from json_each(?) listed cross join (select +? as today) asked
    cross join member_lookup l on l.n = listed.value cross join member m on m.n = l.n`,
} as const;

export type After = [score: number, n: number, limit: number];

/** Prepared once per store: preparing costs more than asking. */
export function prepareLookup(raw: SQLite.Database) {
  const candidates = (kind: CandidateKind) =>
    raw.prepare<unknown[], number>(`${CANDIDATES[kind]} limit +?`).pluck();
  return {
    candidates: {
      numbered: candidates('numbered'),
      phoneIs: candidates('phoneIs'),
      phone: candidates('phone'),
      phoneTail: candidates('phoneTail'),
      coupon: candidates('coupon'),
      card: candidates('card'),
      nameIs: candidates('nameIs'),
      name: candidates('name'),
      readingIs: candidates('readingIs'),
      reading: candidates('reading'),
      part: candidates('part'),
    } satisfies Record<CandidateKind, unknown>,
    ranking: raw.prepare<After, Searchable>(LOOKUP_SQL.ranking),
    scores: raw.prepare<After, { n: number; score: number }>(LOOKUP_SQL.scores),
    scoresOf: raw.prepare<[string], { n: number; score: number }>(LOOKUP_SQL.scoresOf),
    searchable: raw.prepare<[string], Searchable>(LOOKUP_SQL.searchable),
    followed: raw.prepare<[string], { member: number; n: number | null } & Omit<Searchable, 'n'>>(
      LOOKUP_SQL.followed,
    ),
    hits: raw.prepare<[string, string], HitRow & { n: number; initials: string }>(LOOKUP_SQL.hits),
  };
}
