import { fen } from '../units';
import type { Cast, Who } from './doings';
import type { Exercise } from './exercises';

/** The numbers that the tasks tell, and that doings are held against; names come from the practice store. */
export const TASKS = {
  find: { tags: ['脱脂奶', 'skimmed milk'] },
  sign_up: { phone: '13700008101' },
  sale: { gross: fen(78_00) },
  coupon: { gross: fen(58_00) },
  redeem: { gross: fen(16_00) },
  receipt: { gross: fen(46_00), receiptNo: 'A0518-27' },
  discount: { gross: fen(177_90), specialPrice: fen(9_90) },
  survey: { satisfaction: 5, recommend: 9 },
} as const;

/** Whom an exercise is about; null where it is about somebody new, anybody or nobody. */
export function whoOf(exercise: Exercise, cast: Cast): Who | null {
  switch (exercise) {
    case 'find':
    case 'refund':
      return cast.zhangMin;
    case 'sale':
    case 'survey':
      return cast.liJing;
    case 'coupon':
      return cast.couponHolder;
    case 'redeem':
    case 'birthday':
    case 'fish_oil':
      return cast.zhangSan;
    case 'receipt':
    case 'discount':
      return cast.liuFang;
    case 'sign_up':
    case 'care_call':
    case 'day_close':
    case 'leaving':
      return null;
  }
}
