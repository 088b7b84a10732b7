import type { CouponTemplate, DateSpan } from '../coupons/coupon';
import type { Tier } from '../tiers/tier';
import { type BusinessDate, type Fen, fen, NO_FEN, type Points, points } from '../units';

/** An exact rate: `up` for every `per`. Rates are integer pairs, never floats. */
export interface Rate {
  readonly up: number;
  readonly per: number;
}

/** Everything about points that a shop may set. Sources: design rules "Points"; S40, S45. */
export interface PointsRules {
  /** Points per amount of the earning base; 1 point per 100 fen. */
  readonly earn: { readonly points: Points; readonly perFen: Fen };
  /** Months after the month of earning at whose end a lot lapses; 0 = never. */
  readonly expiryMonths: number;
  /** What redeemed points are worth: 100 points = 100 fen. */
  readonly redeem: { readonly points: Points; readonly worthFen: Fen };
  readonly redeemMinimum: Points;
  readonly redeemStep: Points;
  /** Largest share of a bill that points may pay, in percent 0-100. */
  readonly redeemMaxPercent: number;
  /** Days that a lapsed lot lives again when a refund brings it back. */
  readonly restoredLotDays: number;
  /** Points that one member of staff may adjust by hand in a day. */
  readonly adjustDailyLimit: Points;
}

/** Response and resolution clocks of a complaint (S68-S70). */
export interface ComplaintRules {
  readonly responseHours: number;
  readonly resolutionHours: number;
}

/** From either of them on, judged over the window. */
export interface TierThreshold {
  readonly money: Fen;
  readonly visits: number;
}

/** The exact rights of a tier (S40-S44, S51, S54). A 满减 has no place here: S43. */
export interface TierRights {
  /** Percent off full-price goods, 0-99: 10 = 正价商品 9 折. */
  readonly discountPercent: number;
  readonly earnMultiplier: Rate;
  /** The practical item that a birthday brings as an item coupon, never points (S44); empty = none. */
  readonly birthdayGift: string;
  /** New goods and bookings first (S42, S51). */
  readonly priority: boolean;
  /** A named member of staff looks after them (S42, S54). */
  readonly adviser: boolean;
}

/** Sources: rules "Tiers"; S39-S43, S51. */
export interface TierRules {
  /** Money and visits count for so many months back. */
  readonly windowMonths: number;
  /** Each change protects the level for so many months. */
  readonly protectionMonths: number;
  /** Within so many days of an upgrade a refund that undoes its reason takes it back. */
  readonly takeBackDays: number;
  readonly loyal: TierThreshold;
  readonly vip: TierThreshold;
  readonly rights: Readonly<Record<Tier, TierRights>>;
}

/** Days with a store-wide discount for members (S48); any of the three lists makes one. */
export interface MemberDayRules {
  /** ISO weekdays, 1 = Monday. */
  readonly weekdays: readonly number[];
  /** Days of the month, 1-31. */
  readonly monthDays: readonly number[];
  readonly dates: readonly BusinessDate[];
  /** Percent off everything, 0-99: 20 = 全场 8 折. */
  readonly percentOff: number;
}

/** Points are multiplied on these days; the best of all that apply counts, they do not multiply each other. */
export interface EarnEvent extends DateSpan {
  readonly name: string;
  readonly multiplier: Rate;
}

/** Birthdays (S44, S45): the gift of the tier around the day, more points on the day itself. */
export interface BirthdayRules {
  readonly daysBefore: number;
  readonly daysAfter: number;
  readonly multiplier: Rate;
  /** What a tier's gift costs the shop, for the cost that is shown. */
  readonly giftCost: Fen;
}

export interface CouponRules {
  readonly templates: readonly CouponTemplate[];
  /** Worth of coupons that one cashier may give by hand in a day (S80). */
  readonly handAllowance: Fen;
}

export interface ShopRules {
  readonly points: PointsRules;
  readonly complaints: ComplaintRules;
  readonly tiers: TierRules;
  readonly memberDay: MemberDayRules;
  readonly birthday: BirthdayRules;
  readonly earnEvents: readonly EarnEvent[];
  readonly coupons: CouponRules;
}

