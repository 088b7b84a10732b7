import type { Locale } from '@domain/locale';
import type { Condition, SegmentRule } from '@domain/segments/segment';
import { monthNameWords } from '@renderer/lib/format';
import { i18next } from '@renderer/lib/i18n';
import { segmentWords } from '@renderer/lib/segment-words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyRule } from '../segments/rules';

const saying = (locale: Locale) => (rule: SegmentRule) =>
  segmentWords(rule, {
    t: i18next.getFixedT(locale, ['segments', 'common']),
    month: (month) => monthNameWords(month, locale),
    staff: (id) => (id === 'li' ? '李店员' : null),
    cluster: (cluster) => (cluster === '0' ? 'recent, often' : null),
  });
const zh = saying('zh-CN');
const en = saying('en');

const only = (...any: Condition[]): SegmentRule => ({ all: [{ any }] });
const every = (...conditions: Condition[]): SegmentRule => ({
  all: conditions.map((condition) => ({ any: [condition] })),
});
const number = (fact: (Condition & { kind: 'number' })['fact'], from: number | null, to: number | null) =>
  ({ kind: 'number', fact, from, to, not: false }) as const;
const vip: Condition = { kind: 'choice', fact: 'tier', in: ['vip', 'loyal'], not: false };
const silent = number('silent_days', 60, null);
const window: Condition = { kind: 'text', fact: 'tag', is: '靠窗', not: false };

describe('S27 a rule is told in one plain sentence', () => {
  it('everybody', () => {
    expect(zh({ all: [] })).toBe('全部会员');
    expect(en({ all: [] })).toBe('All members');
  });

  it('lines that must all hold', () => {
    expect(zh(every(vip, silent))).toBe('等级是 VIP 或 忠实，并且至少 60 天没来的会员');
    expect(en(every(vip, silent))).toBe(
      'Members who are in tier VIP or Loyal, and have been away for at least 60 days',
    );
  });

  it('several ways of one line, in brackets only beside another line', () => {
    expect(zh(only(vip, window))).toBe('等级是 VIP 或 忠实，或者有“靠窗”标签的会员');
    expect(en({ all: [{ any: [vip, window] }, { any: [silent] }] })).toBe(
      'Members who (are in tier VIP or Loyal or have the preference "靠窗"), and have been away for at least 60 days',
    );
  });

  it('turned round', () => {
    const noConsent: Condition = { kind: 'yes', fact: 'agreed_to_marketing', not: true };
    expect(zh(only(noConsent))).toBe('没有同意接收营销信息的会员');
    const points = { ...number('points', 12, null), not: true };
    expect(zh(only(points))).toBe('积分不到 12 分的会员');
    expect(en(only(points))).toBe('Members who do not have at least 12 points');
    expect(zh(only({ ...number('silent_days', null, 30), not: true }))).toBe('没来的天数超过 30 天的会员');
    expect(en(only({ ...window, not: true }))).toBe('Members who do not have the preference "靠窗"');
  });

  it('amounts in yuan, months by their name, one as one', () => {
    expect(zh(only(number('spent_12_months', 100_000, 200_000)))).toBe(
      '近 12 个月消费¥1,000.00 到 ¥2,000.00的会员',
    );
    expect(en(only(number('birthday_month', 11, 11)))).toBe('Members who have their birthday in November');
    expect(zh(only(number('birthday_month', 11, 12)))).toBe('11月 到 12月生日的会员');
    expect(en(only(number('visits', 1, 1)))).toBe('Members who have come exactly 1 time');
    expect(en(only(number('visits', null, 3)))).toBe('Members who have come at most 3 times');
  });

  it('S37 three milk teas a month', () => {
    const tea: Condition = { kind: 'bought', product: '奶茶', times: 3, withinDays: 30, not: false };
    expect(zh(only(tea))).toBe('近 30 天买过至少 3 次“奶茶”的会员');
    expect(en(only({ ...tea, times: 1, not: true }))).toBe('Members who did not buy "奶茶" within 30 days');
  });

  it('names staff and groups as the shop knows them, and says so where it does not any more', () => {
    const adviser = (id: string): Condition => ({ kind: 'choice', fact: 'adviser', in: [id], not: false });
    expect(zh(only(adviser('li')))).toBe('顾问是李店员的会员');
    expect(en(only(adviser('gone')))).toBe('Members who are advised by an adviser who has left');
    const cluster = (id: string): Condition => ({ kind: 'choice', fact: 'cluster', in: [id], not: false });
    expect(en(only(cluster('0')))).toBe('Members who are in the group "recent, often"');
    expect(zh(only(cluster('4')))).toBe('属于“第 5 群”的会员');
  });

  it.each(['zh-CN', 'en'] as const)('%s has words for whatever can be asked', (locale) => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const told = saying(locale)(rule);
        expect(told).not.toMatch(/says\.|unit\.|range\.|choice\.|\{\{|undefined|_/);
      }),
      { numRuns: 300 },
    );
  });
});
