import type { i18n } from 'i18next';

/** Adds the format `zhe`: 15 % off is said as 8.5 折, what is paid, in tenths. */
export function sayDiscounts(words: i18n): void {
  words.services.formatter?.add('zhe', (percentOff: number) => String((100 - percentOff) / 10));
}
