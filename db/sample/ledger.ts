import type SQLite from 'better-sqlite3';
import type { Coupon } from '../domain/coupons/coupon';
import { decideAdjust } from '../domain/points/adjust';
import { decideExpire } from '../domain/points/expire';
import {
  after,
  type EntryDraft,
  type Holdings,
  hasLapsed,
  NOTHING_HELD,
  usableOf,
} from '../domain/points/ledger';
import { type Quote, quoteSale } from '../domain/purchases/quote';
import { decideRefund, decideUndo, type RefundableSale } from '../domain/purchases/refund';
import { decideSale } from '../domain/purchases/sale';
import { Refusal } from '../domain/refusal';
import type { ShopRules } from '../domain/settings/shop-rules';
import { STARTING_STAFF_RULES } from '../domain/staff/staff-rules';
import { type Fen, fen, NO_FEN, type Points, points } from '../domain/units';
import { ledgerRows } from '../points/mapping';
import type { About, Stamp } from '../points/stamp';
import { lineRows, purchaseRow, refundRow, type SaleLine } from '../purchases/rows';
import type { Levels } from './levels';
import { inserter } from './rows';
import type { Holder, Wallets } from './wallets';

export interface Sold {
  readonly purchaseId: string;
  readonly memberId: string;
  /** What each line came to after discounts. */
  readonly prices: readonly Fen[];
  readonly sale: RefundableSale;
}

/** What the customer wants of a bill beside the goods. */
export interface Wish {
  readonly redeem: Points;
  readonly coupons: readonly Coupon[];
}

export const NO_WISH: Wish = { redeem: points(0), coupons: [] };

export interface Ledger {
  /** Points that can be spent today. */
  readonly usable: (memberId: string, today: Stamp['today']) => Points;
  readonly quote: (memberId: string, lines: readonly SaleLine[], wish: Wish, today: Stamp['today']) => Quote;
  readonly sell: (
    memberId: string,
    lines: readonly SaleLine[],
    receiptNo: string,
    quote: Quote,
    stamp: Stamp,
  ) => Sold;
  readonly refund: (sold: Sold, amount: Fen | 'all', reason: string, stamp: Stamp) => void;
  readonly undo: (sold: Sold, stamp: Stamp) => void;
  readonly adjust: (memberId: string, given: Points, reason: string, stamp: Stamp) => void;
  /** Writes the expiry entries of everything that has lapsed. */
  readonly sweep: (stamp: Stamp) => void;
}

/** Whose ledger it is, and what stands beside it. */
export interface Shop {
  readonly rules: ShopRules;
  readonly holders: ReadonlyMap<string, Holder>;
  readonly levels: Levels;
  readonly wallets: Wallets;
}

/**
 * The counter's own decisions in the counter's own order (a sale is quoted, decided, written), with
 * what each member holds kept in memory: only the way the rows are written is another.
 */
