/**
 * The one-time code on a customer's WeChat (10-15) or Alipay (25-30) screen: 18 digits that pay.
 * It is refused with a sentence and never stored, logged or shown (rules, "Lookup").
 */
export const isPaymentCode = (digits: string): boolean => /^(1[0-5]|2[5-9]|30)\d{16}$/.test(digits);
