import type SQLite from 'better-sqlite3';
import { addDays } from '../domain/calendar/business-day';
import type { SurveyChannel } from '../domain/surveys/survey';
import { type BusinessDate, type Instant, instant } from '../domain/units';
import type { Bill } from './complaints';
import { type Random, randomFrom, type Weighted, weighted } from './random';
import { inserter } from './rows';

interface Asking {
  readonly seed: number;
  readonly now: Instant;
  readonly today: BusinessDate;
  readonly bills: readonly Bill[];
  /** Days in which nobody is asked twice. */
  readonly pauseDays: number;
  readonly dateOf: (at: Instant) => BusinessDate;
  readonly staffAt: (at: Instant) => string;
  readonly newId: (at: Instant) => string;
}

/** The shop began to ask nine months ago, and asks about one bill in thirty. */
const ASKED_FOR_DAYS = 270;
const ASKED = 0.033;
const SCORED = 0.35;
const NOTED = 0.3;

/** What was heard, what was done about it, and how many days ago. */
const CHANGES = [
  {
    daysAgo: 150,
    heard: '下午三点以后常常没有可颂和吐司，好几位老顾客提过。',
    changed: '每天 14:00 加烤一炉，卖完挂牌写明下一炉时间。',
    dimension: 'quantity',
  },
  {
    daysAgo: 75,
    heard: '早高峰排队太久，赶车的顾客等不了。',
    changed: '8 点到 10 点两个人站台，美式和拿铁提前备好。',
    dimension: 'timely',
  },
] as const;

/** Satisfaction before and since the second change. */
const SATISFACTION: Readonly<Record<'before' | 'since', Weighted<number>>> = {
  before: weighted([
    [5, 44],
    [4, 36],
    [3, 13],
    [2, 5],
    [1, 2],
  ]),
  since: weighted([
    [5, 58],
    [4, 33],
    [3, 6],
    [2, 2],
    [1, 1],
  ]),
};

const CHANNEL = weighted<SurveyChannel>([
  ['counter', 6],
  ['display', 3],
  ['wechat', 1],
]);

const DIMENSIONS = [
  'range',
  'quantity',
  'price',
  'caring',
  'trained',
  'timely',
  'product',
  'warmth',
] as const;

const WORDS: Readonly<Record<'good' | 'fair' | 'bad', readonly string[]>> = {
  good: ['咖啡很稳定', '小李记得我不加糖', '环境干净', '可颂一直好吃', '会员日很划算'],
  fair: ['座位有点少', '价格比以前高一点', '品种可以再多些'],
  bad: ['等了二十分钟', '态度冷淡，问什么都说不知道', '面包有点干', '积分没说清楚'],
};

/** What customers said when asked, and what the shop made of it. Its own chance: the rest of the story does not change. */
export function writeVoices(raw: SQLite.Database, asking: Asking): void {
  const random = randomFrom(asking.seed ^ 0x2545f491);
  writeAnswers(raw, asking, random);
  writeChanges(raw, asking);
}

function writeAnswers(raw: SQLite.Database, asking: Asking, random: Random): void {
  const insert = inserter(raw, 'survey_answer', [
    'id',
    'member_id',
    'purchase_id',
    'channel',
    'satisfaction',
    'recommend',
    'note',
    'served_by',
    'business_date',
    'at',
    'staff_id',
  ]);
  const insertScore = inserter(raw, 'survey_score', ['answer_id', 'dimension', 'score', 'business_date']);
  const begins = addDays(asking.today, -ASKED_FOR_DAYS);
  const better = addDays(asking.today, -CHANGES[1].daysAgo);
  const askedOn = new Map<string, BusinessDate>();
  for (const { memberId, purchaseId, at: soldAt } of asking.bills) {
    const on = asking.dateOf(soldAt);
    const last = askedOn.get(memberId);
    if (on < begins || (last !== undefined && on < addDays(last, asking.pauseDays))) continue;
    if (!random.chance(ASKED)) continue;
    const at = instant(soldAt + 60_000);
    if (at > asking.now) continue;
    askedOn.set(memberId, on);
    const satisfaction = SATISFACTION[on < better ? 'before' : 'since'].draw(random);
    const id = asking.newId(at);
    const staffId = asking.staffAt(soldAt);
    insert({
      id,
      member_id: memberId,
      purchase_id: purchaseId,
      channel: CHANNEL.draw(random),
      satisfaction,
      recommend: random.chance(0.85) ? recommendationOf(satisfaction, random) : null,
      note: random.chance(NOTED) ? random.pick(WORDS[moodOf(satisfaction)]) : '',
      served_by: staffId,
      business_date: on,
      at,
      staff_id: staffId,
    });
    if (!random.chance(SCORED)) continue;
    for (const dimension of DIMENSIONS.filter(() => random.chance(0.5))) {
      const score = Math.min(5, Math.max(1, satisfaction + random.between(-1, 1)));
      insertScore({ answer_id: id, dimension, score, business_date: on });
    }
  }
}

/** Who is content recommends, more or less. */
const recommendationOf = (satisfaction: number, random: Random): number =>
  Math.min(10, Math.max(0, satisfaction * 2 - 1 + random.between(-1, 1)));

const moodOf = (satisfaction: number): keyof typeof WORDS =>
  satisfaction >= 4 ? 'good' : satisfaction === 3 ? 'fair' : 'bad';

function writeChanges(raw: SQLite.Database, { today, now, staffAt, newId }: Asking): void {
  const insert = inserter(raw, 'service_change', [
    'id',
    'heard',
    'changed',
    'dimension',
    'since',
    'at',
    'staff_id',
  ]);
  for (const { daysAgo, ...change } of CHANGES) {
    const at = instant(now - daysAgo * 86_400_000);
    insert({ id: newId(at), ...change, since: addDays(today, -daysAgo), at, staff_id: staffAt(at) });
  }
}