export function ledgerOn(raw: SQLite.Database, { rules: shop, holders, levels, wallets }: Shop): Ledger {
  const { points: rules } = shop;
  const write = writersOn(raw);
  const held = new Map<string, Holdings>();
  /** Bills of each member that have not gone back as a whole. */
  const standing = new Map<string, number>();
  const holdingsOf = (memberId: string) => held.get(memberId) ?? NOTHING_HELD;
  const billsOf = (memberId: string) => standing.get(memberId) ?? 0;

  function append(drafts: readonly EntryDraft[], about: About, stamp: Stamp) {
    const rows = ledgerRows([{ about, drafts }], stamp);
    for (const row of rows.entries) write.entry(row);
    for (const row of rows.lots) write.lot(row);
    for (const row of rows.moves) write.move(row);
    return rows;
  }

  function refunded(
    sold: Sold,
    refund: ReturnType<typeof decideRefund> | ReturnType<typeof decideUndo>,
    reason: string,
    stamp: Stamp,
    before: Holdings,
  ) {
    if (refund instanceof Refusal) throw new Error(`the story's refund is refused: ${refund.code}`);
    const { purchaseId, memberId } = sold;
    const refundId = stamp.newId();
    write.refund(refundRow({ id: refundId, purchaseId, memberId, refund, reason }, stamp));
    append(refund.drafts, { memberId, purchaseId, refundId }, stamp);
    const used = sold.sale.uses.map(({ lot }) => lot);
    held.set(memberId, after(before, refund.drafts, used));
    const money = fen(refund.effect.moneyBack + refund.effect.reducedBy);
    const whole = refund.kind !== 'part';
    levels.refunded(memberId, { purchaseId, refundId, money, whole }, stamp);
    if (!whole) return;
    standing.set(memberId, billsOf(memberId) - 1);
    wallets.refunded({ purchaseId, refundId }, stamp);
  }

  return {
    usable: (memberId, today) => usableOf(holdingsOf(memberId), today),

    quote: (memberId, lines, { redeem, coupons }, today) => {
      const usable = usableOf(holdingsOf(memberId), today);
      const birthday = holders.get(memberId)?.birthday ?? null;
      const quote = quoteSale({
        bill: { gross: sumOfLines(lines), items: lines, specialPrice: NO_FEN },
        buyer: { id: memberId, tier: levels.of(memberId), usable, birthday },
        coupons,
        redeem,
        rules: shop,
        today,
      });
      if (quote instanceof Refusal) throw new Error(`the story's sale is refused: ${quote.code}`);
      return quote;
    },

    sell: (memberId, lines, receiptNo, quote, stamp) => {
      const before = holdingsOf(memberId);
      const expired = decideExpire(before, stamp.today);
      const holdings = expired.length === 0 ? before : after(before, expired);
      const lotId = stamp.newId();
      const decided = decideSale({ quote, holdings, rules, today: stamp.today, lotId });
      if (decided instanceof Refusal) throw new Error(`the story's sale is refused: ${decided.code}`);
      const purchaseId = stamp.newId();
      const bill = { id: purchaseId, memberId, receiptNo, items: lines, quote };
      write.purchase(purchaseRow(bill, stamp));
      for (const line of lineRows(bill)) write.line(line);
      write.receipt({ business_date: stamp.today, receipt_no: receiptNo, purchase_id: purchaseId });
      const rows = append([...expired, ...decided.drafts], { memberId, purchaseId }, stamp);
      held.set(memberId, after(holdings, decided.drafts));
      const earlier = billsOf(memberId);
      standing.set(memberId, earlier + 1);
      levels.sold(memberId, purchaseId, quote.due, stamp);
      wallets.sold(memberId, { purchaseId, used: quote.couponIds, first: earlier === 0 }, stamp);
      wallets.celebrate(memberId, levels.of(memberId), stamp);
      const idOf = (kind: 'earn' | 'redeem') => rows.entries.find((row) => row.kind === kind)?.id ?? null;
      return {
        purchaseId,
        memberId,
        prices: lines.map(({ amount }, index) => fen(amount - (quote.lineDiscounts[index] ?? 0))),
        sale: {
          total: quote.total,
          pointsWorth: quote.pointsWorth,
          redeemed: quote.redeem,
          earned: quote.earned,
          businessDate: stamp.today,
          refunded: fen(0),
          returned: false,
          restored: points(0),
          takenBack: points(0),
          lapsed: points(0),
          ownLots: new Set(quote.earned > 0 ? [lotId] : []),
          uses: usesOf(decided.drafts, holdings),
          entryIds: { earn: idOf('earn'), redeem: idOf('redeem') },
        },
      };
    },

    refund: (sold, amount, reason, stamp) => {
      const holdings = holdingsOf(sold.memberId);
      const asked = { sale: sold.sale, holdings, today: stamp.today, rules, newId: stamp.newId };
      const whole = amount === 'all' ? sold.sale.total : amount;
      const refund = decideRefund({ ...asked, amount: whole, shortfall: 'debt' });
      refunded(sold, refund, reason, stamp, holdings);
    },

    undo: (sold, stamp) => {
      const holdings = holdingsOf(sold.memberId);
      const undone = decideUndo({ sale: sold.sale, holdings, today: stamp.today, rules, newId: stamp.newId });
      write.freeReceipt(sold.purchaseId);
      refunded(sold, undone, '', stamp, holdings);
    },

    adjust: (memberId, given, reason, stamp) => {
      const holdings = holdingsOf(memberId);
      const drafts = decideAdjust({
        holdings,
        points: given,
        reason,
        by: { role: 'owner', adjustedToday: points(0), second: 'nobody' },
        rules,
        fourEyes: STARTING_STAFF_RULES.fourEyes,
        today: stamp.today,
        lotId: stamp.newId(),
      });
      if (drafts instanceof Refusal) throw new Error(`the story's adjustment is refused: ${drafts.code}`);
      append(drafts, { memberId }, stamp);
      held.set(memberId, after(holdings, drafts));
    },

    sweep: (stamp) => {
      for (const [memberId, holdings] of held) {
        if (!holdings.lots.some((lot) => hasLapsed(lot, stamp.today))) continue;
        const drafts = decideExpire(holdings, stamp.today);
        append(drafts, { memberId }, stamp);
        held.set(memberId, after(holdings, drafts));
      }
    },
  };
}

