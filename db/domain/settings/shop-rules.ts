import { CARE_WORDS, type CareWords, startingFestivals, startingScripts } from '../care/starting-words';
import type { CareScript, Festival, TaskKind } from '../care/task';
import { type ReasonLeaf, STARTING_REASONS } from '../complaints/reasons';
import type { CouponTemplate, DateSpan } from '../coupons/coupon';
import type { Locale } from '../locale';
import { STARTING_STAFF_RULES, type StaffRules } from '../staff/staff-rules';
import { DIMENSIONS, type Dimension } from '../surveys/survey';
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

/** Opening hours of one day in minutes after midnight of the store's zone: 540 = 09:00. Past 1440 is the small hours after. */
export interface OpenHours {
  readonly opens: number;
  readonly closes: number;
}

/** When the store serves; what counts store hours goes by it. */
export interface HoursRules {
  /** Seven days, Monday first; null = closed. */
  readonly weekly: readonly (OpenHours | null)[];
  /** Closed on these days whatever the weekday. */
  readonly closedDates: readonly BusinessDate[];
}

/** Response and resolution clocks of a complaint (S68-S70), and what it may be about (S72-S75). */
export interface ComplaintRules {
  readonly responseHours: number;
  readonly resolutionHours: number;
  /** Whether both clocks run only while the store is open; wall-clock hours otherwise. */
  readonly storeHours: boolean;
  /** The leaves of the reason tree; a leaf is switched off, never taken away, for old complaints keep it. */
  readonly reasons: readonly ReasonLeaf[];
}

/** What Shuke does to keep customers, and how seldom it may bother them: rules "Care tasks and contact budget". */
export interface CareRules {
  /** Nobody is contacted from `from` to `to`, minutes after midnight: 21:00-09:00. Equal = no quiet hours. */
  readonly quiet: { readonly from: number; readonly to: number };
  /** Contacts of a calendar month; fewer once so many in a row went unanswered (S58, S59). */
  readonly budget: { readonly perMonth: number; readonly lowered: number; readonly afterUnanswered: number };
  /** Days after a first purchase on which somebody asks how it was (S57). */
  readonly firstPurchaseDays: number;
  /** Days before a birthday (S45). */
  readonly birthdayDays: number;
  /** Days after a complaint was resolved. */
  readonly complaintDays: number;
  /** Silent for so many days = dormant, class D: 60-90 (S04, S05). */
  readonly dormantDays: number;
  /** Days after joining on which those who have not bought hear from the shop (S61). */
  readonly nurtureDays: readonly number[];
  /** Months after which a member's data are asked for again (S32); 0 = never. */
  readonly refreshMonths: number;
  /** Of dormant, churn, win-back and nurture tasks so many percent are left out by lot, to see what care achieves. */
  readonly controlPercent: number;
  /** Kinds that are made by themselves no more. */
  readonly off: readonly TaskKind[];
  readonly festivals: readonly Festival[];
  readonly scripts: readonly CareScript[];
}

/** Targets in percent (S85), and what a survey asks about (S88). */
export interface SurveyRules {
  readonly targets: { readonly satisfaction: number; readonly loyalty: number; readonly wordOfMouth: number };
  readonly dimensions: readonly Dimension[];
  /** Days in which a member is not asked twice. */
  readonly pauseDays: number;
}

/** The owner's own limits of the bands 2-5 (S14): days at most, bills and fen at least. */
export interface RfmThresholds {
  readonly recencyDays: readonly [number, number, number, number];
  readonly bills: readonly [number, number, number, number];
  readonly money: readonly [Fen, Fen, Fen, Fen];
}

