import { NO_PROFILE } from '@domain/members/profile';
import { NO_COUNTS } from '@domain/pos/outcome';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import type { Replies } from './bridge';

export const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const ZHANG = {
  id: idOf(1),
  name: '张三',
  phoneMasked: '138****8812',
  memberNo: 'M000001',
  tier: 'regular',
  points: 1284,
  openComplaints: 0,
  usableCoupons: 0,
  lastVisitOn: '2026-11-21',
  visits: 42,
  match: 'phone_tail',
};
export const MIN = {
  ...ZHANG,
  id: idOf(2),
  name: '张敏',
  phoneMasked: '159****8812',
  memberNo: 'M000002',
  points: 300,
};

/** No folder of a till is watched. */
export const NO_TILL = {
  source: null,
  health: 'off',
  readOnly: false,
  lastFile: null,
  today: NO_COUNTS,
  unclaimed: 0,
};

/** A level as the card shows it. */
export const aStanding = (more: object = {}) => ({
  tier: 'regular',
  since: '2025-01-01',
  until: null,
  fixed: false,
  money: 32000,
  visits: 8,
  windowFrom: '2025-11-23',
  next: { tier: 'loyal', money: 68000, visits: 4 },
  keep: null,
  rights: DEFAULT_RULES.tiers.rights.regular,
  ...more,
});

/** 20 yuan off any bill, unless the test says otherwise. */
export const aCoupon = (number: number, more: object = {}) => ({
  id: idOf(500 + number),
  code: `C${number}`,
  memberId: ZHANG.id,
  name: `券${number}`,
  trigger: 'win_back',
  terms: { kind: 'amount', off: 2000, threshold: 0 },
  stacks: false,
  firstDay: '2026-11-01',
  lastDay: '2099-12-31',
  blackout: [],
  state: 'issued',
  stateToday: 'usable',
  issuedOn: '2026-11-01',
  issuedBySale: null,
  usedOnSale: null,
  ...more,
});

export const cardOf = (row: typeof ZHANG, more: object = {}) => ({
  id: row.id,
  memberNo: row.memberNo,
  cardNo: null,
  name: row.name,
  phone: '13812348812',
  phoneMasked: row.phoneMasked,
  phoneShared: false,
  gender: null,
  birthday: null,
  source: 'walk_in',
  referrer: null,
  tier: row.tier,
  standing: aStanding({ tier: row.tier }),
  coupons: [],
  memberDayPercent: 0,
  occasions: [],
  adviser: null,
  joinedOn: '2025-01-01',
  tags: [],
  note: '',
  points: row.points,
  pointsWorth: row.points,
  debt: 0,
  lapsingSoon: null,
  visits: row.visits,
  spent: 528000,
  lastVisitOn: row.lastVisitOn,
  usualItem: null,
  openComplaints: [],
  consent: { personalData: true, marketing: false },
  ...more,
});

export const aPurchase = (more: object = {}) => ({
  id: idOf(900),
  receiptNo: 'R1',
  boughtAt: Date.UTC(2026, 10, 21, 6),
  businessDate: '2026-11-21',
  gross: 12800,
  discount: 0,
  total: 12800,
  pointsRedeemed: 0,
  pointsWorth: 0,
  paid: 12800,
  pointsEarned: 128,
  refunded: 0,
  firstProduct: null,
  lines: 0,
  undone: false,
  ...more,
});

/** The same bill with all that is known of it: imported, unless the test gives it an account. */
export const aBill = (more: object = {}) => ({
  ...aPurchase(),
  memberId: ZHANG.id,
  items: [],
  account: null,
  rule: { version: 3, effectiveFrom: '2026-05-01' },
  couponsUsed: [],
  couponsBrought: [],
  refunds: [],
  ...more,
});

