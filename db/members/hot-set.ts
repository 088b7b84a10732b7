/** What a query looks at, of one member. */
export interface Searchable {
  readonly n: number;
  readonly score: number;
  /** Empty when there is none; so the card number. */
  readonly phone: string;
  readonly cardNo: string;
  readonly nameKey: string;
  /** Every reading with a space before and behind it. */
  readonly readings: string;
}

/** Rank: the higher score first, of equals the newer member. */
const goesBefore = (a: Pick<Searchable, 'score' | 'n'>, b: Pick<Searchable, 'score' | 'n'>): boolean =>
  a.score > b.score || (a.score === b.score && a.n > b.n);

/**
 * The members of highest rank, in rank order. Whatever happens they stay a prefix of the ranking:
 * twenty matches found here are the first twenty of the whole store.
 */
export class HotSet {
  private readonly members: Searchable[] = [];
  private readonly known = new Map<number, Searchable>();
  private whole = false;

  constructor(private readonly most: number) {}

  /** True when every member of the store is here: what is not found here is nowhere. */
  get coversAll(): boolean {
    return this.whole;
  }

  get inRankOrder(): readonly Searchable[] {
    return this.members;
  }

  get isFull(): boolean {
    return this.whole || this.members.length >= this.most;
  }

  clear(): void {
    this.members.length = 0;
    this.known.clear();
    this.whole = false;
  }

  /** Adds the members that follow the last one in rank; `end` says that there are no more. */
  extend(next: readonly Searchable[], end: boolean): void {
    for (const member of next) {
      this.members.push(member);
      this.known.set(member.n, member);
    }
    this.whole = end;
  }

  /** A member has changed, is new, or (undefined) has gone. */
  follow(n: number, now: Searchable | undefined): void {
    this.remove(n);
    const last = this.members.at(-1);
    if (now !== undefined && (this.whole || (last !== undefined && goesBefore(now, last)))) this.insert(now);
    // Growth is let go at the end, a quarter at a time.
    if (this.members.length > this.most * 1.25) {
      for (const gone of this.members.splice(this.most)) this.known.delete(gone.n);
      this.whole = false;
    }
  }

  private insert(member: Searchable): void {
    this.members.splice(this.placeOf(member), 0, member);
    this.known.set(member.n, member);
  }

  private remove(n: number): void {
    const member = this.known.get(n);
    if (member === undefined) return;
    this.members.splice(this.placeOf(member), 1);
    this.known.delete(n);
  }

  /** Where a member stands, or would stand. */
  private placeOf(member: Searchable): number {
    let low = 0;
    let high = this.members.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = this.members[middle];
      if (there !== undefined && goesBefore(there, member)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
