import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readAmount, typedAmount } from '../../lib/amount';
import { money } from '../../lib/format';
import type { Answered } from '../../lib/rooms';
import { type RefundEffect, type Shortfall, useRefund, useRefundPreview } from './api';

/** A refund on its way: what is typed, what it would do, what main says. */
export function useRefundDraft(bill: NonNullable<Answered<'purchases', 'detail'>>) {
  const { t } = useTranslation('purchases');
  const remaining = bill.total - bill.refunded;
  const [typed, setTyped] = useState(typedAmount(remaining));
  const [reason, setReason] = useState('');
  const [shortfall, setShortfall] = useState<Shortfall>('debt');
  const refund = useRefund();

  const read = readAmount(typed);
  const wanted = read.ok ? read.fen : null;
  const fits = wanted !== null && wanted > 0 && wanted <= remaining;
  const preview = useRefundPreview(bill.id, fits ? wanted : null, shortfall);
  const answer = fits && !preview.isPlaceholderData ? preview.data : undefined;
  const effect = answer?.possible === true ? answer.effect : null;

  const done: RefundEffect | null = refund.now.state === 'done' ? refund.now.value.effect : null;
  return {
    remaining,
    typed,
    reason,
    shortfall,
    effect,
    done,
    isAll: wanted === remaining,
    busy: refund.now.state === 'busy',
    ready: effect !== null && refund.now.state !== 'busy',
    /** The choice stays while another one is being previewed. */
    hasShortfall: (effect?.shortfall ?? 0) > 0 || shortfall !== 'debt',
    setTyped,
    setReason,
    setShortfall,
    takeAll: () => setTyped(typedAmount(remaining)),
    amountProblem: amountProblem(),
    problem: problem(),
    mishap: refund.now.state === 'fault' ? refund.now.mishap : null,
    confirm: async (): Promise<boolean> => {
      if (wanted === null || effect === null) return false;
      const end = await refund.run({ purchaseId: bill.id, amount: wanted, shortfall, reason });
      return end.state === 'done';
    },
  };

  function amountProblem(): string | null {
    if (!read.ok) return t(`amount.${read.why}`);
    if (read.fen === 0) return t('amount.empty');
    return read.fen > remaining ? t('refundRefusal.above_remaining', { remaining: money(remaining) }) : null;
  }

  function problem(): string | null {
    if (refund.now.state === 'refused') {
      const { refusal } = refund.now;
      if (refusal.code === 'above_remaining')
        return t('refundRefusal.above_remaining', { remaining: money(refusal.params.remaining) });
      if (refusal.code === 'reduction_too_large') return t('refundRefusal.reduction_too_large');
      return t(`refundRefusal.${refusal.code}`);
    }
    if (answer === undefined || answer.possible) return null;
    if (answer.code === 'above_remaining')
      return t('refundRefusal.above_remaining', { remaining: money(remaining) });
    return t(`refundRefusal.${answer.code}`);
  }
}
