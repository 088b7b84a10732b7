import { consentNow } from '../care/reachable';
import { addDays, addMonths, daysBetween } from '../domain/calendar/business-day';
import { bitOf } from '../domain/insights/base';
import { STAGES_OF_RELATION } from '../domain/insights/relation';
import { RELATIONS, TRAITS } from '../domain/insights/words';
import type { ChoiceFact, NumberFact, TextFact, YesFact } from '../domain/segments/segment';
import { type BusinessDate, businessDate } from '../domain/units';
import { baseScoreOf } from '../insights/base-score';
import { warnedStill } from '../insights/warned-still';
import { completenessSql, hasRightPhone } from '../members/completeness';
import { couponsOn, pointsOn } from '../members/mapping';
import { billStands } from '../purchases/standing';

/** SQL over `member_lookup l`, `member m` and `member_insight i`, with the values of its question marks. */
export interface Piece {
  readonly text: string;
  readonly values: readonly unknown[];
}

const piece = (text: string, ...values: readonly unknown[]): Piece => ({ text, values });
const marks = (words: readonly unknown[]): string => words.map(() => '?').join(', ');

/** Those whose ids a statement finds, as a list in the order of the members, which can lead. */
const byId = (ids: string): string => `l.n in (select n from member where id in (${ids}))`;

/** One of several words. What few members have is a list of its own, so that it can lead. */
export function choicePiece(fact: ChoiceFact, words: readonly string[]): Piece {
  switch (fact) {
    case 'relation': {
      const stages = RELATIONS.filter((relation) => words.includes(relation)).flatMap(
        (relation) => STAGES_OF_RELATION[relation],
      );
      return choicePiece('stage', stages);
    }
    case 'trait': {
      const bits = TRAITS.filter((trait) => words.includes(trait)).reduce(
        (sum, trait) => sum | bitOf(trait),
        0,
      );
      return piece('(i.traits & ?) > 0', bits);
    }
    case 'adviser':
      return piece(`l.n in (select n from member where adviser_id in (${marks(words)}))`, ...words);
    case 'cluster':
      return oneOf('i.cluster', words.map(Number));
    case 'need':
      return piece(
        byId(
          `select f.member_id from member_profile f, json_each(f.needs) asked where asked.value in (${marks(words)})`,
        ),
        ...words,
      );
    case 'income':
    case 'education':
    case 'price_sensitivity':
      return piece(byId(`select member_id from member_profile where ${fact} in (${marks(words)})`), ...words);
    default:
      return oneOf(CHOICE_COLUMN[fact], words);
  }
}

const CHOICE_COLUMN = {
  tier: 'l.tier',
  class: 'i.class',
  class_before: 'i.class_before',
  value: 'i.value',
  stage: 'i.stage',
  rfm_group: 'i.rfm_group',
  gender: 'm.gender',
  source: 'm.source',
} as const;

const oneOf = (column: string, words: readonly (string | number)[]): Piece =>
  piece(`${column} in (${marks(words)})`, ...words);

/** A whole number between two limits; null = open. */
export function numberPiece(
  fact: NumberFact,
  { from, to }: { readonly from: number | null; readonly to: number | null },
  today: BusinessDate,
): Piece {
  switch (fact) {
    // Days that have gone by: the larger the number, the earlier the day, and the day has an index.
    case 'silent_days':
      return listed('last_visit', daysBack(to, today), daysBack(from, today));
    case 'member_days':
      return listed('joined_on', daysBack(to, today), daysBack(from, today));
    case 'visits':
      return listed('visits', from, to);
    case 'birthday_month': {
      const { text, values } = between(piece('birth_month'), from, to);
      return piece(`l.n in (select n from member where ${text})`, ...values);
    }
    // Stored per mille; so many per cent is every tenth of it.
    case 'alive_percent':
      return between(
        piece('i.alive'),
        from === null ? null : from * PER_CENT,
        to === null ? null : to * PER_CENT + (PER_CENT - 1),
      );
    default:
      return between(numberSql(fact, today), from, to);
  }
}

const PER_CENT = 10;

/** Further than a date can tell is as far as it can: nobody has been silent for longer than there are years. */
const daysBack = (days: number | null, today: BusinessDate): BusinessDate | null =>
  days === null
    ? null
    : addDays(today, -Math.min(Math.max(days, daysBetween(LAST, today)), daysBetween(FIRST, today)));
const [FIRST, LAST] = [businessDate('0000-01-01'), businessDate('9999-12-31')];

