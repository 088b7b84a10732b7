import type { ComplaintObject, KnownReason } from '../domain/complaints/reasons';
import { LI_JING, LIU_FANG, ZHANG_SAN } from './cast';

/** A complaint as the story tells it; hours count from when it came in. */
export interface Case {
  /** Hours before now at which it came in. */
  readonly hoursAgo: number;
  readonly object: ComplaintObject;
  readonly reason: KnownReason;
  readonly severity: 'low' | 'normal' | 'high';
  readonly channel: 'counter' | 'phone' | 'wechat' | 'other';
  /** One of the cast; `buyer` is whoever bought `product` last before it; null is a walk-in. */
  readonly by: string | 'buyer' | null;
  readonly product?: string;
  readonly what: string;
  readonly wish: string;
  readonly steps: readonly CaseStep[];
}

export type CaseStep =
  | {
      readonly after: number;
      readonly does: 'respond' | 'note' | 'resolve' | 'reopen';
      readonly text: string;
    }
  | { readonly after: number; readonly does: 'close'; readonly cause: string; readonly measure: string };

const respond = (after: number, text: string): CaseStep => ({ after, does: 'respond', text });
const note = (after: number, text: string): CaseStep => ({ after, does: 'note', text });
const resolve = (after: number, text: string): CaseStep => ({ after, does: 'resolve', text });
const reopen = (after: number, text: string): CaseStep => ({ after, does: 'reopen', text });
const close = (after: number, cause: string, measure: string): CaseStep => ({
  after,
  does: 'close',
  cause,
  measure,
});

const DAY = 24;

/** Those that are not closed, the two acceptance scenes of S83 among them. */
const OPEN_CASES: readonly Case[] = [
  {
    hoursAgo: 19,
    object: 'goods',
    reason: 'goods_spoiled',
    severity: 'high',
    channel: 'wechat',
    by: ZHANG_SAN,
    product: '深海鱼油 100 粒',
    what: '鱼油发霉：瓶口有霉点，日期还没到',
    wish: '换一瓶新的，说明原因',
    steps: [],
  },
  {
    hoursAgo: 31,
    object: 'staff',
    reason: 'staff_attitude',
    severity: 'normal',
    channel: 'phone',
    by: LI_JING,
    what: '问能不能不加糖，店员说“机器就这样”，没抬头',
    wish: '道歉',
    steps: [],
  },
  {
    hoursAgo: 2,
    object: 'goods',
    reason: 'environment_hygiene',
    severity: 'low',
    channel: 'counter',
    by: null,
    what: '门口的垃圾桶满了，有味道',
    wish: '',
    steps: [],
  },
  {
    hoursAgo: 150,
    object: 'staff',
    reason: 'staff_cashiering',
    severity: 'normal',
    channel: 'counter',
    by: LIU_FANG,
    what: '会员折扣在另一家店能用，这里收银员说不行',
    wish: '按折扣补差价',
    steps: [respond(3, '已致歉，核对折扣规则后今天答复'), note(70, '总部确认：正价商品应当打折')],
  },
  {
    hoursAgo: 40,
    object: 'goods',
    reason: 'goods_out_of_stock',
    severity: 'low',
    channel: 'wechat',
    by: 'buyer',
    product: '全麦吐司',
    what: '连着三天下午来，全麦吐司都卖完了',
    wish: '想要能预留',
    steps: [respond(5, '谢谢提醒，先给您每天留一份到 18 点')],
  },
  {
    hoursAgo: 8 * DAY,
    object: 'goods',
    reason: 'operation_after_sales',
    severity: 'normal',
    channel: 'phone',
    by: 'buyer',
    product: '乳清蛋白粉',
    what: '蛋白粉少了量勺，说补寄，一直没有收到',
    wish: '补量勺',
    steps: [respond(20, '已联系供货商补发')],
  },
  {
    hoursAgo: 3 * DAY,
    object: 'goods',
    reason: 'environment_aisle',
    severity: 'normal',
    channel: 'counter',
    by: 'buyer',
    product: '鲜牛奶',
    what: '冰柜前堆着纸箱，轮椅过不去',
    wish: '把通道清出来',
    steps: [respond(0.5, '当场致歉'), resolve(1, '纸箱已移到后仓，通道恢复')],
  },
  {
    hoursAgo: 5 * DAY,
    object: 'goods',
    reason: 'goods_price_tag',
    severity: 'low',
    channel: 'counter',
    by: 'buyer',
    product: '苹果',
    what: '标签写 9.9，结账是 12.8',
    wish: '退差价',
    steps: [respond(0.2, '先退差价 2.9 元'), resolve(4, '标签已更换，全店核对一遍')],
  },
  {
    hoursAgo: 4 * DAY,
    object: 'goods',
    reason: 'goods_packaging',
    severity: 'normal',
    channel: 'wechat',
    by: 'buyer',
    product: '六寸生日蛋糕',
    what: '蛋糕盒压坏了，送人不好看',
    wish: '换盒子',
    steps: [respond(2, '请带回来换'), resolve(26, '已换新盒'), reopen(80, '换的盒子也有压痕')],
  },
];

