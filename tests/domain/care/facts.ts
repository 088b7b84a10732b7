import type { ScriptFacts } from '@domain/care/script';
import { businessDate } from '@domain/units';

/** A member of whom everything is known, and a task of every kind at once. */
export const KNOWN: ScriptFacts = {
  today: businessDate('2026-05-18'),
  shop: '街角小店',
  staff: '小林',
  name: '王芳',
  memberNo: '000012',
  tier: 'loyal',
  points: 320,
  coupons: ['五元券', '诚意券'],
  birthday: { month: 5, day: 20 },
  birthdayGift: '生日咖啡券',
  years: 3,
  lastVisit: businessDate('2026-05-15'),
  lastItem: '手冲壶',
  daysAway: 3,
  festival: '端午',
  festivalGift: '粽子',
  complaint: '壶嘴漏水',
  winBackCoupon: { name: '诚意券', lastDay: businessDate('2026-06-16') },
  event: { name: '新品试吃会', on: businessDate('2026-06-01'), startsAt: 15 * 60 },
  maintenance: '净水器滤芯',
};

/** Somebody who is in the shop's book and of whom nothing else is known. */
export const UNKNOWN: ScriptFacts = {
  ...KNOWN,
  name: '',
  points: 0,
  coupons: [],
  birthday: null,
  birthdayGift: '',
  years: 0,
  lastVisit: null,
  lastItem: '',
  daysAway: null,
  festival: '',
  festivalGift: '',
  complaint: '',
  winBackCoupon: null,
  event: null,
  maintenance: '',
};
