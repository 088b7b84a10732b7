import { addDays, endOfMonthAfter } from '@domain/calendar/business-day';
import type { PointsRules } from '@domain/settings/shop-rules';
import { type BusinessDate, businessDate } from '@domain/units';
import type { Asked, Part, Redeem, Result, Standing, Step, Till } from './till';

interface ModelLot {
  readonly born: number;
  readonly earnedOn: BusinessDate;
  readonly lastDay: BusinessDate | null;
  readonly sale: number | null;
}
interface Coin {
  lot: ModelLot;
  state: 'held' | 'spent' | 'lapsed' | 'taken';
}
interface ModelSale {
  readonly total: number;
  readonly worth: number;
  readonly earned: number;
  readonly day: BusinessDate;
  readonly spent: Coin[];
  refunded: number;
  restored: number;
  taken: number;
}

/**
 * The ledger as a person would keep it with coins on a table: every point is one coin that lies in a
 * lot, is spent, has lapsed or was taken back. Slow and plain on purpose; shares no code with what it
 * checks but the calendar.
 */
export class CoinModel implements Till {
  readonly sales: ModelSale[] = [];
  private readonly coins: Coin[] = [];
  private owed = 0;
  private lots = 0;
  today: BusinessDate;

  constructor(
    readonly rules: PointsRules,
    start: string,
  ) {
    this.today = businessDate(start);
  }

  /** Numbers for a step as this history stands; undefined when there is no such sale. */
  resolve(step: Step): Asked | undefined {
    if (step.do === 'sale') return { ...step, redeem: this.redeemed(step.redeem, step.total) };
    if (step.do === 'undo' || step.do === 'refund') {
      // Counted from the newest: what was just sold is what people bring back.
      const sale =
        this.sales.length === 0 ? undefined : this.sales.length - 1 - (step.sale % this.sales.length);
      if (sale === undefined) return undefined;
      return step.do === 'undo'
        ? { ...step, sale }
        : { ...step, sale, amount: this.amountOf(sale, step.part) };
    }
    if (step.do === 'adjust')
      return { ...step, points: step.points === 'take all' ? -this.usable() : step.points };
    return step;
  }

  private redeemed(redeem: Redeem, total: number): number {
    if ('points' in redeem) return redeem.points;
    const most = this.most(total);
    const { redeemStep: step, redeemMinimum: minimum } = this.rules;
    if (most === 0) return 0;
    return [minimum, Math.max(minimum, Math.floor(most / 2 / step) * step), most][redeem.preset] ?? 0;
  }

  private most(total: number): number {
    const { redeemStep: step, redeemMinimum: minimum, redeem, redeemMaxPercent } = this.rules;
    const usable = this.usable();
    let most = 0;
    for (let points: number = minimum; points <= usable; points += step) {
      if (Math.floor((points * redeem.worthFen) / redeem.points) * 100 > total * redeemMaxPercent) break;
      most = points;
    }
    return most;
  }

  private amountOf(index: number, part: Part): number {
    const sale = this.sales[index] as ModelSale;
    if (part === 'rest') return sale.total - sale.refunded;
    return 'fen' in part ? part.fen : Math.round((sale.total * part.percent) / 100);
  }

  ask(asked: Asked): Result {
    switch (asked.do) {
      case 'sale':
        return this.sale(asked);
      case 'refund':
        return this.refund(asked.sale, asked.amount, asked.shortfall);
      case 'undo':
        return this.undo(asked.sale);
      case 'adjust':
        return this.adjust(asked.points);
      case 'opening':
        this.gain(asked.points, null, asked.lastsDays === null ? null : addDays(this.today, asked.lastsDays));
        return {};
      case 'days':
        this.today = addDays(this.today, asked.days);
        return {};
      case 'sweep':
        this.lapse();
        return {};
    }
  }

  standing(): Standing {
    const lots = new Map<ModelLot, number>();
    const held = this.held();
    for (const coin of held) lots.set(coin.lot, (lots.get(coin.lot) ?? 0) + 1);
    return {
      usable: held.length - this.owed,
      owed: this.owed,
      lots: [...lots].sort(([a], [b]) => order(a, b)).map(([lot, count]) => [lot.lastDay, count] as const),
    };
  }

  private sale({ total, exempt, redeem }: Extract<Asked, { do: 'sale' }>): Result {
    const { rules } = this;
    if (total === 0) return { refused: 'amount_needed' };
    if (redeem > 0) {
      if (redeem < rules.redeemMinimum) return { refused: 'redeem_below_minimum' };
      if (redeem % rules.redeemStep !== 0) return { refused: 'redeem_not_in_steps' };
      if (redeem > this.usable()) return { refused: 'insufficient_points' };
      if (redeem > this.most(total)) return { refused: 'redeem_above_share' };
    }
    this.lapse();
    const worth = (redeem * rules.redeem.worthFen) / rules.redeem.points;
    const earning = total - exempt;
    const base = earning - Math.floor((worth * earning) / total);
    const earned = Math.floor((base * rules.earn.points) / rules.earn.perFen);
    const spent = this.held().slice(0, redeem);
    for (const coin of spent) coin.state = 'spent';
    const owedBefore = this.owed;
    const index =
      this.sales.push({ total, worth, earned, day: this.today, spent, refunded: 0, restored: 0, taken: 0 }) -
      1;
    this.gain(earned, index, this.expiry());
    return {
      paid: total - worth,
      earned,
      redeemed: redeem,
      debtSettled: owedBefore - this.owed,
      balance: this.usable(),
    };
  }

