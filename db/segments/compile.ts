import type { Condition, SegmentRule } from '../domain/segments/segment';
import type { BusinessDate } from '../domain/units';
import { boughtPiece, choicePiece, numberPiece, type Piece, TEXT_SQL, YES_SQL } from './facts';

/**
 * Active members, who alone have a lookup row, beside what the last run said of them: who has joined since is in
 * it with nothing said. Lookup rows come first, from whichever list of `facts.ts` is shortest or one by one; the
 * others follow by their number, in the same order.
 */
const members = (walk: Walk): string => `member_lookup l${walk === 'row_by_row' ? ' not indexed' : ''}
  cross join member m on m.n = l.n left join member_insight i on i.n = l.n`;

/** Who counts comes by everybody: then row by row, or the planner takes the narrowest index and a walk against the rows. */
type Walk = 'row_by_row' | 'as_planned';

/**
 * `from … where …` of the members of a rule as of a day: the one place where a rule becomes SQL. Whatever is
 * asked of them is put before and after it, so that every question is one statement.
 */
export function membersOf(rule: SegmentRule, today: BusinessDate, walk: Walk = 'as_planned'): Piece {
  const groups = rule.all.map(({ any }) => anyOf(any.map((condition) => conditionPiece(condition, today))));
  const conditions = groups.map(({ text }) => text);
  return {
    text: `from ${members(walk)}${conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`}`,
    values: groups.flatMap(({ values }) => values),
  };
}

function anyOf(pieces: readonly Piece[]): Piece {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  return {
    text: `(${pieces.map(({ text }) => text).join(' or ')})`,
    values: pieces.flatMap(({ values }) => values),
  };
}

/** What is unknown of a member is null, so it does not hold; turned round it does (segment.ts). */
function conditionPiece(condition: Condition, today: BusinessDate): Piece {
  const { text, values } = holds(condition, today);
  return condition.not ? { text: `(${text}) is not true`, values } : { text: `(${text})`, values };
}

function holds(condition: Condition, today: BusinessDate): Piece {
  switch (condition.kind) {
    case 'choice':
      return choicePiece(condition.fact, condition.in);
    case 'number':
      return numberPiece(condition.fact, condition, today);
    case 'yes':
      return { text: YES_SQL[condition.fact], values: [] };
    case 'text':
      return { text: TEXT_SQL[condition.fact], values: [condition.is] };
    case 'bought':
      return boughtPiece(condition, today);
  }
}
