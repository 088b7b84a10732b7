import type { CouponView } from '@contract/loyalty-shapes';
import { foldKey } from '@domain/members/fold';
import { isPaymentCode } from '@domain/members/payment-code';
import type { ShopRules } from '@domain/settings/shop-rules';
import type { Points } from '@domain/units';
import { useState } from 'react';
import { useFormat } from '../../lib/store-context';
import type { KeptAttempt } from '../../lib/use-command';
import { useRecordSale, useRereadPrice } from './api';
import { offersOf, price } from './price';
import {
  BLANK_SALE,
  type Buyer,
  blankLine,
  readSale,
  type TypedLine,
  type TypedSale,
  withCoupon,
  withoutCoupon,
} from './sale-form';

/** The sale as it stands in the panel: what was typed, what it comes to, and recording it. */
export function useSale(
  buyer: Buyer,
  rules: ShopRules,
  typed: TypedSale,
  onTyped: (typed: TypedSale) => void,
  attempt: KeptAttempt,
) {
  const record = useRecordSale(attempt);
  const reread = useRereadPrice();
  const { today } = useFormat();
  /** Problems of the amount are shown once the person has asked to go on, or typed something wrong. */
  const [asked, setAsked] = useState(false);
  const [codeRefused, setCodeRefused] = useState(false);
  const reading = readSale(typed);
  const till = { buyer, rules, today };
  const { quote, refusal } = price(typed, reading, till);
  /** Main said another price: it is on the screen now, and the next Enter takes it. */
  const told =
    record.now.state === 'refused' && record.now.refusal.code === 'price_changed'
      ? record.now.refusal.params.due
      : null;

  const put = (part: Partial<TypedSale>) => {
    setAsked(false);
    if (record.now.state === 'refused' || record.now.state === 'fault') record.reset();
    onTyped({ ...typed, ...part });
  };
  return {
    typed,
    reading,
    quote,
    quoteRefusal: refusal,
    offers: offersOf(typed, reading, till),
    asked,
    recording: record.now,
    /** A special price matters to whoever has a discount on full-price goods. */
    hasTierDiscount: rules.tiers.rights[buyer.tier].discountPercent > 0,
    setAmount: (amount: string) => put({ amount }),
    setSpecial: (special: string) => put({ special }),
    codeRefused,
    setReceiptNo: (receiptNo: string) => {
      // A code that pays is no receipt: it is not kept, here as little as in the box.
      const pays = isPaymentCode(foldKey(receiptNo));
      setCodeRefused(pays);
      put({ receiptNo: pays ? '' : receiptNo });
    },
    setRedeem: (redeem: Points) => put({ redeem: redeem === typed.redeem ? BLANK_SALE.redeem : redeem }),
    putCoupon: (coupon: CouponView) => put(withCoupon(typed, coupon)),
    dropCoupon: (couponId: string) => put(withoutCoupon(typed, couponId)),
    addLine: () => put({ lines: [...typed.lines, blankLine((typed.lines.at(-1)?.key ?? 0) + 1)] }),
    setLine: (key: number, part: Partial<TypedLine>) =>
      put({ lines: typed.lines.map((line) => (line.key === key ? { ...line, ...part } : line)) }),
    dropLine: (key: number) => put({ lines: typed.lines.filter((line) => line.key !== key) }),
    confirm: async () => {
      setAsked(true);
      if (!reading.ok || refusal !== null || quote === null) return null;
      const end = await record.run({
        memberId: buyer.id,
        gross: reading.gross,
        specialPrice: reading.specialPrice,
        couponIds: typed.coupons.map(({ id }) => id),
        expectedDue: told ?? quote.due,
        receiptNo: typed.receiptNo,
        items: [...reading.items],
        redeem: typed.redeem,
      });
      if (end.state === 'refused') reread();
      return end.state === 'done' ? end.value : null;
    },
  };
}
export type Sale = ReturnType<typeof useSale>;
