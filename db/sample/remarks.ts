import type { Taste } from './person';
import type { Random } from './random';

const HABITS = '靠窗 少糖 不加糖 少冰 去冰 热 自带杯 燕麦奶 打包 安静座位 儿童椅'.split(' ');
const CARE = ['花生过敏', '乳糖不耐', '控糖', '尺码 L', '尺码 M'];

const NOTES = [
  '下班路过，常带一份可颂回家',
  '带一只金毛，坐门口的位子',
  '周末带女儿来，要儿童椅',
  '在楼上写字楼上班，开会前来取',
  '喜欢先试新品',
  '要发票，抬头在微信里',
  '等位时爱看店里的书',
  '常替同事带咖啡，一次四五杯',
  '结账喜欢用积分',
  '搬到河对面去了，周末才来',
];
const ELDER_NOTES = [
  '孙子在隔壁幼儿园，四点接孩子',
  '每天晨练后来买牛奶',
  '血糖偏高，推荐无糖的',
  '腿脚不便，东西帮忙提到门口',
  '老伴也是会员，两人一起来',
  '爱聊天，喜欢有人问候',
];

/** Short typed preferences (S29); a third of the members have some. */
export function tagsFor(random: Random, taste: Taste): string[] {
  const tags: string[] = [];
  const drinks = taste.shelves.some(([shelf]) => shelf === 'coffee' || shelf === 'tea');
  if (drinks && random.chance(0.4)) tags.push(random.chance(0.5) ? '热' : '冷');
  while (random.chance(0.3) && tags.length < 4) tags.push(random.pick(HABITS));
  if (random.chance(0.05)) tags.push(random.pick(CARE));
  return [...new Set(tags)];
}

/** Scenes of their life (S34); most members have none. */
export function noteFor(random: Random, age: number): string {
  if (!random.chance(0.18)) return '';
  return random.pick(age >= 58 ? ELDER_NOTES : NOTES);
}
