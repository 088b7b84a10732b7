import type SQLite from 'better-sqlite3';
import type { LookupMatch, MemberQuery } from '../domain/members/query';
import type { BusinessDate } from '../domain/units';
import { HotSet, type Searchable } from './hot-set';
import { type Degree, degreesOf } from './lookup-plan';
import { prepareLookup } from './lookup-statements';
import { hitFrom, type LookupHit } from './mapping';
import { byRank, ScoreTable } from './score-table';

export interface LookupSizes {
  /** Members kept in memory. */
  readonly hot: number;
  /** Up to so many candidates the index alone is faster than looking through the hot set. */
  readonly few: number;
  /** Past so many the query is common in the file, and following the ranking finds it soon. */
  readonly many: number;
  /** How far the ranking is followed before all candidates are fetched after all. */
  readonly walk: number;
}
const SIZES: LookupSizes = { hot: 10_000, few: 128, many: 4000, walk: 5000 };
/** Rows read in one step of walking: well under a frame. */
const STEP = 1000;
/** Rows read in one step of warming: well under a frame even from a disk that has not read them lately. */
const HOT_STEP = 250;
const SCORE_STEP = 2500;
/** Candidates that must be looked at are read in lists of so many. */
const LOOKED_AT = 64;

const TOP = { score: Number.MAX_SAFE_INTEGER, n: 0 };
const ALL = -1;

/**
 * The search behind the one box. An answer is exactly the first rows of the ranking among those
 * that match, better degrees of likeness first. The index, the hot set and the walk along the
 * ranking are three ways to the same answer, chosen by how common the query is; a cold hot set
 * changes nothing but the time. One connection's own: used between its transactions.
 */
export class LookupIndex {
  private readonly hot: HotSet;
  private readonly scores = new ScoreTable();
  private readonly ask: ReturnType<typeof prepareLookup>;
  private scored: { score: number; n: number } = TOP;
  private later: (step: () => void) => void = (step) => step();

  constructor(
    private readonly raw: SQLite.Database,
    private readonly sizes: LookupSizes = SIZES,
  ) {
    this.hot = new HotSet(sizes.hot);
    this.ask = prepareLookup(raw);
  }

  /**
   * Loads the hot set, then the scores: at once, or in steps of a few milliseconds of which
   * `later` runs each (`setImmediate` in main, so that keystrokes go first). `reload` does the same again.
   */
  warm(later: (step: () => void) => void = this.later): void {
    this.later = later;
    later(() => {
      if (this.loadStep()) this.warm(later);
    });
  }

  /** False when there is nothing left to load. */
  private loadStep(): boolean {
    if (!this.raw.open) return false;
    if (!this.hot.isFull) this.extendHot();
    else if (!this.scores.complete) this.extendScores();
    return !this.hot.isFull || !this.scores.complete;
  }

  /** The first `limit` members for a query, best first; none for what is no search. */
  find(query: MemberQuery, today: BusinessDate, limit = 20): LookupHit[] {
    const found = new Map<number, LookupMatch>();
    for (const degree of degreesOf(query)) {
      if (found.size >= limit) break;
      for (const n of this.bestOf(degree, limit - found.size, found)) found.set(n, degree.match);
    }
    return this.hits(found, 'key' in query ? query.key : '', today);
  }

  /** After a commit: these members have changed. */
  follow(memberIds: readonly string[]): void {
    for (const { member, n, ...rest } of this.ask.followed.all(JSON.stringify(memberIds))) {
      this.hot.follow(member, n === null ? undefined : { n, ...rest });
      this.scores.set(member, n === null ? 0 : rest.score);
    }
  }

  /** After an import or its undoing: everything may have changed. Answers stay right at once. */
  reload(): void {
    this.hot.clear();
    this.scores.clear();
    this.scored = TOP;
    this.warm();
  }

  private bestOf(degree: Degree, need: number, found: ReadonlyMap<number, unknown>): number[] {
    const { few, many } = this.sizes;
    let numbers = this.candidates(degree, few + 1);
    if (numbers.length > few && degree.holds !== undefined) {
      const inHot = this.inHot(degree.holds, need, found);
      if (inHot.length === need || this.hot.coversAll) return inHot;
      numbers = this.candidates(degree, many + 1);
      if (numbers.length > many) {
        const walked = this.isNear(inHot.length, need)
          ? this.walked(degree.holds, inHot, need, found)
          : undefined;
        if (walked !== undefined) return walked;
        numbers = this.candidates(degree, ALL);
      }
    }
    return this.firstOf(this.ranked(numbers), degree, need, found);
  }

