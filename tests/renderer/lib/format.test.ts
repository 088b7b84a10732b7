import { businessDate, instant } from '@domain/units';
import {
  change,
  dateTimeWords,
  dateWords,
  daysAgoWords,
  money,
  monthDayWords,
  monthWords,
  share,
  spanWords,
  whole,
} from '@renderer/lib/format';
import { describe, expect, it } from 'vitest';

const zh = { locale: 'zh-CN', zone: 'Asia/Shanghai', dayStartHour: 0 } as const;
const en = { ...zh, locale: 'en' } as const;
// Monday 18 May 2026, 14:05 in Shanghai.
const monday = instant(Date.UTC(2026, 4, 18, 6, 5));

describe('money', () => {
  it.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [123450, '¥1,234.50'],
    [100_000_000_000_001, '¥1,000,000,000,000.01'],
    [-500, '−¥5.00'],
  ])('%d fen is %s', (fen, text) => expect(money(fen)).toBe(text));
});

describe('points', () => {
  it('are grouped, and a change shows its sign', () => {
    expect(whole(12840)).toBe('12,840');
    expect(whole(-60)).toBe('−60');
    expect(change(125)).toBe('+125');
    expect(change(-500)).toBe('−500');
    expect(change(0)).toBe('0');
  });
});

describe('dates', () => {
  it('stand as people say them', () => {
    expect(dateTimeWords(monday, zh, monday)).toBe('5月18日 周一 14:05');
    expect(dateTimeWords(monday, en, monday)).toBe('Mon 18 May 14:05');
    expect(dateWords(businessDate('2026-05-18'), zh, monday)).toBe('5月18日 周一');
    expect(monthDayWords(5, 18, 'zh-CN')).toBe('5月18日');
    expect(monthDayWords(5, 18, 'en')).toBe('18 May');
  });

  it('of another year name the year', () => {
    expect(dateWords(businessDate('2025-05-18'), zh, monday)).toBe('2025年5月18日');
    expect(dateTimeWords(instant(Date.UTC(2025, 4, 18, 6, 5)), en, monday)).toBe('18 May 2025 14:05');
  });

  it('are those of the store, wherever the machine stands', () => {
    const lateInShanghai = instant(Date.UTC(2026, 4, 18, 16, 30)); // 00:30 on the 19th there
    expect(dateTimeWords(lateInShanghai, zh, monday)).toBe('5月19日 周二 00:30');
    expect(dateTimeWords(lateInShanghai, { ...zh, zone: 'America/New_York' }, monday)).toBe(
      '5月18日 周一 12:30',
    );
  });
});

describe('how long ago', () => {
  it('says days, then weeks, then months', () => {
    expect(daysAgoWords(businessDate('2026-05-18'), zh, monday)).toBe('今天');
    expect(daysAgoWords(businessDate('2026-05-17'), zh, monday)).toBe('昨天');
    expect(daysAgoWords(businessDate('2026-04-27'), zh, monday)).toBe('3 周前');
    expect(daysAgoWords(businessDate('2026-04-27'), en, monday)).toBe('3 weeks ago');
    expect(daysAgoWords(businessDate('2025-11-18'), en, monday)).toBe('5 months ago');
  });

  it('counts from the business day: after midnight it is still yesterday evening', () => {
    const bar = { ...zh, dayStartHour: 5 };
    const smallHours = instant(Date.UTC(2026, 4, 18, 18)); // 02:00 on the 19th
    expect(daysAgoWords(businessDate('2026-05-18'), bar, smallHours)).toBe('今天');
  });
});

describe('a span', () => {
  it('is in its largest unit', () => {
    expect(spanWords(5.2 * 3_600_000, 'en')).toBe('5 hours');
    expect(spanWords(60_000, 'en')).toBe('1 minute');
    expect(spanWords(-3 * 86_400_000, 'en')).toBe('3 days');
    expect(spanWords(5 * 3_600_000, 'zh-CN')).toBe('5 小时');
    expect(spanWords(60_000, 'zh-CN')).toBe('1 分钟');
    expect(spanWords(3 * 86_400_000, 'zh-CN')).toBe('3 天');
  });
});

describe('a month', () => {
  it('is said with its year, in both languages', () => {
    expect(monthWords('2026-12', 'zh-CN')).toBe('2026年12月');
    expect(monthWords('2027-02', 'en')).toBe('Feb 2027');
  });
});

describe('a share', () => {
  it('is a percentage with one decimal; of nothing it is none', () => {
    expect(share(625, 5000)).toBe('12.5%');
    expect(share(1, 3)).toBe('33.3%');
    expect(share(0, 0)).toBe('0%');
  });
});
