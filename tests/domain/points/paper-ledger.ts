import { addDays } from '@domain/calendar/business-day';
import { decideAdjust } from '@domain/points/adjust';
import { decideEarn } from '@domain/points/earn';
import { decideExpire } from '@domain/points/expire';
import {
  after,
  type EntryDraft,
  type Holdings,
  hasLapsed,
  type Lot,
  soonestFirst,
  usableOf,
} from '@domain/points/ledger';
import { type Quote, quoteSale } from '@domain/purchases/quote';
import { decideRefund, decideUndo, type Refund, type RefundableSale } from '@domain/purchases/refund';
import { decideSale } from '@domain/purchases/sale';
import { Refusal } from '@domain/refusal';
import { DEFAULT_RULES, type PointsRules } from '@domain/settings/shop-rules';
import { type BusinessDate, businessDate, fen, points } from '@domain/units';
import type { Asked, Result, Standing, Till } from './till';

export interface PaperEntry extends EntryDraft {
  readonly id: string;
  readonly sale: number | null;
}
interface PaperMove {
  readonly entry: PaperEntry;
  readonly lotId: string | null;
  readonly points: number;
}
interface PaperLot extends Lot {
  remaining: Lot['remaining'];
  readonly points: number;
  readonly entryId: string;
  readonly revivesId: string | null;
}
interface PaperSale {
  readonly quote: Quote;
  readonly total: number;
  readonly day: BusinessDate;
  refunded: number;
  returned: boolean;
}

/** The tables of the ledger on paper, with the store's own guards, driven by the pure decisions alone. */
export class PaperLedger implements Till {
  readonly entries: PaperEntry[] = [];
  readonly moves: PaperMove[] = [];
  readonly lots = new Map<string, PaperLot>();
  readonly sales: PaperSale[] = [];
  owed = 0;
  today: BusinessDate;
  private ids = 0;

  constructor(
    readonly rules: PointsRules,
    start: string,
  ) {
    this.today = businessDate(start);
  }

  readonly newId = (): string => String(++this.ids).padStart(9, '0');

  holdings(): Holdings {
    return { lots: [...this.lots.values()].filter((lot) => lot.remaining > 0), owed: points(this.owed) };
  }

  standing(): Standing {
    const living = this.holdings().lots.filter((lot) => !hasLapsed(lot, this.today));
    return {
      usable: usableOf(this.holdings(), this.today),
      owed: this.owed,
      lots: living.sort(soonestFirst).map((lot) => [lot.lastDay, lot.remaining] as const),
    };
  }

  ask(asked: Asked): Result {
    switch (asked.do) {
      case 'sale':
        return this.sale(asked);
      case 'refund':
        return this.append(asked.sale, this.decideRefund(asked));
      case 'undo':
        return this.append(
          asked.sale,
          decideUndo({ ...this.common(), sale: this.saleForRefund(asked.sale) }),
        );
      case 'adjust':
        return this.adjust(asked.points);
      case 'opening': {
        const lastDay = asked.lastsDays === null ? null : addDays(this.today, asked.lastsDays);
        const lot = { earned: points(asked.points), earnedOn: this.today, lastDay, lotId: this.newId() };
        this.write(decideEarn(this.swept(), { kind: 'opening', ...lot }), null);
        return {};
      }
      case 'days':
        this.today = addDays(this.today, asked.days);
        return {};
      case 'sweep':
        this.swept();
        return {};
    }
  }

  decideRefund({ sale, amount, shortfall }: Extract<Asked, { do: 'refund' }>) {
    return decideRefund({
      ...this.common(),
      sale: this.saleForRefund(sale),
      amount: fen(amount),
      shortfall,
    });
  }

  private common() {
    return { holdings: this.holdings(), today: this.today, rules: this.rules, newId: this.newId };
  }

  private sale({ total, exempt, redeem }: Extract<Asked, { do: 'sale' }>): Result {
    const expired = decideExpire(this.holdings(), this.today);
    const holdings = after(this.holdings(), expired);
    const items = [
      { amount: fen(total - exempt), earns: true, fullPrice: true },
      { amount: fen(exempt), earns: false, fullPrice: true },
    ];
    const { rules, today } = this;
    const usable = usableOf(holdings, today);
    const quote = quoteSale({
      bill: { gross: fen(total), items, specialPrice: fen(0) },
      buyer: { id: 'they', tier: 'regular', usable, birthday: null },
      coupons: [],
      redeem: points(redeem),
      rules: { ...DEFAULT_RULES, points: rules },
      today,
    });
    if (quote instanceof Refusal) return { refused: quote.code };
    const sale = decideSale({ quote, holdings, rules, today, lotId: this.newId() });
    if (sale instanceof Refusal) return { refused: sale.code };
    const index = this.sales.push({ quote, total, day: today, refunded: 0, returned: false }) - 1;
    this.write([...expired, ...sale.drafts], index);
    const { due: paid, earned, redeem: redeemed } = quote;
    return { paid, earned, redeemed, debtSettled: sale.debtSettled, balance: sale.balance };
  }

