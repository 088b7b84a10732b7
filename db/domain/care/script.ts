import { foldKey } from '../members/fold';
import type { Tier } from '../tiers/tier';
import type { BusinessDate } from '../units';

/** What a script can say of a member and of what it is about; an empty text, null and none = nothing known. */
export interface ScriptFacts {
  readonly today: BusinessDate;
  readonly shop: string;
  readonly staff: string;
  readonly name: string;
  readonly memberNo: string;
  readonly tier: Tier;
  /** Usable ones; below zero when owing. */
  readonly points: number;
  /** Names of coupons that can be used today. */
  readonly coupons: readonly string[];
  readonly birthday: { readonly month: number; readonly day: number } | null;
  readonly birthdayGift: string;
  /** Full years since joining. */
  readonly years: number;
  readonly lastVisit: BusinessDate | null;
  readonly lastItem: string;
  readonly daysAway: number | null;
  readonly festival: string;
  readonly festivalGift: string;
  readonly complaint: string;
  /** The one given for this very task. */
  readonly winBackCoupon: { readonly name: string; readonly lastDay: BusinessDate } | null;
  readonly event: {
    readonly name: string;
    readonly on: BusinessDate;
    /** Minutes after midnight. */
    readonly startsAt: number | null;
  } | null;
  readonly maintenance: string;
}

type Language = 'zh' | 'en';
interface Variable extends Readonly<Record<Language, string>> {
  /** Empty where nothing is known. */
  readonly say: (facts: ScriptFacts, language: Language) => string;
}

/** Every variable with both its spellings; each speaks the language in which it was written. */
export const SCRIPT_VARIABLES: readonly Variable[] = [
  { zh: '客户姓名', en: 'name', say: ({ name }) => name },
  { zh: '门店', en: 'shop', say: ({ shop }) => shop },
  { zh: '店员', en: 'staff', say: ({ staff }) => staff },
  { zh: '会员号', en: 'member no', say: ({ memberNo }) => memberNo },
  { zh: '等级', en: 'level', say: ({ tier }, language) => TIER_WORDS[language][tier] },
  { zh: '积分', en: 'points', say: ({ points }) => (points > 0 ? String(points) : '') },
  {
    zh: '券',
    en: 'coupons',
    say: ({ coupons }, language) => coupons.join(language === 'zh' ? '、' : ', '),
  },
  {
    zh: '上次消费日',
    en: 'last visit',
    say: ({ lastVisit, today }, language) => (lastVisit === null ? '' : dayIn(language, lastVisit, today)),
  },
  { zh: '上次商品', en: 'last item', say: ({ lastItem }) => lastItem },
  {
    zh: '未到店天数',
    en: 'days away',
    say: ({ daysAway }) => (daysAway === null ? '' : String(daysAway)),
  },
  {
    zh: '生日',
    en: 'birthday',
    say: ({ birthday }, language) => (birthday === null ? '' : monthDay(language, birthday)),
  },
  { zh: '生日礼', en: 'birthday gift', say: ({ birthdayGift }) => birthdayGift },
  { zh: '周年', en: 'years', say: ({ years }) => (years > 0 ? String(years) : '') },
  { zh: '节日', en: 'festival', say: ({ festival }) => festival },
  { zh: '节日礼', en: 'festival gift', say: ({ festivalGift }) => festivalGift },
  { zh: '投诉内容', en: 'complaint', say: ({ complaint }) => shortened(complaint) },
  {
    zh: '挽回券',
    en: 'win-back coupon',
    say: ({ winBackCoupon, today }, language) => {
      if (winBackCoupon === null) return '';
      const until = dayIn(language, winBackCoupon.lastDay, today);
      const { name } = winBackCoupon;
      return language === 'zh' ? `${name}（${until}前可用）` : `${name} (until ${until})`;
    },
  },
  { zh: '活动', en: 'event', say: ({ event }) => event?.name ?? '' },
  {
    zh: '活动日期',
    en: 'event day',
    say: ({ event, today }, language) =>
      event === null
        ? ''
        : [dayIn(language, event.on, today), ...timeOf(event.startsAt)].join(language === 'zh' ? '' : ' at '),
  },
  { zh: '保养项目', en: 'maintenance', say: ({ maintenance }) => maintenance },
];

const SPELLED = new Map(
  SCRIPT_VARIABLES.flatMap((variable) =>
    (['zh', 'en'] as const).map((language) => [foldKey(variable[language]), { variable, language }] as const),
  ),
);

/** Brackets of both widths around up to 40 characters of one line; 【】 is left to the signature of an SMS. */
const IN_BRACKETS = /[[［]([^[\]［］\n]{1,40})[\]］]/gu;

/** A text as it would be sent, and the variables that still stand in it in brackets. */
export interface Filled {
  readonly text: string;
  readonly missing: string[];
}

/**
 * Fills the variables of a script, in whichever width, case and spacing they are written. What nobody
 * knows, and what nothing is known for, stays in its brackets and is named: a person sees it and no
 * sentence breaks off. Any other bracket becomes a round one, so no value is ever taken for a variable and
 * a text that is filled stays as it is. Source: rules, Care tasks ("script with variables filled").
 */
export function fillScript(text: string, facts: ScriptFacts): Filled {
  const missing = new Set<string>();
  const pieces: string[] = [];
  let filled = false;
  let at = 0;
  for (const { 0: asWritten, 1: inside = '', index } of text.matchAll(IN_BRACKETS)) {
    const key = foldKey(inside);
    const known = SPELLED.get(key);
    const value = known === undefined ? '' : unbracketed(known.variable.say(facts, known.language).trim());
    pieces.push(unbracketed(text.slice(at, index)), value === '' ? asWritten : value);
    at = index + asWritten.length;
    if (value !== '') filled = true;
    else if (key !== '') missing.add(known === undefined ? inside.trim() : known.variable[known.language]);
  }
  pieces.push(unbracketed(text.slice(at)));
  return { text: filled ? pieces.join('') : text, missing: [...missing] };
}

const unbracketed = (text: string): string => text.replace(/[[［]/gu, '(').replace(/[\]］]/gu, ')');

const TIER_WORDS: Readonly<Record<Language, Readonly<Record<Tier, string>>>> = {
  zh: { regular: '普通会员', loyal: '忠实会员', vip: 'VIP 会员' },
  en: { regular: 'member', loyal: 'loyal member', vip: 'VIP member' },
};

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const monthDay = (language: Language, { month, day }: { month: number; day: number }): string =>
  language === 'zh' ? `${month}月${day}日` : `${day} ${MONTHS[month - 1]}`;

/** As it is said to a customer: with the year only when it is another one than today's. */
function dayIn(language: Language, day: BusinessDate, today: BusinessDate): string {
  const said = monthDay(language, { month: Number(day.slice(5, 7)), day: Number(day.slice(8)) });
  const year = day.slice(0, 4);
  if (year === today.slice(0, 4)) return said;
  return language === 'zh' ? `${year}年${said}` : `${said} ${year}`;
}

function timeOf(startsAt: number | null): string[] {
  if (startsAt === null) return [];
  return [`${Math.floor(startsAt / 60)}:${String(startsAt % 60).padStart(2, '0')}`];
}

/** Of a long account of what happened its beginning is enough to know what is meant. */
const MOST_OF_A_COMPLAINT = 40;

function shortened(text: string): string {
  const first = Array.from(text.trim().split('\n')[0] ?? '');
  return first.length <= MOST_OF_A_COMPLAINT
    ? first.join('')
    : `${first.slice(0, MOST_OF_A_COMPLAINT - 1).join('')}…`;
}
