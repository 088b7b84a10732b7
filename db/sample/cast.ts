import { addDays } from '../domain/calendar/business-day';
import { businessDate } from '../domain/units';
import { DAYS, type Person, type Taste } from './person';

/** Those whom the guide, the demo and the tests call by name. Everything about them is fixed but the dates. */
export const ZHANG_SAN = '张三';
export const ZHANG_MIN = '张敏';
export const LI_JING = '李静';
export const WANG_QIANG = '王强';
export const LIU_FANG = '刘芳';

const TODAY = DAYS - 1;

const latte: Taste = {
  shelves: [
    ['coffee', 5],
    ['bakery', 3],
  ],
  usual: '拿铁',
  hours: 'afternoon',
};
const groceries: Taste = {
  shelves: [
    ['grocery', 3],
    ['bakery', 2],
  ],
  usual: '全麦吐司',
  hours: 'morning',
};

const somebody = {
  phoneShared: false,
  joinedMinute: 600,
  cardNo: null,
  source: 'walk_in',
  marketing: 'given',
  birthday: null,
  tags: [],
  note: '',
  leaves: DAYS,
  // They come on the days that the script names, and on no other.
  visitsPerDay: 0,
  buysOnJoining: false,
  redeems: 0,
  inCast: true,
} as const;

/** Their place in the file, `today` being the last day of the story. */
export function castAt(today: string): Person[] {
  const birthday = addDays(businessDate(today), 3);
  return [
    {
      ...somebody,
      name: ZHANG_SAN,
      gender: 'male',
      phone: '13816058812',
      cardNo: '8020240601',
      // A person born on this day has one every year; the leap day's is kept without a year.
      birthday: {
        year: birthday.endsWith('02-29') ? null : 1983,
        month: Number(birthday.slice(5, 7)),
        day: Number(birthday.slice(8)),
      },
      tags: ['热', '少糖', '靠窗'],
      note: '下班路过，常带一份可颂给女儿',
      joined: 60,
      taste: latte,
    },
    { ...somebody, name: ZHANG_MIN, gender: 'female', phone: '15921348812', joined: 420, taste: groceries },
    {
      ...somebody,
      name: LI_JING,
      gender: 'female',
      phone: '18602174096',
      tags: ['不加糖'],
      joined: 300,
      taste: latte,
    },
    {
      ...somebody,
      name: WANG_QIANG,
      gender: 'male',
      phone: '13671950377',
      joined: TODAY - 200,
      taste: groceries,
    },
    {
      ...somebody,
      name: LIU_FANG,
      gender: 'female',
      phone: '13020116625',
      note: '孙子在隔壁幼儿园，四点接孩子',
      joined: 200,
      taste: groceries,
    },
  ];
}
