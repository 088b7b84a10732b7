import type { TierRules } from '@domain/settings/shop-rules';
import type { LevelByHand } from '@domain/tiers/by-hand';
import type { Tier } from '@domain/tiers/tier';
import { type BusinessDate, businessDate, daysInMonth } from '@domain/units';

/** What may happen to a member, told to both ways of judging. */
export type Happening =
  | { readonly do: 'sale'; readonly fen: number }
  /** Which sale, counted from the newest; `all` sends the rest of it back. */
  | { readonly do: 'refund'; readonly sale: number; readonly part: 'half' | 'all' }
  | {
      readonly do: 'hand';
      readonly level: Omit<LevelByHand, 'until' | 'reason'> & { readonly days: number | null };
    }
  | { readonly do: 'rules'; readonly rules: TierRules };

interface State {
  tier: number;
  since: string;
  until: string | null;
  fixed: boolean;
}

const LEVELS: readonly Tier[] = ['regular', 'loyal', 'vip'];

/** Calendar by hand, so that it shares nothing with the rules it holds to account. */
export function monthsOn(date: string, months: number): string {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, month));
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export const plusDays = (date: string, days: number): BusinessDate =>
  businessDate(new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10));

/**
 * The slow way, by the letter of the rules: every single day is judged as it begins, and again when
 * rules take effect; whatever happens is judged at once. It never looks back over several days.
 */
export class EveryDay {
  readonly log: string[] = [];
  readonly sales: { on: string; fen: number; back: number }[] = [];
  private state: State;
  private ups: { on: string; before: State; rules: TierRules }[] = [];

  constructor(
    private today: string,
    private rules: TierRules,
  ) {
    this.state = { tier: 0, since: today, until: null, fixed: false };
  }

  get standing(): string {
    const { tier, since, until, fixed } = this.state;
    return `${LEVELS[tier]} since ${since} until ${until}${fixed ? ' fixed' : ''}`;
  }

  /** A day begins: what ended yesterday is judged by yesterday's rules, then planned ones take effect. */
  open(day: string, planned: TierRules | undefined): void {
    this.today = day;
    const { until } = this.state;
    if (until !== null && until < day) this.ended(this.rules);
    if (planned !== undefined) this.rules = planned;
    this.rise();
  }

  happen(what: Happening): void {
    if (what.do === 'sale') {
      this.sales.push({ on: this.today, fen: what.fen, back: 0 });
      this.rise();
    } else if (what.do === 'rules') {
      this.rules = what.rules;
      for (const up of this.ups) if (up.on === this.today) up.rules = what.rules;
      this.rise();
    } else if (what.do === 'hand') {
      const { tier, joinsAutomatic, days } = what.level;
      const named = days === null ? null : plusDays(this.today, days);
      const rank = LEVELS.indexOf(tier);
      const protection = rank === 0 ? null : (named ?? monthsOn(this.today, this.rules.protectionMonths));
      this.to('by_hand', { tier: rank, until: joinsAutomatic ? protection : named, fixed: !joinsAutomatic });
      this.rise();
    } else this.refund(what);
  }

  private refund({ sale, part }: Extract<Happening, { do: 'refund' }>): void {
    const bill = this.sales.at(-1 - sale);
    if (bill === undefined) return;
    const left = bill.fen - bill.back;
    this.giveBack(bill, part === 'all' ? left : Math.floor(left / 2));
  }

  /** So much of what was paid for a sale goes back. */
  giveBack(sale: { back: number }, fen: number): void {
    sale.back += fen;
    // Each upgrade that has lost its reason falls, the last one first.
    let fallen = 0;
    while (this.takesBack()) fallen += 1;
    const { until } = this.state;
    if (fallen > 0 && until !== null && until < this.today) this.ended(this.rules);
  }

  private takesBack(): boolean {
    const up = this.ups.at(-1);
    const now = this.earned(this.today, this.rules);
    if (up === undefined || plusDays(up.on, this.rules.takeBackDays) < this.today) return false;
    if (this.earned(up.on, up.rules) >= this.state.tier || now >= this.state.tier) return false;
    if (now > up.before.tier) this.state = { ...this.state, tier: now };
    else {
      this.state = up.before;
      this.ups.pop();
    }
    this.note('taken_back');
    return true;
  }

  private earned(day: string, rules: TierRules): number {
    const after = monthsOn(day, -rules.windowMonths);
    let [money, visits] = [0, 0];
    for (const { on, fen, back } of this.sales) {
      if (on <= after || on > day) continue;
      money += fen - back;
      visits += back < fen ? 1 : 0;
    }
    if (money >= rules.vip.money || visits >= rules.vip.visits) return 2;
    return money >= rules.loyal.money || visits >= rules.loyal.visits ? 1 : 0;
  }

  private rise(): void {
    const earned = this.earned(this.today, this.rules);
    if (this.state.fixed || earned <= this.state.tier) return;
    const before = this.state;
    const ups = [...this.ups, { on: this.today, before, rules: this.rules }];
    this.to('up', { tier: earned, until: monthsOn(this.today, this.rules.protectionMonths), fixed: false });
    this.ups = ups;
  }

  private ended(rules: TierRules): void {
    const { tier, fixed } = this.state;
    const earned = this.earned(this.today, rules);
    const next = earned < tier ? Math.max(0, tier - 1) : fixed ? earned : tier;
    const until = next === 0 ? null : monthsOn(this.today, rules.protectionMonths);
    this.to(fixed ? 'hand_ended' : earned < tier ? 'down' : 'kept', {
      tier: next,
      until,
      fixed: false,
    });
  }

  private to(kind: string, next: Omit<State, 'since'>): void {
    this.state = { ...next, since: next.tier === this.state.tier ? this.state.since : this.today };
    this.ups = [];
    this.note(kind);
  }

  private note(kind: string): void {
    this.log.push(`${this.today} ${kind} ${this.standing}`);
  }
}
