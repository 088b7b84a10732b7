import { startOf } from '@domain/calendar/business-day';
import { businessDate, instant } from '@domain/units';
import { fullSoldAtWords } from '@renderer/lib/sold-at';
import { expect, it } from 'vitest';

const SHOP = { zone: 'Asia/Shanghai', dayStartHour: 5 } as const;
const untold = startOf(businessDate('2026-05-18'), SHOP);

it.each([
  ['zh-CN', '2026年5月18日', '2026年5月18日 14:05'],
  ['en', '18 May 2026', '18 May 2026 14:05'],
] as const)(
  '%s: a sale of which no file told the time shows its day alone, any other its time',
  (locale, day, time) => {
    expect(fullSoldAtWords(untold, { ...SHOP, locale })).toBe(day);
    expect(fullSoldAtWords(instant(untold + (9 * 60 + 5) * 60_000), { ...SHOP, locale })).toBe(time);
  },
);