/** What a refund does when nothing is unusual about it. */
export const anEffect = (more: object = {}) => ({
  moneyBack: 12800,
  pointsRestored: 0,
  revived: null,
  pointsTakenBack: 128,
  pointsLapsed: 0,
  shortfall: 0,
  debt: 0,
  writtenOff: 0,
  reducedBy: 0,
  balanceAfter: 1156,
  coupons: { restored: [], lapsed: [], revoked: [], kept: [] },
  tier: null,
  ...more,
});

interface Somebody {
  readonly id: string;
  readonly name: string;
  readonly role: 'cashier' | 'manager' | 'owner';
}

export const aPerson = (somebody: Somebody, more: object = {}) => ({
  ...somebody,
  hasPin: true,
  waitUntil: null,
  blocked: false,
  ...more,
});

/** Whoever may see everything. */
export const asOwner = { 'staff.current': () => deskOf({ id: idOf(98), name: '王老板', role: 'owner' }) };

/** Who is at the counter, alone and without a PIN, unless the test says otherwise. */
export const deskOf = (here: Somebody, more: object = {}) => ({
  staff: here,
  last: here.id,
  pins: false,
  pinDigits: 6,
  lockMinutes: 5,
  people: [aPerson(here, { hasPin: false })],
  ...more,
});

/** A window like any other, called by F8. */
export const DOCK_STANDING = {
  form: 'wide',
  side: 'right',
  screenId: null,
  screens: [{ id: 1, label: 'eDP-1', width: 1366, height: 768 }],
  hotkey: 'F8',
  heard: true,
  startsWithComputer: false,
};

/** A shop with two members and nothing unusual about it. */
export const aShop = (more: Replies = {}): Replies => ({
  'settings.store': () => ({
    state: 'open',
    id: idOf(99),
    name: '街角咖啡',
    zone: 'Asia/Shanghai',
    dayStartHour: 0,
    sample: false,
    practice: false,
  }),
  'settings.preferences': () => ({ locale: 'zh-CN', theme: 'light' }),
  'dock.standing': () => DOCK_STANDING,
  'settings.tour': () => ({ due: false }),
  'pos.state': () => NO_TILL,
  'clipboard.choice': () => ({ allowed: false }),
  'settings.rules': () => ({
    latest: 1,
    version: 1,
    effectiveFrom: '2025-01-01',
    rules: DEFAULT_RULES,
    planned: [],
  }),
  'staff.current': () => deskOf({ id: idOf(98), name: '李店员', role: 'cashier' }),
  'staff.stillHere': () => ({}),
  'care.counts': () => ({ ready: 0, held: 0 }),
  'care.ofMember': () => ({
    budget: { used: 0, allowed: 2, left: 2, unanswered: 0, lowered: false },
    tasks: [],
    contacts: [],
  }),
  'complaints.counts': () => ({ open: 0, overdue: 0, dueSoon: 0 }),
  'complaints.billsOf': () => [],
  'display.show': () => ({}),
  'display.placement': () => ({ open: false, screenId: null, screens: [] }),
  'display.consentAnswer': () => ({ taps: 0, answer: null }),
  'display.surveyAnswer': () => ({ taps: 0, answer: null }),
  'surveys.standing': () => ({ askedOn: null, askAgainOn: null, last: null }),
  'members.recent': () => [],
  'members.lookup': ({ text }: { text: string }) => ({
    readAs: 'phone_part',
    rows: text.endsWith('8812') || '8812'.startsWith(text) ? [ZHANG, MIN] : [],
  }),
  'members.card': ({ memberId }: { memberId: string }) =>
    memberId === MIN.id ? cardOf(MIN) : memberId === ZHANG.id ? cardOf(ZHANG) : null,
  'members.consents': () => [],
  'members.profile': () => NO_PROFILE,
  'insights.ofMember': () => null,
  'insights.hint': () => null,
  'purchases.ofReceipt': () => [],
  'purchases.ofMember': () => ({ total: 0, rows: [] }),
  'coupons.ofMember': () => [],
  'staff.list': () => [{ id: idOf(98), name: '李店员', role: 'cashier' }],
  'points.lots': () => [],
  'points.entries': () => ({ total: 0, rows: [] }),
  ...more,
});