  private refund(index: number, amount: number, shortfall: 'debt' | 'reduce_refund' | 'write_off'): Result {
    const sale = this.sales[index] as ModelSale;
    if (sale.refunded === sale.total) return { refused: 'nothing_left' };
    if (amount === 0) return { refused: 'amount_needed' };
    if (amount > sale.total - sale.refunded) return { refused: 'above_remaining' };
    const kept = this.coins.map((coin) => ({ coin, as: { ...coin } }));
    this.lapse();
    const upTo = sale.refunded + amount;
    const share = (of: number, sum: number) => Math.floor((of * sum) / sale.total);
    const worth = share(sale.worth, upTo) - share(sale.worth, sale.refunded);
    const back =
      sale.worth === 0
        ? 0
        : Math.ceil((sale.spent.length * share(sale.worth, upTo)) / sale.worth) - sale.restored;
    const revived = this.bringBack(sale, back);

    const due = share(sale.earned, upTo) - share(sale.earned, sale.refunded);
    const gone = this.coins.filter((coin) => coin.lot.sale === index && coin.state === 'lapsed').length;
    const asked = Math.min(due, Math.max(0, share(sale.earned, upTo) - gone - sale.taken));
    const there = [...this.held()].sort(
      (a, b) => Number(b.lot.sale === index) - Number(a.lot.sale === index),
    );
    const taken = there.slice(0, asked);
    const missing = asked - taken.length;
    const reduced =
      shortfall === 'reduce_refund'
        ? Math.floor((missing * this.rules.redeem.worthFen) / this.rules.redeem.points)
        : 0;
    if (reduced > amount - worth) {
      for (const { coin, as } of kept) Object.assign(coin, as);
      return { refused: 'reduction_too_large' };
    }
    for (const coin of taken) coin.state = 'taken';
    if (shortfall === 'debt') this.owed += missing;
    this.settle();
    sale.refunded = upTo;
    sale.restored += back;
    sale.taken += asked;
    return {
      moneyBack: amount - worth - reduced,
      pointsRestored: back,
      revived,
      pointsTakenBack: taken.length,
      pointsLapsed: due - asked,
      shortfall: missing,
      debt: shortfall === 'debt' ? missing : 0,
      writtenOff: shortfall === 'write_off' ? missing : 0,
      reducedBy: reduced,
      balanceAfter: this.usable(),
    };
  }

  private undo(index: number): Result {
    const sale = this.sales[index] as ModelSale;
    if (sale.refunded > 0) return { refused: 'already_refunded' };
    if (sale.day !== this.today) return { refused: 'undo_too_late' };
    return this.refund(index, sale.total, 'debt');
  }

  private adjust(points: number): Result {
    if (points === 0) return { refused: 'nothing_to_adjust' };
    if (points < 0 && -points > this.usable()) return { refused: 'insufficient_points' };
    this.lapse();
    if (points > 0) this.gain(points, null, this.expiry());
    else for (const coin of this.held().slice(0, -points)) coin.state = 'taken';
    return { balance: this.usable() };
  }

  private bringBack(sale: ModelSale, count: number) {
    const lastDay = addDays(this.today, this.rules.restoredLotDays);
    const reborn = new Map<ModelLot, ModelLot>();
    for (const coin of [...sale.spent].reverse().slice(sale.restored, sale.restored + count)) {
      coin.state = 'held';
      if (coin.lot.lastDay === null || coin.lot.lastDay >= this.today) continue;
      const lot = reborn.get(coin.lot) ?? { ...coin.lot, lastDay, born: this.lots++ };
      reborn.set(coin.lot, lot);
      coin.lot = lot;
    }
    const renewed = new Set(reborn.values());
    const points = this.coins.filter((coin) => renewed.has(coin.lot)).length;
    return points === 0 ? null : { points, lastDay };
  }

  private gain(count: number, sale: number | null, lastDay: BusinessDate | null): void {
    const lot: ModelLot = { born: this.lots++, earnedOn: this.today, lastDay, sale };
    for (let n = 0; n < count; n++) this.coins.push({ lot, state: 'held' });
    this.settle();
  }

  private settle(): void {
    if (this.owed === 0) return;
    for (const coin of this.held().slice(0, this.owed)) {
      coin.state = 'taken';
      this.owed--;
    }
  }

  private lapse(): void {
    for (const coin of this.coins) if (coin.state === 'held' && !this.lives(coin.lot)) coin.state = 'lapsed';
  }

  private expiry(): BusinessDate | null {
    return this.rules.expiryMonths === 0 ? null : endOfMonthAfter(this.today, this.rules.expiryMonths);
  }

  private lives(lot: ModelLot): boolean {
    return lot.lastDay === null || lot.lastDay >= this.today;
  }

  private held(): Coin[] {
    const byLot = new Map<ModelLot, Coin[]>();
    for (const coin of this.coins) {
      if (!this.counts(coin)) continue;
      const lot = byLot.get(coin.lot);
      if (lot === undefined) byLot.set(coin.lot, [coin]);
      else lot.push(coin);
    }
    return [...byLot].sort(([a], [b]) => order(a, b)).flatMap(([, coins]) => coins);
  }

  private counts({ state, lot }: Coin): boolean {
    return state === 'held' && this.lives(lot);
  }

  private usable(): number {
    let held = 0;
    for (const coin of this.coins) if (this.counts(coin)) held++;
    return held - this.owed;
  }
}

function order(a: ModelLot, b: ModelLot): number {
  const key = (lot: ModelLot) =>
    `${lot.lastDay ?? '9999'} ${lot.earnedOn} ${String(lot.born).padStart(9, '0')}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
