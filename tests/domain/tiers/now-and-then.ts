import { Refusal } from '@domain/refusal';
import type { TierRules } from '@domain/settings/shop-rules';
import { decideByHand } from '@domain/tiers/by-hand';
import { advanceTier, decideUp } from '@domain/tiers/judge';
import type { Standing, TierChange } from '@domain/tiers/standing';
import { decideTakeBack, upgradesOf } from '@domain/tiers/take-back';
import type { TierBill } from '@domain/tiers/window';
import { type BusinessDate, fen } from '@domain/units';
import { type Happening, plusDays } from './every-day';
import { since } from './shop-rules';

const latest = (...days: BusinessDate[]): BusinessDate => days.reduce((a, b) => (a > b ? a : b));

/**
 * The store's way: the standing as it was last written, looked at only when a pass runs or something
 * happens. Which day was judged last is not kept; it follows from the last pass, refund and change.
 */
export class NowAndThen {
  readonly history: TierChange[] = [];
  bills: TierBill[] = [];
  private standing: Standing;
  private lastPass: BusinessDate;
  private lastRefund: BusinessDate;

  constructor(
    private today: BusinessDate,
    private readonly versions: [string, TierRules][],
  ) {
    this.standing = { tier: 'regular', since: today, until: null, fixed: false };
    this.lastPass = today;
    this.lastRefund = today;
  }

  get log(): string[] {
    return this.history.map(({ on, kind, after }) => `${on} ${kind} ${say(after)}`);
  }

  get said(): string {
    return say(this.standing);
  }

  open(day: BusinessDate): void {
    this.today = day;
  }

  pass(): void {
    this.look();
    this.lastPass = this.today;
  }

  /** Writes what is due, and answers how much that was. */
  look(): number {
    const lastChange = this.history.at(-1)?.on ?? this.lastPass;
    const judgedOn = latest(this.lastPass, this.lastRefund, lastChange);
    const { standing, bills, today, rules } = this;
    return this.write(advanceTier({ standing, bills, judgedOn, today, rules }));
  }

  happen(what: Happening): void {
    this.look();
    const { standing, bills, today, rules } = this;
    if (what.do === 'sale') {
      const sold = {
        purchaseId: String(bills.length),
        on: today,
        money: fen(what.fen),
        stands: what.fen > 0,
      };
      this.bills = [...bills, sold];
      const up = decideUp(standing, this.bills, today, rules.on(today));
      this.write(up === null ? [] : [up]);
    } else if (what.do === 'rules') {
      this.versions.push([today, what.rules]);
    } else if (what.do === 'hand') {
      const { days, ...level } = what.level;
      const until = days === null ? null : plusDays(today, days);
      const asked = { standing, bills, today, rules: rules.on(today), role: 'owner' as const };
      const set = decideByHand({ ...asked, level: { ...level, until, reason: '老顾客' } });
      if (set instanceof Refusal) throw new Error(set.code);
      this.write(set);
    } else this.refund(what);
  }

  private refund({ sale, part }: Extract<Happening, { do: 'refund' }>): void {
    const index = this.bills.length - 1 - sale;
    const bill = this.bills[index];
    if (bill === undefined) return;
    const money = fen(part === 'all' ? 0 : Math.ceil(bill.money / 2));
    this.bills = this.bills.with(index, { ...bill, money, stands: money > 0 });
    const { standing, bills, today, rules } = this;
    this.write(decideTakeBack({ standing, bills, today, rules, upgrades: upgradesOf(this.history) }));
    this.lastRefund = today;
  }

  private get rules() {
    return since(this.versions);
  }

  private write(changes: readonly TierChange[]): number {
    this.history.push(...changes);
    this.standing = changes.at(-1)?.after ?? this.standing;
    return changes.length;
  }
}

const say = ({ tier, since: from, until, fixed }: Standing): string =>
  `${tier} since ${from} until ${until}${fixed ? ' fixed' : ''}`;
