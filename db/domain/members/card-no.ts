import { foldKey } from './fold';
import { isPaymentCode } from './payment-code';

const CARD = /^[0-9A-Z]{1,32}$/;

/**
 * The one form in which a card number is kept: capital letters and digits, nothing between them.
 * Undefined when it is none, or when it is a payment code, which is never stored.
 */
export function normaliseCardNo(text: string): string | undefined {
  const card = foldKey(text).toUpperCase();
  return CARD.test(card) && !isPaymentCode(card) ? card : undefined;
}
