import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { fen, points } from '@domain/units';
import { back, buy, days, opening, type RefundCase, spend } from './refund-case';

const GENEROUS = { ...DEFAULT_RULES.points, earn: { points: points(2), perFen: fen(1) } };

export const POINTS_CASES: readonly RefundCase[] = [
  {
    name: '全额退：积分全部收回 · a whole refund takes every point back',
    history: [buy('A', 88)],
    refund: { of: 'A', yuan: 88 },
    gives: { money: 88, takenBack: 88 },
  },
  {
    name: '部分退：按比例收回 · a quarter back takes a quarter of the points',
    history: [buy('A', 88)],
    refund: { of: 'A', yuan: 22 },
    gives: { money: 22, takenBack: 22, balance: 66, lots: ['66 until 2027-05-31'] },
  },
  {
    name: '两次各退 20 %：第二次补足零头 · of two refunds of 20 % the second takes what the first rounded away',
    history: [buy('A', 123), back('A', 24.6)],
    refund: { of: 'A', yuan: 24.6 },
    gives: { money: 24.6, takenBack: 25, balance: 74, lots: ['74 until 2027-05-31'] },
  },
  {
    name: '一次退 40 %：与两次 20 % 相同 · one refund of 40 % comes to the same',
    history: [buy('A', 123)],
    refund: { of: 'A', yuan: 49.2 },
    gives: { money: 49.2, takenBack: 49, balance: 74, lots: ['74 until 2027-05-31'] },
  },
  {
    name: '分三次退完：最后一次分毫不差 · the last of three refunds closes to the fen and the point',
    history: [opening(500, 90), buy('A', 10, { redeem: 500 }), back('A', 3.33), back('A', 3.33)],
    refund: { of: 'A', yuan: 3.34 },
    gives: { money: 1.67, restored: 167, takenBack: 2, balance: 500, lots: ['500 until 2026-08-16'] },
  },
  {
    name: '所得积分已过期：不再追讨 · earned points that lapsed unused are not asked for again',
    history: [buy('A', 100), days(400)],
    refund: { of: 'A', yuan: 100 },
    gives: { money: 100, lapsed: 100 },
  },
  {
    name: '一部分用掉、一部分过期 · of 100 points 60 were spent and 40 lapsed: half a refund finds 10 missing',
    history: [buy('A', 100), spend(60), days(400)],
    refund: { of: 'A', yuan: 50 },
    gives: { money: 50, lapsed: 40, shortfall: 10, debt: 10, balance: -10 },
  },
  {
    name: '积分已用掉：记欠 · points already spent are owed from now on',
    history: [buy('A', 100), spend(70)],
    refund: { of: 'A', yuan: 100 },
    gives: { money: 100, takenBack: 30, shortfall: 70, debt: 70, balance: -70 },
  },
  {
    name: '积分已用掉：从退款里扣 · or their worth is kept from the money',
    history: [buy('A', 100), spend(70)],
    refund: { of: 'A', yuan: 100, shortfall: 'reduce_refund' },
    gives: { money: 99.3, takenBack: 30, shortfall: 70, reduced: 0.7 },
  },
  {
    name: '积分已用掉：店长核销 · or a manager writes them off',
    history: [buy('A', 100), spend(70)],
    refund: { of: 'A', yuan: 100, shortfall: 'write_off' },
    gives: { money: 100, takenBack: 30, shortfall: 70, writtenOff: 70 },
  },
  {
    name: '扣款多于退款：不能这样退 · more to keep than to give back is refused',
    rules: { points: GENEROUS },
    history: [buy('A', 1), spend(200)],
    refund: { of: 'A', yuan: 1, shortfall: 'reduce_refund' },
    gives: { refused: 'reduction_too_large' },
  },
  {
    name: '用过的积分批次已过期：给 30 天新批次 · spent points of a lot lapsed meanwhile live 30 days more',
    history: [opening(500, 10), buy('A', 10, { redeem: 500 }), days(40)],
    refund: { of: 'A', yuan: 10 },
    gives: {
      money: 5,
      restored: 500,
      revived: '500 until 2026-07-27',
      takenBack: 5,
      balance: 500,
      lots: ['500 until 2026-07-27'],
    },
  },
  {
    name: '两个批次付的：最后用的先回 · spent points return to their own lots, the last used first',
    history: [opening(100, 10), opening(400, 90), buy('A', 10, { redeem: 300 })],
    refund: { of: 'A', yuan: 5 },
    gives: {
      money: 3.5,
      restored: 150,
      takenBack: 3,
      balance: 354,
      lots: ['350 until 2026-08-16', '4 until 2027-05-31'],
    },
  },
  {
    name: '两个批次一过期一有效 · of two lots used only the lapsed one comes back as a new lot',
    history: [opening(100, 10), opening(400, 90), buy('A', 10, { redeem: 300 }), days(20)],
    refund: { of: 'A', yuan: 10 },
    gives: {
      money: 7,
      restored: 300,
      revived: '100 until 2026-07-07',
      takenBack: 7,
      balance: 500,
      lots: ['100 until 2026-07-07', '400 until 2026-08-16'],
    },
  },
  {
    name: '一半用积分付：钱和积分各退各的 · half paid with points: half the money, all the points',
    history: [opening(500, 90), buy('A', 10, { redeem: 500 })],
    refund: { of: 'A', yuan: 10 },
    gives: { money: 5, restored: 500, takenBack: 5, balance: 500, lots: ['500 until 2026-08-16'] },
  },
  {
    name: '欠积分的会员再退一单 · a member in debt brings the next bill back too',
    history: [buy('A', 100), spend(100), back('A', 100), buy('B', 30)],
    refund: { of: 'B', yuan: 30 },
    gives: { money: 30, shortfall: 30, debt: 30, balance: -100 },
  },
  {
    name: '退回的积分先还欠 · points that come back settle a debt first',
    history: [opening(200, 90), buy('A', 10, { redeem: 200 }), buy('B', 100), spend(108), back('B', 100)],
    refund: { of: 'A', yuan: 10 },
    gives: { money: 8, restored: 200, takenBack: 8, balance: 92, lots: ['92 until 2026-08-16'] },
  },
  {
    name: '含不积分商品 · a bill with a line that earns nothing',
    history: [buy('A', 100, { lines: [{ yuan: 60 }, { yuan: 40, earns: false }] })],
    refund: { of: 'A', yuan: 50 },
    gives: { money: 50, takenBack: 30, balance: 30, lots: ['30 until 2027-05-31'] },
  },
  {
    name: '当天撤销 · undo on the day leaves nothing behind',
    history: [opening(500, 90), buy('A', 10, { redeem: 500 })],
    refund: { undo: 'A' },
    gives: { money: 5, restored: 500, takenBack: 5, balance: 500, lots: ['500 until 2026-08-16'] },
  },
  {
    name: '第二天不能撤销 · undo is for its own day',
    history: [buy('A', 10), days(1)],
    refund: { undo: 'A' },
    gives: { refused: 'undo_too_late' },
  },
  {
    name: '退过一部分不能再撤销 · nor after a refund',
    history: [buy('A', 10), back('A', 4)],
    refund: { undo: 'A' },
    gives: { refused: 'already_refunded' },
  },
  {
    name: '导入的消费：只退钱 · an imported bill earned nothing here: only money goes back',
    history: [(story) => story.bringIn('A', 50)],
    refund: { of: 'A', yuan: 20 },
    gives: { money: 20 },
  },
  {
    name: '退 0 元 · a refund of nothing is refused',
    history: [buy('A', 10)],
    refund: { of: 'A', yuan: 0 },
    gives: { refused: 'amount_needed' },
  },
  {
    name: '多退一分 · a fen too much is refused',
    history: [buy('A', 10), back('A', 4)],
    refund: { of: 'A', yuan: 6.01 },
    gives: { refused: 'above_remaining' },
  },
  {
    name: '已退完 · nothing is left to give back',
    history: [buy('A', 10), back('A', 10)],
    refund: { of: 'A', yuan: 1 },
    gives: { refused: 'nothing_left' },
  },
];
