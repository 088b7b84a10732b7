import type SQLite from 'better-sqlite3';
import { CHECKLIST_ITEMS } from '../domain/handbook/checklist';
import { SERVICE_LEVELS } from '../domain/handbook/service-level';
import { type BusinessDate, DAY_MS, type Instant, instant } from '../domain/units';
import { LI_JING, ZHANG_SAN } from './cast';
import { inserter } from './rows';

interface Telling {
  readonly now: Instant;
  readonly dateOf: (at: Instant) => BusinessDate;
  readonly ownerId: string;
  /** Everybody beside the owner, in the order in which they came. */
  readonly cashiers: readonly string[];
  /** The cast's ids by name. */
  readonly cast: ReadonlyMap<string, string>;
  readonly newId: (at: Instant) => string;
}

/** How often each of the six levels holds, the first to the last. */
const CHECKS = [
  { who: 0, daysAgo: 58, levels: [3, 2, 1, 0, 1, 0], note: '' },
  { who: 1, daysAgo: 58, levels: [2, 1, 0, 0, 0, 0], note: '新人，先把商品背熟' },
  { who: 0, daysAgo: 27, levels: [3, 3, 2, 1, 1, 1], note: '每位 VIP 都加微信，说明理由' },
  { who: 1, daysAgo: 27, levels: [3, 1, 1, 0, 0, 0], note: '到货主动通知，不等顾客来问' },
] as const;

const ROUNDS = [
  { checklist: 'standards', daysAgo: 34, missing: ['time_band', 'rights_said'], note: '收款时优惠没说清' },
  { checklist: 'training', daysAgo: 30, missing: ['complaint_scenes'], note: '小周下周练两个案例' },
  { checklist: 'standards', daysAgo: 6, missing: ['time_band'], note: '下午茶套餐的牌子没摆' },
] as const;

const STORIES = [
  {
    by: ZHANG_SAN,
    daysAgo: 40,
    story:
      '张三每次来都点热拿铁、坐窗边。有天下雨他没带伞，小李把店里的伞借给他，第二天他带了三位同事来办卡。',
    mayShare: true,
  },
  {
    by: LI_JING,
    daysAgo: 12,
    story: '李静上次反映的问题，店长当天打电话道歉并换了货。她说：“本来不想再来了，现在放心了。”',
    mayShare: false,
  },
] as const;

const NOTES = [
  { who: 0, daysAgo: 20, kind: 'reward', note: '连续三个月评价最高，奖励半天带薪休假' },
  { who: 1, daysAgo: 25, kind: 'training', note: '顾客说积分没讲清楚，带着过一遍等级和积分' },
] as const;

/** What the shop does for its service beside the counter: self-checks, rounds, stories, notes. */
export function writeManners(raw: SQLite.Database, telling: Telling): void {
  const { ownerId, cashiers, newId, dateOf } = telling;
  const write = writersOn(raw);
  const stamp = (daysAgo: number) => {
    const at = instant(telling.now - daysAgo * DAY_MS);
    return { id: newId(at), business_date: dateOf(at), at, staff_id: ownerId };
  };
  const cashier = (who: number): string => cashiers[who] ?? ownerId;
  for (const { who, daysAgo, levels, note } of CHECKS) {
    const named = Object.fromEntries(SERVICE_LEVELS.map((level, index) => [level, levels[index]]));
    write.check({ ...stamp(daysAgo), about_staff_id: cashier(who), levels: JSON.stringify(named), note });
  }
  for (const { checklist, daysAgo, missing, note } of ROUNDS) {
    const gone: readonly string[] = missing;
    const held = CHECKLIST_ITEMS[checklist].filter((item) => !gone.includes(item));
    write.round({ ...stamp(daysAgo), checklist, held: JSON.stringify(held), note });
  }
  for (const { by, daysAgo, story, mayShare } of STORIES) {
    write.story({
      ...stamp(daysAgo),
      member_id: telling.cast.get(by) ?? null,
      story,
      may_share: mayShare ? 1 : 0,
    });
  }
  for (const { who, daysAgo, kind, note } of NOTES)
    write.note({ ...stamp(daysAgo), about_staff_id: cashier(who), kind, note });
}

function writersOn(raw: SQLite.Database) {
  const noted = ['id', 'business_date', 'at', 'staff_id'] as const;
  return {
    check: inserter(raw, 'self_check', [...noted, 'about_staff_id', 'levels', 'note']),
    round: inserter(raw, 'checklist_run', [...noted, 'checklist', 'held', 'note']),
    story: inserter(raw, 'success_story', [...noted, 'member_id', 'story', 'may_share']),
    note: inserter(raw, 'staff_note', [...noted, 'about_staff_id', 'kind', 'note']),
  };
}
