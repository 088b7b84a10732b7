import type { MemberQuery } from '@domain/members/query';
import type SQLite from 'better-sqlite3';

/**
 * The lookup as anybody would first write it, and the one it must equal: every row compared by
 * LIKE, the best degree of likeness first, within it by rank. No index, no memory, no bound.
 */
export function likeScan(raw: SQLite.Database, query: MemberQuery, limit = 20): string[] {
  const degrees = degreesInSql(query);
  if (degrees.length === 0 || !('key' in query)) return [];
  const cases = degrees.map((degree, at) => `when ${degree} then ${at}`).join(' ');
  return raw
    .prepare<[{ key: string; card: string; limit: number }], string>(
      `select id from (
         select m.id, l.score, l.n, case ${cases} end as degree
         from member_lookup l join member m on m.n = l.n)
       where degree is not null and @key <> '' and @card <> ''
       order by degree, score desc, n desc limit @limit`,
    )
    .pluck()
    .all({ key: query.key, card: query.key.toUpperCase(), limit });
}

const NUMBER = '(l.card_no = @card or l.member_no = @card or m.external_id in (@card, @key))';
const CARD_PREFIX = `l.card_no like @card || '%'`;
/** Capitals are the form in which codes are kept. */
const COUPON = 'exists (select 1 from coupon where member_id = m.id and code = @card)';
const PHONE = ['l.phone = @key', `l.phone like @key || '%'`, `l.phone like '%' || @key`];
const READINGS = [
  `' ' || l.pinyin || ' ' || l.initials || ' ' like '% ' || @key || ' %'`,
  `' ' || l.pinyin || ' ' || l.initials || ' ' like '% ' || @key || '%'`,
];

function degreesInSql(query: MemberQuery): string[] {
  switch (query.readAs) {
    case 'nothing':
    case 'payment_code':
      return [];
    case 'phone':
      return [NUMBER, ...PHONE];
    case 'phone_part':
      return [NUMBER, ...PHONE, `l.phone like '%' || @key || '%'`];
    case 'card':
      return [NUMBER, CARD_PREFIX, ...(/^\d+$/.test(query.key) ? PHONE : READINGS)];
    case 'coupon':
      return [NUMBER, COUPON];
    case 'pinyin':
      return [NUMBER, CARD_PREFIX, ...READINGS];
    case 'name':
      return ['l.name_key = @key', `l.name_key like @key || '%'`, `l.name_key like '%' || @key || '%'`];
  }
}
