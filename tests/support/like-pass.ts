import type { MemberQuery } from '@domain/members/query';
import type SQLite from 'better-sqlite3';

/** What is compared of a member, framed so that each LIKE is a search for one piece: `^13812345678$`. */
interface Texts {
  readonly phone: string;
  readonly name: string;
  readonly readings: string;
  readonly card: string;
  readonly memberNo: string;
  readonly external: string;
  readonly coupons: string;
}
type Column = keyof Texts;
type Piece = readonly [Column, string];

const READ = `
  select m.id as id, '^' || coalesce(l.phone, '') || '$' as phone, '^' || l.name_key || '$' as name,
    ' ' || l.pinyin || ' ' || l.initials || ' ' as readings, '^' || coalesce(l.card_no, '') || '$' as card,
    '^' || l.member_no || '$' as memberNo, '^' || coalesce(m.external_id, '') || '$' as external,
    coalesce((select '^' || group_concat(code, '$^') || '$' from coupon where member_id = m.id), '') as coupons
  from member_lookup l join member m on m.n = l.n order by l.score desc, l.n desc`;

/** The members that were found in one degree of a query, in rank order; no more than can be in an answer. */
interface Wanted {
  readonly ids: string[];
  readonly most: number;
}

/**
 * What `likeScan` answers, for very many queries in one pass over the members in the order of their ranking: each piece
 * of each text is looked for among the pieces that are asked for. Equal to it by a test over odd members. Answers by key.
 */
export function likePass(
  raw: SQLite.Database,
  queries: readonly MemberQuery[],
  limit = 20,
): Map<string, string[]> {
  const pieces = new Pieces();
  const asked = new Map<string, Wanted[]>();
  for (const query of queries) {
    if (!('key' in query) || asked.has(keyOf(query))) continue;
    const degrees = degreesOf(query).map((any) => {
      // Those of better degrees are left out afterwards: fewer than `limit` of them, or there is nothing left to fill.
      const wanted = { ids: [], most: 2 * limit };
      for (const piece of any) pieces.want(piece, wanted);
      return wanted;
    });
    asked.set(keyOf(query), degrees);
  }
  for (const { id, ...texts } of raw.prepare<[], Texts & { readonly id: string }>(READ).iterate())
    pieces.findIn(texts, id);
  return new Map(
    [...asked].map(([key, degrees]) => [
      key,
      [...new Set(degrees.flatMap(({ ids }) => ids))].slice(0, limit),
    ]),
  );
}

/** What tells two queries apart. */
export const keyOf = (query: MemberQuery): string => `${query.readAs} ${'key' in query ? query.key : ''}`;

/** The pieces that are asked for, by column, length and where in the text they may stand. */
class Pieces {
  private readonly wanted = new Map<Column, Map<string, Wanted[]>>();
  private readonly lengths = new Map<
    Column,
    { readonly start: Set<number>; readonly anywhere: Set<number> }
  >();

  want([column, piece]: Piece, wanted: Wanted): void {
    const pieces = this.wanted.get(column) ?? new Map<string, Wanted[]>();
    this.wanted.set(column, pieces);
    const list = pieces.get(piece) ?? [];
    pieces.set(piece, list);
    list.push(wanted);
    const lengths = this.lengths.get(column) ?? { start: new Set(), anywhere: new Set() };
    this.lengths.set(column, lengths);
    // What begins with the frame stands at the start and nowhere else; several coupons have several frames.
    const isStart = piece.startsWith('^') && column !== 'coupons';
    lengths[isStart ? 'start' : 'anywhere'].add(piece.length);
  }

  findIn(texts: Texts, id: string): void {
    for (const [column, pieces] of this.wanted) {
      const text = texts[column];
      const lengths = this.lengths.get(column);
      for (const length of lengths?.start ?? []) note(pieces.get(text.slice(0, length)), id);
      for (const length of lengths?.anywhere ?? [])
        for (let from = 0; from + length <= text.length; from++)
          note(pieces.get(text.slice(from, from + length)), id);
    }
  }
}

function note(wanted: readonly Wanted[] | undefined, id: string): void {
  for (const { ids, most } of wanted ?? []) if (ids.length < most && ids.at(-1) !== id) ids.push(id);
}

/** For each degree of likeness the pieces of which any makes it so. Keys are folded: no capital, no wildcard of LIKE. */
function degreesOf(query: Extract<MemberQuery, { readonly key: string }>): Piece[][] {
  const { key } = query;
  const card = key.toUpperCase();
  const number: Piece[] = [
    ...(['card', 'memberNo', 'external'] as const).map((column): Piece => [column, `^${card}$`]),
    ...(card === key ? [] : [['external', `^${key}$`] as const]),
  ];
  const cardPrefix: Piece[] = [['card', `^${card}`]];
  const phone: Piece[][] = [[['phone', `^${key}$`]], [['phone', `^${key}`]], [['phone', `${key}$`]]];
  const readings: Piece[][] = [[['readings', ` ${key} `]], [['readings', ` ${key}`]]];
  switch (query.readAs) {
    case 'phone':
      return [number, ...phone];
    case 'phone_part':
      return [number, ...phone, [['phone', key]]];
    case 'card':
      return [number, cardPrefix, ...(/^\d+$/.test(key) ? phone : readings)];
    case 'coupon':
      return [number, [['coupons', `^${card}$`]]];
    case 'pinyin':
      return [number, cardPrefix, ...readings];
    case 'name':
      return [[['name', `^${key}$`]], [['name', `^${key}`]], [['name', key]]];
  }
}
