import type { QuoteRefusal } from '@domain/purchases/quote';
import type { TFunction } from 'i18next';
import { money, whole } from '../../../lib/format';
import type { useFormat } from '../../../lib/store-context';
import type { RefusalFor } from '../../../lib/use-command';
import type { Sale } from '../use-sale';

type T = TFunction<'purchases'>;
type Format = ReturnType<typeof useFormat>;
type SaleRefusal = QuoteRefusal | RefusalFor<'purchases', 'record'>;

/** What is wrong with an amount, at its field; nothing is said about an empty one until Enter. */
export function amountProblem({ reading, asked, typed }: Sale, t: T): string | null {
  if (reading.ok || reading.at !== 'amount')
    return asked && reading.ok && reading.gross === 0 ? t('amount.empty') : null;
  if (reading.why === 'empty') return asked ? t('amount.empty') : null;
  return asked || !isOnItsWay(typed.amount) ? t(`amount.${reading.why}`) : null;
}

export function specialProblem({ reading, asked, typed }: Sale, t: T): string | null {
  if (reading.ok || reading.at !== 'special') return null;
  return asked || !isOnItsWay(typed.special) ? t(`amount.${reading.why}`) : null;
}

/** "128." is on its way to "128.50". */
const isOnItsWay = (text: string): boolean => /[.。．]$/.test(text);

/** Why the bill is not taken: the rule and its number, from the counter's own reckoning or from main. */
export function saleProblem({ reading, asked, quoteRefusal, recording }: Sale, t: T, format: Format) {
  if (!reading.ok && reading.at === 'line') return asked ? t(`line.${reading.why}`) : null;
  const refusal = recording.state === 'refused' ? recording.refusal : quoteRefusal;
  return refusal === null || refusal.code === 'amount_needed' ? null : refusalWords(refusal, t, format);
}

/** Each refusal says what the rule is and what to do. */
export function refusalWords(refusal: SaleRefusal, t: T, format: Format): string {
  switch (refusal.code) {
    case 'price_changed':
      return t('refusal.price_changed', { due: money(refusal.params.due) });
    case 'special_above_total':
      return t('refusal.special_above_total', { gross: money(refusal.params.gross) });
    case 'coupon_lapsed':
      return t('refusal.coupon_lapsed', { ...refusal.params, date: format.date(refusal.params.lastDay) });
    case 'coupon_not_yet':
      return t('refusal.coupon_not_yet', { ...refusal.params, date: format.date(refusal.params.firstDay) });
    case 'coupon_below_threshold':
      return t('refusal.coupon_below_threshold', {
        name: refusal.params.name,
        threshold: money(refusal.params.threshold),
        missing: money(refusal.params.threshold - refusal.params.gross),
      });
    case 'coupon_used':
    case 'coupon_revoked':
    case 'coupon_foreign':
    case 'coupon_blackout':
      return t(`refusal.${refusal.code}`, { name: refusal.params.name });
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
      return t(refusal.params.byTill ? 'refusal.receipt_taken_by_till' : 'refusal.receipt_taken', {
        total: money(refusal.params.total),
      });
    case 'payment_code':
      return t('sale.paymentCode');
    case 'amount_needed':
      return t('amount.empty');
    case 'coupons_do_not_stack':
    case 'coupon_gone':
    case 'special_beside_lines':
    case 'member_gone':
    case 'own_card':
      return t(`refusal.${refusal.code}`);
  }
}