/** Who the members are and what they are worth: rules "Segments and value". Class D begins where `care.dormantDays` are over. */
export interface InsightRules {
  /** Class A: so many purchases within so many days (S01). */
  readonly classA: { readonly purchases: number; readonly days: number };
  /** Class B: not A, one within so many days (S02). */
  readonly classBDays: number;
  readonly rfm: {
    readonly windowMonths: number;
    /** Null = five bands of equal size. */
    readonly thresholds: RfmThresholds | null;
  };
  /** Shares of the buyers by the money of 12 months (S08). */
  readonly value: { readonly highPercent: number; readonly middlePercent: number };
  /** Lost: P(alive) below, or silent for so many times their own usual gap (S25). */
  readonly lost: { readonly alivePercent: number; readonly usualGaps: number };
  /** Develop: spends so many percent more than in the period before (S25). */
  readonly growthPercent: number;
  /** Base customer from so many of the four traits on (S12). */
  readonly baseFrom: number;
  /** Days after a dormant offer without a purchase: excluded (S05). */
  readonly excludedAfterDays: number;
  /** New members that the shop wants in a month; each excluded one raises it by one (S05). */
  readonly signUpTarget: number;
  /** Below so many repeat buyers there is no model. */
  readonly minRepeatBuyers: number;
  /** By which money of the future is worth less (S16). */
  readonly yearlyDiscountPercent: number;
}

/** A stretch of the day with a hint for the counter (S94); minutes after midnight. */
export interface TimeBand {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly hint: string;
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
  readonly hours: HoursRules;
  readonly care: CareRules;
  readonly surveys: SurveyRules;
  readonly timeBands: readonly TimeBand[];
  readonly insights: InsightRules;
  readonly staff: StaffRules;
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
  readonly care: CareWords;
  /** Hints of 8-10, 14-16 and 18-20 (S94). */
  readonly bands: readonly [string, string, string];
}

export const STARTING_WORDS: Readonly<Record<Locale, StartingWords>> = {
  'zh-CN': {
    firstPurchase: '首单回头券',
    winBack: '诚意券',
    referral: '推荐有礼',
    apology: '致歉券',
    anniversary: '入会周年礼',
    anniversaryItem: '周年小样',
    loyalGift: '生日咖啡券',
    vipGift: '刻名马克杯',
    care: CARE_WORDS['zh-CN'],
    bands: ['出餐要快，推荐早餐套餐', '引导入座休息，推荐下午茶套餐', '备好儿童座椅，推荐家庭套餐'],
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
    care: CARE_WORDS.en,
    bands: [
      'Serve fast, offer the breakfast set',
      'Show people to a seat, offer the tea set',
      'Have a child seat ready, offer the family set',
    ],
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
    complaints: { responseHours: 24, resolutionHours: 168, storeHours: false, reasons: STARTING_REASONS },
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
    hours: { weekly: Array.from({ length: 7 }, () => ({ opens: 9 * 60, closes: 21 * 60 })), closedDates: [] },
    care: {
      quiet: { from: 21 * 60, to: 9 * 60 },
      budget: { perMonth: 2, lowered: 1, afterUnanswered: 3 },
      firstPurchaseDays: 3,
      birthdayDays: 3,
      complaintDays: 3,
      dormantDays: 90,
      nurtureDays: [7, 30],
      refreshMonths: 12,
      controlPercent: 10,
      off: [],
      festivals: startingFestivals(words.care),
      scripts: startingScripts(words.care),
    },
    surveys: {
      targets: { satisfaction: 90, loyalty: 80, wordOfMouth: 100 },
      dimensions: DIMENSIONS,
      pauseDays: 30,
    },
    timeBands: [8, 14, 18].map((hour, index) => ({
      id: `${hour}`,
      from: hour * 60,
      to: (hour + 2) * 60,
      hint: words.bands[index] ?? '',
    })),
    insights: {
      classA: { purchases: 3, days: 30 },
      classBDays: 60,
      rfm: { windowMonths: 24, thresholds: null },
      value: { highPercent: 20, middlePercent: 30 },
      lost: { alivePercent: 30, usualGaps: 3 },
      growthPercent: 25,
      baseFrom: 3,
      excludedAfterDays: 30,
      signUpTarget: 30,
      minRepeatBuyers: 200,
      yearlyDiscountPercent: 10,
    },
    staff: STARTING_STAFF_RULES,
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
