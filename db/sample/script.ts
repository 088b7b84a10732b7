import { addDays, daysBetween, endOfMonthAfter } from '../domain/calendar/business-day';
import { type BusinessDate, type Points, points } from '../domain/units';
import type { SaleLine } from '../purchases/rows';
import { lineOf } from './bills';
import { LI_JING, LIU_FANG, WANG_QIANG, ZHANG_MIN, ZHANG_SAN } from './cast';
import { DAYS } from './person';
import { productNamed } from './products';

/** A visit that the story tells exactly so. */
export interface ScriptedVisit {
  readonly name: string;
  readonly day: number;
  /** Minutes from midnight. */
  readonly minute: number;
  readonly lines: readonly SaleLine[];
  readonly redeem: Points;
  /** Days later the whole of it is brought back. */
  readonly returnedAfter: number | null;
}

const TODAY = DAYS - 1;

const visit = (
  name: string,
  day: number,
  bought: readonly (readonly [product: string, pieces: number])[],
  more: Partial<Pick<ScriptedVisit, 'minute' | 'redeem' | 'returnedAfter'>> = {},
): ScriptedVisit => ({
  name,
  day,
  minute: 980,
  lines: bought.map(([product, pieces]) => lineOf(productNamed(product), pieces * 1000)),
  redeem: points(0),
  returnedAfter: null,
  ...more,
});

/** The cast's visits, `today` being the last day of the story. */
export function scriptAt(today: BusinessDate): ScriptedVisit[] {
  // Earned in this month a year ago, so it lapses at the end of this one.
  const lapsing = TODAY - daysBetween(addDays(endOfMonthAfter(today, -12), -1), today);
  return [
    ...every(16, 60, TODAY - 6).map((day) =>
      visit(ZHANG_SAN, day, [
        ['拿铁', 1],
        ['可颂', 1],
      ]),
    ),
    visit(ZHANG_SAN, lapsing, [['六寸生日蛋糕', 1]], { minute: 1080 }),
    visit(ZHANG_SAN, TODAY - 3, [
      ['深海鱼油 100 粒', 1],
      ['拿铁', 1],
    ]),
    visit(ZHANG_SAN, TODAY - 1, [
      ['拿铁', 1],
      ['菠萝包', 2],
    ]),

    ...[420, 480, 555, 630, TODAY - 21].map((day) =>
      visit(ZHANG_MIN, day, [
        ['全麦吐司', 1],
        ['鲜牛奶', 2],
      ]),
    ),

    ...every(12, 301, TODAY - 2).map((day) => visit(LI_JING, day, [['美式', 1]], { minute: 640 })),

    visit(WANG_QIANG, TODAY - 190, [['全麦吐司', 1]]),
    visit(WANG_QIANG, TODAY - 12, [['乳清蛋白粉', 2]], { returnedAfter: 4 }),
    // By then the points of the powder are spent: what is missing is owed.
    visit(WANG_QIANG, TODAY - 10, [['六寸生日蛋糕', 1]], { redeem: points(500) }),

    ...every(14, 201, TODAY - 6).map((day) =>
      visit(
        LIU_FANG,
        day,
        [
          ['鲜牛奶', 1],
          ['苹果', 2],
        ],
        { minute: 945 },
      ),
    ),
  ];
}

function every(days: number, from: number, to: number): number[] {
  return Array.from({ length: Math.floor((to - from) / days) + 1 }, (_, index) => from + index * days);
}