  private adjust(asked: number): Result {
    const by = { role: 'manager', adjustedToday: points(0), second: 'nobody' } as const;
    const holdings = this.swept();
    const { rules, today } = this;
    const drafts = decideAdjust({
      holdings,
      points: points(asked),
      reason: '盘点',
      by,
      rules,
      fourEyes: DEFAULT_RULES.staff.fourEyes,
      today,
      lotId: this.newId(),
    });
    if (drafts instanceof Refusal) return { refused: drafts.code };
    this.write(drafts, null);
    return { balance: usableOf(this.holdings(), today) };
  }

  private append(index: number, refund: Refund | Refusal): Result {
    if (refund instanceof Refusal) return { refused: refund.code };
    this.write(refund.drafts, index);
    const sale = this.sales[index];
    if (sale !== undefined) {
      sale.refunded += refund.amount;
      sale.returned = refund.kind !== 'part';
    }
    return { ...refund.effect };
  }

  private swept(): Holdings {
    this.write(decideExpire(this.holdings(), this.today), null);
    return this.holdings();
  }

  private write(drafts: readonly EntryDraft[], sale: number | null): void {
    for (const draft of drafts) {
      const entry = { ...draft, id: this.newId(), sale: draft.kind === 'expire' ? null : sale };
      if (entry.reversesId !== null && this.entries.some((other) => other.reversesId === entry.reversesId)) {
        throw new Error('one reversal per entry');
      }
      this.entries.push(entry);
      for (const move of draft.moves) {
        if (move.to === 'new_lot') {
          this.lots.set(move.lot.id, {
            ...move.lot,
            remaining: points(0),
            points: move.points,
            entryId: entry.id,
          });
        }
        const lotId = move.to === 'debt' ? null : move.to === 'new_lot' ? move.lot.id : move.lotId;
        this.moves.push({ entry, lotId, points: move.points });
        this.follow(lotId, move.points);
      }
    }
  }

  /** What the triggers do in the file. */
  private follow(lotId: string | null, moved: number): void {
    if (lotId === null) {
      this.owed -= moved;
      if (this.owed < 0) throw new Error('nobody owes less than nothing');
      return;
    }
    const lot = this.lots.get(lotId);
    if (lot === undefined) throw new Error('a move needs a lot of the same member');
    lot.remaining = points(lot.remaining + moved);
    if (lot.remaining < 0 || lot.remaining > lot.points) throw new Error('a lot is overdrawn or overfilled');
  }

  saleForRefund(index: number): RefundableSale {
    const sale = this.sales[index];
    if (sale === undefined) throw new Error('no such sale');
    const own = this.entries.filter((entry) => entry.sale === index);
    const total = (kind: string) =>
      own.filter((entry) => entry.kind === kind).reduce((sum, e) => sum + e.points, 0);
    const idOf = (kind: string) => own.find((entry) => entry.kind === kind)?.id ?? null;
    const earn = idOf('earn');
    const family = new Set<string>();
    for (const lot of this.lots.values()) {
      const inIt =
        (lot.entryId === earn && lot.revivesId === null) ||
        (lot.revivesId !== null && family.has(lot.revivesId));
      if (inIt) family.add(lot.id);
    }
    const lapsed = this.moves.filter((move) => move.entry.kind === 'expire' && family.has(move.lotId ?? ''));
    const redeemed = this.moves.filter((move) => move.entry.kind === 'redeem' && move.entry.sale === index);
    return {
      total: fen(sale.total),
      pointsWorth: sale.quote.pointsWorth,
      redeemed: sale.quote.redeem,
      earned: sale.quote.earned,
      businessDate: sale.day,
      refunded: fen(sale.refunded),
      returned: sale.returned,
      restored: points(total('restore')),
      takenBack: points(-total('clawback')),
      lapsed: points(-lapsed.reduce((sum, move) => sum + move.points, 0)),
      ownLots: family,
      uses: redeemed.flatMap((move) => {
        const lot = this.lots.get(move.lotId ?? '');
        return lot === undefined ? [] : [{ lot, points: points(-move.points) }];
      }),
      entryIds: { earn, redeem: idOf('redeem') },
    };
  }
}
