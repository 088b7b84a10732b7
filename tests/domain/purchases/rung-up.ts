import type { CouponTerms } from '@domain/coupons/coupon';
import type { BillItem, ChosenCoupon } from '@domain/purchases/bill';
import { type Quote, type QuoteRefusal, quoteSale } from '@domain/purchases/quote';
import { Refusal } from '@domain/refusal';
import { DEFAULT_RULES, type ShopRules } from '@domain/settings/shop-rules';
import type { Tier } from '@domain/tiers/tier';
import { businessDate, fen, NO_FEN, points } from '@domain/units';

/** A Monday. */
export const TODAY = businessDate('2026-05-18');

/** A bill as a test says it; money in fen. */
export interface RungUp {
  readonly gross: number;
  readonly items?: readonly BillItem[];
  readonly special?: number;
  readonly tier?: Tier;
  readonly usable?: number;
  readonly birthday?: { readonly month: number; readonly day: number } | null;
  readonly coupons?: readonly ChosenCoupon[];
  readonly redeem?: number;
  readonly rules?: Partial<ShopRules>;
}

export function ask({ gross, items = [], special = 0, ...asked }: RungUp): Quote | QuoteRefusal {
  return quoteSale({
    bill: { gross: fen(gross), items, specialPrice: fen(special) },
    buyer: {
      id: 'they',
      tier: asked.tier ?? 'regular',
      usable: asked.usable ?? 0,
      birthday: asked.birthday ?? null,
    },
    coupons: asked.coupons ?? [],
    redeem: points(asked.redeem ?? 0),
    rules: { ...DEFAULT_RULES, ...asked.rules },
    today: TODAY,
  });
}

export function quote(asked: RungUp): Quote {
  const answer = ask(asked);
  if (answer instanceof Refusal) throw new Error(answer.code);
  return answer;
}

export const item = (
  amount: number,
  { earns = true, fullPrice = true }: { earns?: boolean; fullPrice?: boolean } = {},
): BillItem => ({ amount: fen(amount), earns, fullPrice });

export const off = (amount: number, threshold = 0): CouponTerms => ({
  kind: 'amount',
  off: fen(amount),
  threshold: fen(threshold),
});
export const percent = (percentOff: number, cap: number | null = null): CouponTerms => ({
  kind: 'percent',
  percentOff,
  cap: cap === null ? null : fen(cap),
  threshold: NO_FEN,
});
export const gift = (threshold = 0): CouponTerms => ({
  kind: 'gift',
  item: '刻名马克杯',
  cost: fen(1500),
  threshold: fen(threshold),
});

/** A coupon of this member that stacks and can be used today, but for what is said otherwise. */
export const coupon = (id: string, terms: CouponTerms, rest: Partial<ChosenCoupon> = {}): ChosenCoupon => ({
  id,
  memberId: 'they',
  name: `券 ${id}`,
  terms,
  stacks: true,
  firstDay: businessDate('2026-05-01'),
  lastDay: businessDate('2026-05-31'),
  blackout: [],
  state: 'issued',
  ...rest,
});

/** Every day a member day with so many percent off. */
export const memberDay = (percentOff: number): Pick<ShopRules, 'memberDay'> => ({
  memberDay: { weekdays: [1, 2, 3, 4, 5, 6, 7], monthDays: [], dates: [], percentOff },
});

export const tierDiscount = (tier: Tier, discountPercent: number): Pick<ShopRules, 'tiers'> => ({
  tiers: {
    ...DEFAULT_RULES.tiers,
    rights: {
      ...DEFAULT_RULES.tiers.rights,
      [tier]: { ...DEFAULT_RULES.tiers.rights[tier], discountPercent },
    },
  },
});
