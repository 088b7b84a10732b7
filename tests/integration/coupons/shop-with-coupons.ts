import type { CouponTemplate, CouponTerms } from '@domain/coupons/coupon';
import type { ShopRules } from '@domain/settings/shop-rules';
import { fen, NO_FEN, points } from '@domain/units';
import type { TestShop } from '../../support/shop';

export const off = (amount: number, threshold = 0): CouponTerms => ({
  kind: 'amount',
  off: fen(amount),
  threshold: fen(threshold),
});
export const gift: CouponTerms = { kind: 'gift', item: '杯', cost: fen(1500), threshold: NO_FEN };

export const template = (id: string, rest: Partial<CouponTemplate>): CouponTemplate => ({
  id,
  name: `券 ${id}`,
  trigger: 'by_hand',
  active: true,
  terms: off(800),
  stacks: false,
  validity: { kind: 'days', days: 14 },
  blackout: [],
  ...rest,
});

/** Puts rules in force today that differ from those before in what `change` says. */
export async function changeRules(shop: TestShop, change: (rules: ShopRules) => ShopRules): Promise<void> {
  const { latest, rules } = await shop.client.settings.rules({});
  const changed = await shop.client.settings.changeRules(shop.request(), {
    basedOn: latest,
    rules: change(rules),
  });
  if (!changed.ok) throw new Error(`rules refused: ${JSON.stringify(changed.refusal)}`);
}

/** Adds templates to those that a new shop has. */
export const addTemplates = (shop: TestShop, ...templates: CouponTemplate[]): Promise<void> =>
  changeRules(shop, (rules) => ({
    ...rules,
    coupons: { ...rules.coupons, templates: [...rules.coupons.templates, ...templates] },
  }));

/** What a sale is asked for: no lines, no receipt number. */
export const bill = (memberId: string, gross: number, couponIds: readonly string[] = []) => ({
  memberId,
  gross: fen(gross),
  couponIds: [...couponIds],
  receiptNo: '',
  items: [],
  redeem: points(0),
});

/** A sale that must be taken. */
export async function sell(shop: TestShop, ...asked: Parameters<typeof bill>) {
  const sold = await shop.client.purchases.record(shop.request(), bill(...asked));
  if (!sold.ok) throw new Error(`sale refused: ${sold.refusal.code}`);
  return sold.value;
}

/** A coupon given by the owner. */
export async function give(shop: TestShop, memberId: string, templateId: string) {
  const given = await shop.client.coupons.giveByHand(shop.request(), {
    memberId,
    templateId,
    reason: '测试',
  });
  if (!given.ok) throw new Error(`gift refused: ${given.refusal.code}`);
  return given.value;
}