function between(of: Piece, from: unknown, to: unknown): Piece {
  if (from !== null && to !== null) return piece(`${of.text} between ? and ?`, ...of.values, from, to);
  return from === null
    ? piece(`${of.text} <= ?`, ...of.values, to)
    : piece(`${of.text} >= ?`, ...of.values, from);
}

/**
 * A range of a column with an index, as a list in the order of the members: half a store found along the index
 * itself would be looked up in the order of its days, five times as slow as row after row.
 */
function listed(column: 'last_visit' | 'joined_on' | 'visits', from: unknown, to: unknown): Piece {
  const { text, values } = between(piece(column), from, to);
  return piece(`l.n in (select n from member_lookup where ${text})`, ...values);
}

type PlainNumber = Exclude<
  NumberFact,
  'silent_days' | 'member_days' | 'visits' | 'birthday_month' | 'alive_percent'
>;

function numberSql(fact: PlainNumber, today: BusinessDate): Piece {
  switch (fact) {
    case 'points':
      return piece(`(${pointsOn('?')})`, today, today);
    case 'usable_coupons':
      return piece(`(${couponsOn('?')})`, today, today);
    case 'age': {
      const [year, month, day] = today.split('-').map(Number);
      return piece('(? - m.birth_year - ((m.birth_month, m.birth_day) > (?, ?)))', year, month, day);
    }
    case 'complaints_12_months':
      return piece(
        '(select count(*) from complaint c where c.member_id = m.id and c.business_date > ?)',
        addMonths(today, -12),
      );
    default:
      return piece(NUMBER_SQL[fact]);
  }
}

const NUMBER_SQL: Readonly<
  Record<Exclude<PlainNumber, 'points' | 'usable_coupons' | 'age' | 'complaints_12_months'>, string>
> = {
  visits_12_months: 'i.year_bills',
  spent: 'i.spent_fen',
  spent_12_months: 'i.year_fen',
  average_ticket: '(i.spent_fen / nullif(i.bills, 0))',
  usual_gap: 'i.usual_gap',
  joined_month: 'cast(substr(l.joined_on, 6, 2) as integer)',
  recency_score: 'i.recency_score',
  frequency_score: 'i.frequency_score',
  money_score: 'i.money_score',
  base_score: baseScoreOf('i'),
  expected_money: 'i.expected_fen',
  referrals: 'i.referrals',
  completeness: completenessSql('m'),
  last_satisfaction: lastAnswer('satisfaction'),
  last_recommend: lastAnswer('recommend'),
};

/** What they said last when they were asked for it; null for who never was. */
function lastAnswer(column: 'satisfaction' | 'recommend'): string {
  return `(select s.${column} from survey_answer s where s.member_id = m.id and s.${column} is not null
    order by s.seq desc limit 1)`;
}

/** True or not, never null. */
export const YES_SQL: Readonly<Record<YesFact, string>> = {
  agreed_to_marketing: `coalesce(${consentNow('m', 'marketing')} = 'given', 0)`,
  agreed_to_data: `coalesce(${consentNow('m', 'personal_data')} = 'given', 0)`,
  has_phone: hasRightPhone('m'),
  has_birthday: 'm.birth_month is not null',
  open_complaint: 'l.open_complaints > 0',
  // The list leads, for few are; those who have come since the run are taken out of it.
  warned: `(l.n in (select n from member_insight where warned = 1) and ${warnedStill('i', 'l')})`,
  excluded: 'i.excluded = 1',
  came_to_event: byId("select member_id from event_guest where state = 'attended'"),
};

/** What the record says, each a list that can lead. */
export const TEXT_SQL: Readonly<Record<TextFact, string>> = {
  tag: byId('select member_id from member_tag where tag = ?'),
  occupation: byId('select member_id from member_profile where occupation = ?'),
  interest: byId('select member_id from member_interest where interest = ?'),
};

/**
 * At least so many bills that stand with the product in the last so many days (S37), today being one of them.
 * The bills of these days are read once, whoever they are of: `+` keeps the planner from walking along the
 * members through every bill there ever was.
 */
export function boughtPiece(
  {
    product,
    times,
    withinDays,
  }: { readonly product: string; readonly times: number; readonly withinDays: number },
  today: BusinessDate,
): Piece {
  return piece(
    byId(`select p.member_id from purchase p where p.business_date > ?
      and exists (select 1 from purchase_line line where line.purchase_id = p.id and line.product = ?)
      and ${billStands('p')} group by +p.member_id having count(*) >= ?`),
    ...[addDays(today, -withinDays), product, times],
  );
}
