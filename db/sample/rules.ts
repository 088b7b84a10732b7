import type { CouponTemplate } from '../domain/coupons/coupon';
import { DEFAULT_RULES, type ShopRules } from '../domain/settings/shop-rules';
import { fen, NO_FEN } from '../domain/units';

/** The festival's reserved gift (S46): mooncakes for who comes often. */
export const MID_AUTUMN: CouponTemplate = {
  id: 'mid-autumn',
  name: '中秋月饼礼',
  trigger: 'campaign',
  active: true,
  terms: { kind: 'gift', item: '月饼两枚', cost: fen(12_00), threshold: NO_FEN },
  stacks: true,
  validity: { kind: 'days', days: 30 },
  blackout: [],
};

const TEA: CouponTemplate = {
  id: 'afternoon-tea',
  name: '下午茶券',
  trigger: 'campaign',
  active: true,
  terms: { kind: 'amount', off: fen(5_00), threshold: fen(30_00) },
  stacks: false,
  validity: { kind: 'days', days: 14 },
  blackout: [],
};

/** The sample shop's rules: those of a new one, and two coupons for campaigns. */
export const SAMPLE_RULES: ShopRules = {
  ...DEFAULT_RULES,
  coupons: {
    ...DEFAULT_RULES.coupons,
    templates: [...DEFAULT_RULES.coupons.templates, MID_AUTUMN, TEA],
  },
};