  private candidates({ from, bind }: Degree, limit: number): number[] {
    return this.ask.candidates[from].all(...bind, limit);
  }

  private inHot(
    holds: (member: Searchable) => boolean,
    need: number,
    found: ReadonlyMap<number, unknown>,
  ): number[] {
    const numbers: number[] = [];
    for (const member of this.hot.inRankOrder) {
      if (!holds(member) || found.has(member.n)) continue;
      numbers.push(member.n);
      if (numbers.length === need) break;
    }
    return numbers;
  }

  /** Whether the walk would likely find the rest soon: as common further down as among the hottest. */
  private isNear(inHot: number, need: number): boolean {
    const looked = this.hot.inRankOrder.length;
    return looked === 0 || (need - inHot) * looked <= inHot * this.sizes.walk;
  }

  /** Goes on where the hot set ends; undefined when the walk was long and still not enough. */
  private walked(
    holds: (member: Searchable) => boolean,
    inHot: readonly number[],
    need: number,
    found: ReadonlyMap<number, unknown>,
  ): number[] | undefined {
    const numbers = [...inHot];
    let last = this.hot.inRankOrder.at(-1) ?? TOP;
    for (let walked = 0; walked < this.sizes.walk; walked += STEP) {
      const rows = this.ask.ranking.all(last.score, last.n, STEP);
      for (const member of rows) {
        if (!holds(member) || found.has(member.n)) continue;
        numbers.push(member.n);
        if (numbers.length === need) return numbers;
      }
      if (rows.length < STEP) return numbers;
      last = rows.at(-1) ?? TOP;
    }
    return undefined;
  }

  private ranked(numbers: readonly number[]): number[] {
    if (this.scores.complete || numbers.length < 2) return byRank(numbers, (n) => this.scores.get(n));
    const scores = new Map(this.ask.scoresOf.all(JSON.stringify(numbers)).map(({ n, score }) => [n, score]));
    return byRank(numbers, (n) => scores.get(n) ?? 0);
  }

  private firstOf(
    ranked: readonly number[],
    { exact, holds }: Degree,
    need: number,
    found: ReadonlyMap<number, unknown>,
  ): number[] {
    const open = ranked.filter((n) => !found.has(n));
    if (exact || holds === undefined) return open.slice(0, need);
    const numbers: number[] = [];
    for (let at = 0; at < open.length && numbers.length < need; at += LOOKED_AT) {
      const list = open.slice(at, at + LOOKED_AT);
      const holding = new Set(
        this.ask.searchable
          .all(JSON.stringify(list))
          .filter(holds)
          .map((member) => member.n),
      );
      numbers.push(...list.filter((n) => holding.has(n)));
    }
    return numbers.slice(0, need);
  }

  /** The rows of what was found, in its order, in one statement. */
  private hits(found: ReadonlyMap<number, LookupMatch>, key: string, today: BusinessDate): LookupHit[] {
    if (found.size === 0) return [];
    const rows = new Map(
      this.ask.hits.all(JSON.stringify([...found.keys()]), today).map((row) => [row.n, row]),
    );
    return [...found].flatMap(([n, match]) => {
      const row = rows.get(n);
      if (row === undefined) return [];
      return hitFrom(row, match === 'pinyin' && row.initials.includes(` ${key}`) ? 'initials' : match);
    });
  }

  private extendHot(): void {
    const last = this.hot.inRankOrder.at(-1) ?? TOP;
    const rows = this.ask.ranking.all(last.score, last.n, HOT_STEP);
    this.hot.extend(rows, rows.length < HOT_STEP);
  }

  private extendScores(): void {
    const rows = this.ask.scores.all(this.scored.score, this.scored.n, SCORE_STEP);
    for (const { n, score } of rows) this.scores.set(n, score);
    this.scored = rows.at(-1) ?? this.scored;
    this.scores.complete = rows.length < SCORE_STEP;
  }
}
