import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readAmount, typedAmount } from '../../lib/amount';
import { money } from '../../lib/format';
import { type Bill, type RefundEffect, type Shortfall, useRefund, useRefundPreview } from './api';

/** A refund on its way: what is typed or ticked, what each way would do, what main says. */
export function useRefundDraft(bill: Bill) {
  const { t } = useTranslation('purchases');
  const remaining = bill.total - bill.refunded;
  // Coupons paid all of it: there is no money to give back, but the coupons are.
  const isFree = bill.total === 0 && bill.refunds.length === 0;
  const [typed, setTyped] = useState(typedAmount(remaining));
  /** Places of the lines that come back; empty when the amount was typed. */
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [reason, setReason] = useState('');
  const [wished, setShortfall] = useState<Shortfall>('debt');
  const refund = useRefund();

  const read = readAmount(typed);
  const wanted = read.ok ? read.fen : null;
  const fits = wanted !== null && (isFree || wanted > 0) && wanted <= remaining;
  const asked = fits ? wanted : null;
  const debt = useRefundPreview(bill.id, asked, 'debt');
  const isShort = fits && debt.data?.possible === true && debt.data.effect.shortfall > 0;
  const reduced = useRefundPreview(bill.id, isShort ? asked : null, 'reduce_refund');
  const forgiven = useRefundPreview(bill.id, isShort ? asked : null, 'write_off');
  const shortfall = isShort ? wished : 'debt';
  const way = { debt, reduce_refund: reduced, write_off: forgiven }[shortfall];
  const answer = fits ? way.data : undefined;
  const effect = answer?.possible === true ? answer.effect : null;
  const fresh = fits && !way.isPlaceholderData && effect !== null;

  const done: RefundEffect | null = refund.now.state === 'done' ? refund.now.value.effect : null;
  const write = (text: string, lines: ReadonlySet<number>) => {
    setTyped(text);
    setTicked(lines);
    if (refund.now.state !== 'idle') refund.reset();
  };
  return {
    remaining,
    hasRest: remaining > 0 || isFree,
    typed,
    ticked,
    reason,
    wanted,
    shortfall,
    /** The three ways out, as long as points are missing. */
    ways: isShort ? { debt: debt.data, reduce_refund: reduced.data, write_off: forgiven.data } : null,
    effect,
    done,
    isAll: wanted === remaining,
    busy: refund.now.state === 'busy',
    ready: fresh && refund.now.state !== 'busy',
    setTyped: (text: string) => write(text, new Set()),
    toggleLine: (line: number) => {
      const lines = new Set(ticked);
      if (!lines.delete(line)) lines.add(line);
      const sum = bill.items.reduce((all, item, at) => all + (lines.has(at) ? netOf(item) : 0), 0);
      write(lines.size === 0 ? '' : typedAmount(sum), lines);
    },
    setReason,
    setShortfall,
    takeAll: () => write(typedAmount(remaining), new Set()),
    amountProblem: amountProblem(),
    problem: problem(),
    mishap: refund.now.state === 'fault' ? refund.now.mishap : null,
    confirm: async (): Promise<boolean> => {
      if (wanted === null || !fresh) return false;
      const end = await refund.run({ purchaseId: bill.id, amount: wanted, shortfall, reason });
      return end.state === 'done';
    },
  };

  function amountProblem(): string | null {
    if (!read.ok) return t(`amount.${read.why}`);
    if (read.fen === 0 && !isFree) return t('amount.empty');
    return read.fen > remaining ? t('refundRefusal.above_remaining', { remaining: money(remaining) }) : null;
  }

  function problem(): string | null {
    if (refund.now.state === 'refused') {
      const { refusal } = refund.now;
      return refusal.code === 'above_remaining'
        ? t('refundRefusal.above_remaining', { remaining: money(refusal.params.remaining) })
        : t(`refundRefusal.${refusal.code}`);
    }
    if (answer === undefined || answer.possible) return null;
    return answer.code === 'above_remaining'
      ? t('refundRefusal.above_remaining', { remaining: money(remaining) })
      : t(`refundRefusal.${answer.code}`);
  }
}
export type RefundDraft = ReturnType<typeof useRefundDraft>;

/** What a line has cost after its share of the discounts: what it is worth when it comes back. */
export const netOf = (item: Bill['items'][number]): number => item.amount - item.discount;
