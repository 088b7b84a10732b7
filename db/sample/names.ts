import { type Random, weighted } from './random';

/** Surnames with their share of the population in ten-thousandths (census order, rounded). */
const SURNAMES = parse(
  '王710 李700 张670 刘520 陈460 杨300 黄220 赵200 吴200 周190 徐140 孙140 马130 朱120 胡120 郭110 何110 ' +
    '林110 高100 罗100 郑90 梁80 谢70 宋70 唐60 许60 韩60 邓60 冯60 曹50 彭50 曾50 肖50 田45 董45 潘40 袁40 ' +
    '蔡40 蒋40 余40 于40 杜40 叶40 程40 魏40 苏40 吕40 丁40 任40 卢35 姚35 沈35 钟35 姜30 崔30 谭30 陆30 范30 ' +
    '汪30 廖30 石30 金30 韦25 贾25 夏25 付25 方25 邹20 熊20 白20 孟20 秦20 邱20 侯20 江20 尹20 薛20 闫20 段20 ' +
    '雷20 龙20 史15 陶15 黎15 贺15 顾15 毛15 郝15 龚15 邵15 万15 单6 解6 仇4 欧阳8 上官3 诸葛2 司马2',
);

export type Gender = 'female' | 'male';
type Generation = 'elder' | 'middle' | 'younger' | 'child';

/** Given names as parents of that time chose them; one character was most usual for the middle generation. */
const GIVEN: Readonly<Record<Generation, Readonly<Record<Gender, readonly string[]>>>> = {
  elder: {
    female: words(
      '秀英 桂英 秀兰 玉兰 桂兰 秀珍 凤英 玉珍 玉梅 素珍 桂珍 淑珍 春梅 秀芳 玉华 桂芳 淑华 美兰 月英 惠珍 爱华 ' +
        '丽华 建华 红梅 金凤 兰英 瑞芳 淑敏 文英 慧芳',
    ),
    male: words(
      '建国 国强 志强 建军 德明 文华 国华 建华 永福 长河 志明 卫国 卫东 爱国 国平 振华 学文 春生 福生 保国 金生 ' +
        '世昌 大海 庆华 明德 玉山 少华 宝山 根生 树林',
    ),
  },
  middle: {
    female: words(
      '芳 敏 静 丽 艳 娟 霞 燕 红 玲 梅 莉 萍 娜 洁 琴 英 华 慧 颖 雪 薇 丹 蕾 晶 丽娟 晓燕 海燕 丽萍 红霞 晓丽 ' +
        '春燕 文静 雪梅 美玲 佳 琳 倩 璐 莹 婷',
    ),
    male: words(
      '伟 强 磊 军 勇 涛 超 杰 鹏 斌 波 辉 刚 健 亮 峰 明 俊 飞 凯 宁 东 平 志刚 海涛 建平 晓东 文斌 志勇 国栋 ' +
        '海波 永强 立新 少杰 世杰 宏伟 浩 帅 旭 龙',
    ),
  },
  younger: {
    female: words(
      '婷婷 雅婷 思雨 梦瑶 欣怡 佳琪 雨欣 晓雯 诗涵 梦洁 嘉欣 静怡 雪莹 佳怡 心怡 雅静 思琪 紫薇 雨婷 若曦 ' +
        '悦 瑶 琪 萱 蕊 语嫣 晓彤 可欣 依婷 佳慧 莎莎 倩倩',
    ),
    male: words(
      '浩然 俊杰 志豪 宇航 天宇 嘉豪 文博 明轩 子豪 家豪 泽宇 俊辉 鹏飞 文杰 世豪 一鸣 晨 昊 宇 翔 睿 博 轩 ' +
        '俊熙 子健 思远 嘉伟 凯文 晓峰 瑞 哲',
    ),
  },
  child: {
    female: words('梓涵 雨桐 欣妍 子萱 诗涵 梓萱 一诺 可馨 语桐 若汐 思彤 佳宁'),
    male: words('子轩 梓豪 浩宇 宇轩 子墨 一凡 奕辰 俊熙 博文 皓轩 子涵 晨曦'),
  },
};

/** A plausible name for somebody born in `birthYear`; about as many namesakes as a real file has. */
export function nameOf(random: Random, gender: Gender, birthYear: number): string {
  return SURNAMES.draw(random) + random.pick(GIVEN[generationOf(birthYear)][gender]);
}

function generationOf(birthYear: number): Generation {
  if (birthYear < 1966) return 'elder';
  if (birthYear < 1989) return 'middle';
  return birthYear < 2005 ? 'younger' : 'child';
}

function words(text: string): readonly string[] {
  return text.split(' ');
}

function parse(text: string) {
  return weighted(
    words(text).map((word) => [word.replace(/\d+$/, ''), Number(/\d+$/.exec(word)?.[0])] as const),
  );
}