type Told = readonly [
  daysAgo: number,
  object: ComplaintObject,
  reason: KnownReason,
  product: string | null,
  what: string,
  answer: string,
  result: string,
  cause: string,
  measure: string,
];

/** Those that are closed, over two years: every reason of the tree has its case (S72-S75). */
const TOLD: readonly Told[] = [
  [
    702,
    'goods',
    'operation_hours',
    null,
    '门上写七点半开门，等到八点',
    '已致歉',
    '当天起提前备班',
    '早班交接迟到',
    '早班改为两人',
  ],
  [
    668,
    'goods',
    'goods_spoiled',
    '鲜牛奶',
    '牛奶过期一天',
    '已致歉，请保留包装',
    '换货并送一份可颂',
    '未按先进先出上架',
    '每天闭店前查日期',
  ],
  [
    611,
    'staff',
    'staff_cashiering',
    '拿铁',
    '一杯拿铁收了两次钱',
    '已查到流水',
    '退 18 元',
    '扫码后重复点了确认',
    '收款后报一遍金额',
  ],
  [
    555,
    'goods',
    'goods_range',
    '贝果',
    '没有无糖的面包',
    '谢谢建议',
    '下周上架无糖全麦',
    '品类不全',
    '每月问一次会员想要什么',
  ],
  [
    498,
    'staff',
    'staff_knowledge',
    '钙片',
    '问钙片和 D3 能不能一起吃，店员说不知道',
    '请药师回电',
    '药师已回电说明',
    '没有培训过',
    '每周一次十分钟商品知识',
  ],
  [
    430,
    'goods',
    'goods_price',
    '卡布奇诺',
    '卡布奇诺比隔壁贵四块',
    '已说明豆子不同',
    '送一次试饮',
    '价格牌没写豆子产地',
    '价格牌加产地',
  ],
  [
    377,
    'goods',
    'environment_safety',
    null,
    '下雨天门口很滑，差点摔倒',
    '当场扶到座位',
    '已铺防滑垫',
    '雨天没有放垫子',
    '雨天清单贴在门后',
  ],
  [
    310,
    'goods',
    'goods_packaging',
    '芝士蛋糕',
    '蛋糕盒没扣紧，路上洒了',
    '已致歉',
    '重做一个',
    '换了新盒子扣不牢',
    '退掉这批盒子',
  ],
  [
    255,
    'goods',
    'operation_returns',
    '益生菌',
    '没拆封也不给退',
    '已核对规则',
    '按规则退款',
    '店员不知道七天可退',
    '退换规则贴在收银台',
  ],
  [
    201,
    'staff',
    'staff_attitude',
    '珍珠奶茶',
    '催着点单，后面没有人',
    '已致歉',
    '店长当面道歉',
    '高峰刚过，还在赶',
    '高峰后先歇五分钟',
  ],
  [
    164,
    'goods',
    'goods_out_of_stock',
    '可颂',
    '预订的可颂没有留',
    '已致歉',
    '送到家里',
    '预订单没有写到板上',
    '预订写进当日清单',
  ],
  [
    121,
    'goods',
    'environment_hygiene',
    null,
    '桌子是黏的',
    '马上擦干净',
    '增加一次巡台',
    '下午人手不够',
    '每小时巡台一次',
  ],
  [
    88,
    'goods',
    'goods_spoiled',
    '散装坚果',
    '坚果有哈喇味',
    '请拿回来看',
    '退款并下架这批',
    '日照在窗边',
    '坚果移到阴凉处',
  ],
  [
    64,
    'goods',
    'operation_after_sales',
    '咖啡豆 250 克',
    '豆子磨得太粗',
    '可以重磨',
    '重磨一袋',
    '没有问用什么壶',
    '磨豆前问器具',
  ],
  [
    37,
    'staff',
    'staff_knowledge',
    '燕麦拿铁',
    '说燕麦奶没有麸质',
    '已更正',
    '在菜单上写明',
    '供货换了牌子',
    '换货先看配料',
  ],
  [
    18,
    'goods',
    'goods_price_tag',
    '三明治',
    '两个价签不知道哪个对',
    '按低的收',
    '撤掉旧价签',
    '促销结束没有撤签',
    '周一早上核对价签',
  ],
];

const CLOSED_CASES: readonly Case[] = TOLD.map(
  ([daysAgo, object, reason, product, what, answer, result, cause, measure], place) => ({
    hoursAgo: daysAgo * DAY + 3,
    object,
    reason,
    severity: place % 5 === 0 ? 'high' : 'normal',
    channel: place % 3 === 0 ? 'phone' : 'counter',
    by: product === null ? null : 'buyer',
    ...(product === null ? {} : { product }),
    what,
    wish: '',
    // One in five is answered late, one resolved late: shares below a hundred are the ones to learn from.
    steps: [
      respond(place % 5 === 4 ? 30 : 2, answer),
      resolve(place === 6 ? 190 : 28, result),
      close(place === 6 ? 214 : 52, cause, measure),
    ],
  }),
);

/** In the order in which they came in. */
export const CASES: readonly Case[] = [...OPEN_CASES, ...CLOSED_CASES].sort(
  (a, b) => b.hoursAgo - a.hoursAgo,
);
