import { foldKey } from '@domain/members/fold';
import { isPaymentCode } from '@domain/members/payment-code';
import type { ShopRules } from '@domain/settings/shop-rules';
import type { Points } from '@domain/units';
import { useState } from 'react';
import { useFormat } from '../../lib/store-context';
import { useRecordSale } from './api';
import {
  BLANK_SALE,
  type Buyer,
  blankLine,
  price,
  readSale,
  type TypedLine,
  type TypedSale,
} from './sale-form';

/** The sale as it stands in the panel: what was typed, what it comes to, and recording it. */
export function useSale(
  buyer: Buyer,
  rules: ShopRules,
  typed: TypedSale,
  onTyped: (typed: TypedSale) => void,
) {
  const record = useRecordSale();
  const { today } = useFormat();
  /** Problems of the amount are shown once the person has asked to go on, or typed something wrong. */
  const [asked, setAsked] = useState(false);
  const [codeRefused, setCodeRefused] = useState(false);
  const reading = readSale(typed);
  const { quote, refusal } = price(reading, buyer, typed.redeem, rules, today);

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
    asked,
    recording: record.now,
    setAmount: (amount: string) => put({ amount }),
    codeRefused,
    setReceiptNo: (receiptNo: string) => {
      // A code that pays is no receipt: it is not kept, here as little as in the box.
      const pays = isPaymentCode(foldKey(receiptNo));
      setCodeRefused(pays);
      put({ receiptNo: pays ? '' : receiptNo });
    },
    setRedeem: (redeem: Points) => put({ redeem: redeem === typed.redeem ? BLANK_SALE.redeem : redeem }),
    addLine: () => put({ lines: [...typed.lines, blankLine((typed.lines.at(-1)?.key ?? 0) + 1)] }),
    setLine: (key: number, part: Partial<TypedLine>) =>
      put({ lines: typed.lines.map((line) => (line.key === key ? { ...line, ...part } : line)) }),
    dropLine: (key: number) => put({ lines: typed.lines.filter((line) => line.key !== key) }),
    isBlank: typed.amount.trim() === '' && typed.lines.length === 0,
    confirm: async () => {
      setAsked(true);
      if (!reading.ok || refusal !== null || quote === null) return null;
      const end = await record.run({
        memberId: buyer.id,
        gross: reading.total,
        receiptNo: typed.receiptNo,
        items: [...reading.items],
        redeem: typed.redeem,
      });
      return end.state === 'done' ? end.value : null;
    },
  };
}
export type Sale = ReturnType<typeof useSale>;