/** What a new store calls its first coupons and gifts, in the language of its owner. */
export interface StartingWords {
  readonly firstPurchase: string;
  readonly winBack: string;
  readonly referral: string;
  readonly apology: string;
  readonly anniversary: string;
  readonly anniversaryItem: string;
  readonly loyalGift: string;
  readonly vipGift: string;
}

export const STARTING_WORDS: Readonly<Record<'zh-CN' | 'en', StartingWords>> = {
  'zh-CN': {
    firstPurchase: '首单回头券',
    winBack: '诚意券',
    referral: '推荐有礼',
    apology: '致歉券',
    anniversary: '入会周年礼',
    anniversaryItem: '周年小样',
    loyalGift: '生日咖啡券',
    vipGift: '刻名马克杯',
  },
  en: {
    firstPurchase: 'Next-visit coupon',
    winBack: 'Win-back coupon',
    referral: 'Referral reward',
    apology: 'Apology coupon',
    anniversary: 'Anniversary gift',
    anniversaryItem: 'Anniversary sample',
    loyalGift: 'Birthday coffee',
    vipGift: 'Mug with your name',
  },
};

/** The rules of a new store: the numbers of the source documents, each of them a setting. */
export function startingRules(words: StartingWords): ShopRules {
  return {
    points: {
      earn: { points: points(1), perFen: fen(100) },
      expiryMonths: 12,
      redeem: { points: points(100), worthFen: fen(100) },
      redeemMinimum: points(100),
      redeemStep: points(100),
      redeemMaxPercent: 50,
      restoredLotDays: 30,
      adjustDailyLimit: points(1000),
    },
    complaints: { responseHours: 24, resolutionHours: 168 },
    tiers: {
      windowMonths: 12,
      protectionMonths: 12,
      takeBackDays: 30,
      loyal: { money: fen(1000_00), visits: 12 },
      vip: { money: fen(5000_00), visits: 36 },
      rights: {
        regular: {
          discountPercent: 0,
          earnMultiplier: { up: 1, per: 1 },
          birthdayGift: '',
          priority: false,
          adviser: false,
        },
        loyal: {
          discountPercent: 10,
          earnMultiplier: { up: 6, per: 5 },
          birthdayGift: words.loyalGift,
          priority: false,
          adviser: false,
        },
        vip: {
          discountPercent: 15,
          earnMultiplier: { up: 3, per: 2 },
          birthdayGift: words.vipGift,
          priority: true,
          adviser: true,
        },
      },
    },
    memberDay: { weekdays: [], monthDays: [], dates: [], percentOff: 20 },
    birthday: { daysBefore: 3, daysAfter: 7, multiplier: { up: 2, per: 1 }, giftCost: fen(15_00) },
    earnEvents: [],
    coupons: { templates: startingTemplates(words), handAllowance: fen(50_00) },
  };
}

function startingTemplates(words: StartingWords): CouponTemplate[] {
  const base = { active: true, stacks: false, blackout: [] } as const;
  const days = (count: number) => ({ kind: 'days', days: count }) as const;
  const off = (yuan: number, threshold = NO_FEN) =>
    ({ kind: 'amount', off: fen(yuan * 100), threshold }) as const;
  return [
    {
      ...base,
      id: 'first-purchase',
      name: words.firstPurchase,
      trigger: 'first_purchase',
      terms: off(5),
      validity: days(30),
    },
    {
      ...base,
      id: 'win-back',
      name: words.winBack,
      trigger: 'win_back',
      terms: off(20),
      validity: days(30),
    },
    {
      ...base,
      id: 'referral',
      name: words.referral,
      trigger: 'referral',
      terms: off(10, fen(50_00)),
      validity: days(60),
    },
    { ...base, id: 'apology', name: words.apology, trigger: 'apology', terms: off(10), validity: days(30) },
    {
      ...base,
      id: 'anniversary',
      name: words.anniversary,
      trigger: 'anniversary',
      active: false,
      terms: { kind: 'gift', item: words.anniversaryItem, cost: fen(10_00), threshold: NO_FEN },
      validity: days(30),
    },
  ];
}

export const DEFAULT_RULES: ShopRules = startingRules(STARTING_WORDS['zh-CN']);