const sumOfLines = (lines: readonly SaleLine[]): Fen =>
  fen(lines.reduce((sum, { amount }) => sum + amount, 0));

/** What a redemption took out of which lot. An emptied lot comes back empty: a refund fills it from there. */
function usesOf(drafts: readonly EntryDraft[], holdings: Holdings): RefundableSale['uses'] {
  return drafts
    .filter(({ kind }) => kind === 'redeem')
    .flatMap(({ moves }) => moves)
    .flatMap((move) => {
      const lot = move.to === 'lot' ? holdings.lots.find(({ id }) => id === move.lotId) : undefined;
      return lot === undefined
        ? []
        : [{ lot: { ...lot, remaining: points(0) }, points: points(-move.points) }];
    });
}

function writersOn(raw: SQLite.Database) {
  const freeReceipt = raw.prepare<[string]>('delete from receipt where purchase_id = ?');
  return {
    purchase: inserter(raw, 'purchase', [
      'id',
      'member_id',
      'receipt_no',
      'total_fen',
      'points_redeemed',
      'points_worth_fen',
      'paid_fen',
      'earning_base_fen',
      'points_earned',
      'discount_fen',
      'account',
      'rule_version',
      'bought_at',
      'business_date',
      'staff_id',
      'import_id',
      'recorded_at',
    ]),
    line: inserter(raw, 'purchase_line', [
      'purchase_id',
      'line_no',
      'product',
      'quantity_milli',
      'amount_fen',
      'earns',
      'full_price',
      'discount_fen',
    ]),
    receipt: inserter(raw, 'receipt', ['business_date', 'receipt_no', 'purchase_id']),
    freeReceipt: (purchaseId: string) => {
      freeReceipt.run(purchaseId);
    },
    refund: inserter(raw, 'refund', [
      'id',
      'purchase_id',
      'member_id',
      'kind',
      'amount_fen',
      'money_back_fen',
      'reduced_by_fen',
      'points_worth_fen',
      'reason',
      'refunded_at',
      'business_date',
      'staff_id',
    ]),
    entry: inserter(raw, 'points_entry', [
      'id',
      'member_id',
      'kind',
      'points',
      'purchase_id',
      'refund_id',
      'reverses_id',
      'reason',
      'rule_version',
      'at',
      'business_date',
      'staff_id',
      'import_id',
    ]),
    lot: inserter(raw, 'points_lot', [
      'id',
      'member_id',
      'entry_id',
      'points',
      'earned_on',
      'last_day',
      'revives_id',
    ]),
    move: inserter(raw, 'points_move', ['entry_id', 'member_id', 'lot_id', 'points']),
  };
}
