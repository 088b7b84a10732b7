import type { LookupMatch, MemberQuery } from '../domain/members/query';
import type { Searchable } from './hot-set';
import { reversed } from './lookup-figures';
import { namePartExpression, PHONE_GRAM, phonePartExpression } from './lookup-grams';

/**
 * The statements that give candidates, each over the one index made for it. `+?` keeps SQLite from
 * planning anew at every run (its STAT4 looks into plain parameters); the index is used all the same.
 */
export const CANDIDATES = {
  numbered: `select n from member_lookup where card_no = +? union select n from member_lookup where member_no = +?
    union select n from member where external_id in (+?, +?) and state = 'active'
    union select m.n from (with recursive up (id) as (
        select id from member where member_no = +? and state = 'void'
        union select id from member where card_no = +? and state = 'void'
        union select id from member where external_id in (+?, +?) and state = 'void'
        union select g.into_id from up join member_merge g on g.from_id = up.id and g.undone_at is null)
      select id from up) up cross join member m on m.id = up.id where m.state = 'active'`,
  phoneIs: 'select n from member_lookup where phone = +?',
  phone: 'select n from member_lookup where phone >= +? and phone < +?',
  phoneTail: 'select n from member_lookup where phone_reversed >= +? and phone_reversed < +?',
  coupon: 'select m.n from coupon c join member m on m.id = c.member_id where c.code = +?',
  card: 'select n from member_lookup where card_no >= +? and card_no < +?',
  nameIs: "select n from member_lookup where name_key <> '' and name_key = +?",
  name: "select n from member_lookup where name_key <> '' and name_key >= +? and name_key < +?",
  readingIs: 'select n from member_reading where reading = +?',
  reading: 'select n from member_reading where reading >= +? and reading < +?',
  part: 'select rowid as n from member_grams where member_grams match +?',
} as const;
export type CandidateKind = keyof typeof CANDIDATES;

/** One degree of likeness; every member of a better one stands before all of a lesser one. */
export interface Degree {
  readonly match: LookupMatch;
  readonly from: CandidateKind;
  readonly bind: readonly string[];
  /** Whether a member is of this degree or a better one; absent where the index alone can tell and gives a handful. */
  readonly holds?: (member: Searchable) => boolean;
  /** False: `from` gives more than `holds` (grams may stand apart), so each candidate is looked at. */
  readonly exact: boolean;
}

/** Degrees of likeness of a query, best first; none for what is no search. */
export function degreesOf(query: MemberQuery): readonly Degree[] {
  switch (query.readAs) {
    case 'nothing':
    case 'payment_code':
      return [];
    case 'phone':
      return [numbered(query.key), ...phoneEnds(query.key)];
    case 'phone_part':
      return [numbered(query.key), ...phoneEnds(query.key), phonePart(query.key)];
    case 'card':
      return [
        numbered(query.key),
        cardPrefix(query.key),
        ...(isDigits(query.key) ? phoneEnds : readings)(query.key),
      ];
    case 'coupon':
      return [numbered(query.key), couponCode(query.code)];
    case 'pinyin':
      return [numbered(query.key), cardPrefix(query.key), ...readings(query.key)];
    case 'name':
      return names(query.key);
  }
}

const isDigits = (key: string): boolean => /^\d+$/.test(key);

/** No character of a key sorts behind this one. */
const LAST = '\u{10ffff}';
const prefixed = (key: string): [string, string] => [key, key + LAST];

/** A card, member or other system's number that is exactly this; that of a record merged away leads to the survivor. */
function numbered(key: string): Degree {
  const card = key.toUpperCase();
  return {
    match: 'card',
    from: 'numbered',
    bind: [card, card, card, key, card, card, card, key],
    exact: true,
  };
}

/** The member whose coupon it is, in whatever state: the card then says how it stands. */
const couponCode = (code: string): Degree => ({ match: 'coupon', from: 'coupon', bind: [code], exact: true });

function cardPrefix(key: string): Degree {
  const card = key.toUpperCase();
  return {
    match: 'card',
    from: 'card',
    bind: prefixed(card),
    holds: ({ cardNo }) => cardNo.startsWith(card),
    exact: true,
  };
}

const phoneEnds = (digits: string): Degree[] => [
  { match: 'phone', from: 'phoneIs', bind: [digits], holds: ({ phone }) => phone === digits, exact: true },
  {
    match: 'phone_prefix',
    from: 'phone',
    bind: prefixed(digits),
    holds: ({ phone }) => phone.startsWith(digits),
    exact: true,
  },
  {
    match: 'phone_tail',
    from: 'phoneTail',
    bind: prefixed(reversed(digits)),
    holds: ({ phone }) => phone.endsWith(digits),
    exact: true,
  },
];

const phonePart = (digits: string): Degree => ({
  match: 'phone_part',
  from: 'part',
  bind: [phonePartExpression(digits)],
  holds: ({ phone }) => phone.includes(digits),
  exact: digits.length <= PHONE_GRAM,
});

const readings = (key: string): Degree[] => [
  {
    match: 'pinyin',
    from: 'readingIs',
    bind: [key],
    holds: (member) => member.readings.includes(` ${key} `),
    exact: true,
  },
  {
    match: 'pinyin',
    from: 'reading',
    bind: prefixed(key),
    holds: (member) => member.readings.includes(` ${key}`),
    exact: true,
  },
];

const names = (key: string): Degree[] => [
  { match: 'name', from: 'nameIs', bind: [key], holds: ({ nameKey }) => nameKey === key, exact: true },
  {
    match: 'name',
    from: 'name',
    bind: prefixed(key),
    holds: ({ nameKey }) => nameKey.startsWith(key),
    exact: true,
  },
  {
    match: 'name',
    from: 'part',
    bind: [namePartExpression(key)],
    holds: ({ nameKey }) => nameKey.includes(key),
    exact: Array.from(key).length <= 2,
  },
];
