import { foldWidth } from '../members/fold';
import { type NoParams, type Refusal, refuse } from '../refusal';

export type DiscountRefusal = Refusal<'spend_and_save', NoParams> | Refusal<'not_a_discount', NoParams>;

const HAN_DIGITS = '零一二三四五六七八九';

/** `满`, a sum on which something depends: 满100减20, 100减20, spend 100 save 20, 20 off 100, orders over 100. */
const THRESHOLD =
  /[满滿]|买够|達到|达到|以上|\d\D{0,3}[减減返送立]\D{0,3}\d|\d+\s*-\s*\d|\b(spend|over|above|at least|minimum|for every|every|each)\b|\boff\b\D*\d|\bsave\b.*\d.*\d/;

const NOTHING = /^(无|無|没有|沒有|不打折|none|no|no discount|-|0|0%|10折|十折)?$/;
/** 9折, 8.5折, 85折, 正价商品9折优惠: what is paid, in tenths or hundredths. */
const PAID =
  /^(?:(?:正价|正價|原价|原價)(?:商品|产品|貨品|货品)?)?(?:享受?|打)?(\d(?:\.\d)?|[1-9]\d)折(?:优惠|優惠)?$/;
const HALF = /^(?:(?:正价|正價|原价|原價)(?:商品)?)?(?:半价|半價|对折|對折)$/;
/** 10%, 10% off, -10%, 优惠10%, 10 percent off full-price goods: what is taken off. */
const OFF =
  /^(?:-|减|減|立减|优惠|優惠|(?:save|get|take)\s+)?(\d{1,2})\s*(?:%|percent)\s*(?:off|discount)?(?:\s*(?:on|for)?\s*(?:all\s+)?full[- ]?price(?:d)?(?:\s+(?:goods|items|products))?)?$/;

/**
 * What an owner types as the discount of a level: percent off full-price goods, 0-99; empty = none.
 * S43: a 满减 (spend x, save y) is refused in whatever words it comes, because a cashier would have to
 * refuse the discount at the till for a bill just below. Points, gifts and bare numbers (9 折, or 9 %?)
 * are no discount either.
 */
export function readTierDiscount(text: string): number | DiscountRefusal {
  const typed = withDigits(foldWidth(text).toLowerCase());
  if (NOTHING.test(typed)) return 0;
  const off = OFF.exec(typed)?.[1];
  if (off !== undefined) return Number(off);
  const compact = typed.replace(/\s+/g, '');
  if (HALF.test(compact)) return 50;
  const paid = PAID.exec(compact)?.[1];
  if (paid !== undefined) return percentOff(paid) ?? refuse('not_a_discount');
  return refuse(THRESHOLD.test(typed) ? 'spend_and_save' : 'not_a_discount');
}

/** 9 and 90 leave ten percent, 8.5 and 85 fifteen; 0 折 would be a present. */
function percentOff(paid: string): number | undefined {
  const hundredths = paid.includes('.') || paid.length === 1 ? Math.round(Number(paid) * 10) : Number(paid);
  return hundredths === 0 ? undefined : 100 - hundredths;
}

/** 九折, 八五折 and 八点五折 in digits. */
const withDigits = (text: string): string =>
  text.replace(/[零一二三四五六七八九点]+(?=折)/g, (number) =>
    number.replace(/./g, (sign) => (sign === '点' ? '.' : String(HAN_DIGITS.indexOf(sign)))),
  );

const POINTS = /积分|積分|积点|集点|点数|點數|\bpoints?\b|\bpts\b|\d\s*分(?!\p{Script=Han})/u;

/** S44: a birthday brings a practical gift, never points; true for 100积分, 200 分, double points. */
export const giftIsPoints = (text: string): boolean => POINTS.test(foldWidth(text).toLowerCase());
