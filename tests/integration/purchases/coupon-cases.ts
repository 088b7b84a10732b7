import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { back, buy, coupon, days, opening, type RefundCase } from './refund-case';
import { FIRST_PURCHASE, FRIEND, REFERRAL } from './story';

const MEMBER_DAY = { ...DEFAULT_RULES.memberDay, weekdays: [1] };

/** Coupons live for 30 days; only a bill that has gone back as a whole moves them. */
export const COUPON_CASES: readonly RefundCase[] = [
  {
    name: '用了满减外的五元券：整单退，券回来 · an amount coupon comes back with the whole bill',
    history: [coupon('五元券'), buy('A', 50, { coupons: ['五元券'] })],
    refund: { of: 'A', yuan: 45 },
    gives: { money: 45, takenBack: 45, coupons: { restored: ['五元券'] } },
  },
  {
    name: '只退一部分：券仍算用掉 · with a part of the bill it stays used',
    history: [coupon('五元券'), buy('A', 50, { coupons: ['五元券'] })],
    refund: { of: 'A', yuan: 20 },
    gives: { money: 20, takenBack: 20, balance: 25, lots: ['25 until 2027-05-31'] },
  },
  {
    name: '分两次退完：第二次券才回来 · with the last of several part refunds it comes back',
    history: [coupon('五元券'), buy('A', 50, { coupons: ['五元券'] }), back('A', 20)],
    refund: { of: 'A', yuan: 25 },
    gives: { money: 25, takenBack: 25, coupons: { restored: ['五元券'] } },
  },
  {
    name: '折扣券 · a percent coupon',
    history: [coupon('九折券'), buy('A', 80, { coupons: ['九折券'] })],
    refund: { of: 'A', yuan: 72 },
    gives: { money: 72, takenBack: 72, coupons: { restored: ['九折券'] } },
  },
  {
    name: '礼品券 · a gift coupon',
    history: [coupon('马克杯'), buy('A', 30, { coupons: ['马克杯'] })],
    refund: { of: 'A', yuan: 30 },
    gives: { money: 30, takenBack: 30, coupons: { restored: ['马克杯'] } },
  },
  {
    name: '两张可叠加的券 · two coupons that stack: ninety percent, then three yuan',
    history: [coupon('三元券'), coupon('九折券'), buy('A', 80, { coupons: ['三元券', '九折券'] })],
    refund: { of: 'A', yuan: 69 },
    gives: { money: 69, takenBack: 69, coupons: { restored: ['三元券', '九折券'] } },
  },
  {
    name: '券已过期：不再回来 · a coupon that has lapsed meanwhile stays used',
    history: [coupon('五元券'), buy('A', 50, { coupons: ['五元券'] }), days(40)],
    refund: { of: 'A', yuan: 45 },
    gives: { money: 45, takenBack: 45, coupons: { lapsed: ['五元券'] } },
  },
  {
    name: '首单带来的券未用：收回 · the coupon that a first purchase brought is taken away unused',
    brings: [FIRST_PURCHASE],
    history: [buy('A', 30)],
    refund: { of: 'A', yuan: 30 },
    gives: { money: 30, takenBack: 30, coupons: { revoked: ['首单券'] } },
  },
  {
    name: '首单只退一部分：券留着 · with a part of the first purchase it stays',
    brings: [FIRST_PURCHASE],
    history: [buy('A', 30)],
    refund: { of: 'A', yuan: 10 },
    gives: { money: 10, takenBack: 10, balance: 20, lots: ['20 until 2027-05-31'] },
  },
  {
    name: '首单带来的券已用在别的单上：不追究 · used on another bill already it is left as it is',
    brings: [FIRST_PURCHASE],
    history: [buy('A', 30), buy('B', 20, { coupons: ['首单券'] })],
    refund: { of: 'A', yuan: 30 },
    gives: {
      money: 30,
      takenBack: 30,
      coupons: { kept: ['首单券'] },
      balance: 15,
      lots: ['15 until 2027-05-31'],
    },
  },
  {
    name: '首单已退，用它的券的那单再退：券不再回来 · a coupon whose own sale went back does not outlive the bill it was used on',
    brings: [FIRST_PURCHASE],
    history: [buy('A', 30), buy('B', 20, { coupons: ['首单券'] }), back('A', 30)],
    refund: { of: 'B', yuan: 15 },
    gives: { money: 15, takenBack: 15, coupons: { revoked: ['首单券'] } },
  },
  {
    name: '首单退了再买：又带一张，再退又收回 · a new first purchase brings it anew, and takes it along again',
    brings: [FIRST_PURCHASE],
    history: [buy('A', 30), back('A', 30), buy('B', 40)],
    refund: { of: 'B', yuan: 40 },
    gives: { money: 40, takenBack: 40, coupons: { revoked: ['首单券'] } },
  },
  {
    name: '推荐双方的券都未用：都收回 · a referral brought one to both sides: both are taken away',
    member: { sentByFriend: true },
    brings: [REFERRAL],
    history: [buy('A', 60)],
    refund: { of: 'A', yuan: 60 },
    gives: { money: 60, takenBack: 60, coupons: { revoked: ['推荐券', '推荐券'] } },
  },
  {
    name: '推荐人已用掉自己那张 · the friend has used theirs',
    member: { sentByFriend: true },
    brings: [REFERRAL],
    history: [buy('A', 60), buy('F', 30, { by: FRIEND, coupons: ['推荐券'] })],
    refund: { of: 'A', yuan: 60 },
    gives: { money: 60, takenBack: 60, coupons: { revoked: ['推荐券'], kept: ['推荐券'] } },
  },
  {
    name: '券加积分一起付 · paid with a coupon and with points',
    history: [opening(500, 90), coupon('五元券'), buy('A', 15, { coupons: ['五元券'], redeem: 500 })],
    refund: { of: 'A', yuan: 10 },
    gives: {
      money: 5,
      restored: 500,
      takenBack: 5,
      coupons: { restored: ['五元券'] },
      balance: 500,
      lots: ['500 until 2026-08-16'],
    },
  },
  {
    name: '整单由券支付：退 0 元，券回来 · a bill that a coupon paid alone: no money, but the coupon',
    history: [coupon('五元券'), buy('A', 5, { coupons: ['五元券'] })],
    refund: { of: 'A', yuan: 0 },
    gives: { coupons: { restored: ['五元券'] } },
  },
  {
    name: '会员日全场八折 · a member day at 20 % off',
    rules: { memberDay: MEMBER_DAY },
    history: [buy('A', 100)],
    refund: { of: 'A', yuan: 80 },
    gives: { money: 80, takenBack: 80 },
  },
  {
    name: '会员日再用五元券 · a member day and a coupon after it',
    rules: { memberDay: MEMBER_DAY },
    history: [coupon('五元券'), buy('A', 100, { coupons: ['五元券'] })],
    refund: { of: 'A', yuan: 75 },
    gives: { money: 75, takenBack: 75, coupons: { restored: ['五元券'] } },
  },
  {
    name: '生日当天双倍积分 · double points on the birthday go back doubled',
    member: { bornToday: true },
    history: [buy('A', 50)],
    refund: { of: 'A', yuan: 25 },
    gives: { money: 25, takenBack: 50, balance: 50, lots: ['50 until 2027-05-31'] },
  },
  {
    name: '当天撤销：积分、券、等级一起回到从前 · undo on the day: points, coupons and level as they were',
    brings: [FIRST_PURCHASE],
    history: [coupon('五元券'), buy('A', 1005, { coupons: ['五元券'] })],
    refund: { undo: 'A' },
    gives: {
      money: 1000,
      takenBack: 1000,
      coupons: { restored: ['五元券'], revoked: ['首单券'] },
      tier: 'loyal > regular',
    },
  },
];
