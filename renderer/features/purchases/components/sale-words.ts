import type { TFunction } from 'i18next';
import { money, whole } from '../../../lib/format';
import type { Sale } from '../use-sale';

type T = TFunction<'purchases'>;

/** What is wrong with the amount, at the amount; nothing is said about an empty field until Enter. */
export function amountProblem({ reading, asked, typed }: Sale, t: T): string | null {
  if (reading.ok || 'line' in reading)
    return asked && reading.ok && reading.total === 0 ? t('amount.empty') : null;
  if (reading.why === 'empty') return asked ? t('amount.empty') : null;
  // "128." is on its way to "128.50".
  return asked || !/[.。．]$/.test(typed.amount) ? t(`amount.${reading.why}`) : null;
}

/** Why the bill is not taken: the rule and its number, from the counter's own reckoning or from main. */
export function saleRefusal({ reading, asked, quoteRefusal, recording }: Sale, t: T): string | null {
  if (!reading.ok && 'line' in reading) return asked ? t(`line.${reading.why}`) : null;
  const refusal = recording.state === 'refused' ? recording.refusal : quoteRefusal;
  if (refusal === null || refusal.code === 'amount_needed') return null;
  switch (refusal.code) {
    case 'lines_differ':
      return t('refusal.lines_differ', {
        sum: money(refusal.params.sum),
        total: money(refusal.params.total),
      });
    case 'redeem_below_minimum':
      return t('refusal.redeem_below_minimum', { minimum: whole(refusal.params.minimum) });
    case 'redeem_not_in_steps':
      return t('refusal.redeem_not_in_steps', { step: whole(refusal.params.step) });
    case 'redeem_above_share':
      return t('refusal.redeem_above_share', {
        most: whole(refusal.params.most),
        percent: refusal.params.percent,
      });
    case 'insufficient_points':
      return t('refusal.insufficient_points', { usable: whole(refusal.params.usable) });
    case 'receipt_taken':
      return t('refusal.receipt_taken', { total: money(refusal.params.total) });
    case 'payment_code':
      return t('sale.paymentCode');
    case 'member_gone':
      return t('refusal.member_gone');
  }
}
