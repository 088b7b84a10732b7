import type { Locale } from '@domain/locale';
import { createInstance, type i18n } from 'i18next';
import { sayDiscounts } from '../lib/discount-words';
import enCommon from '../locales/en/common.json';
import enDisplay from '../locales/en/display.json';
import { consent as enConsent } from '../locales/en/members.json';
import enSlips from '../locales/en/slips.json';
import zhCommon from '../locales/zh-CN/common.json';
import zhDisplay from '../locales/zh-CN/display.json';
import { consent as zhConsent } from '../locales/zh-CN/members.json';
import zhSlips from '../locales/zh-CN/slips.json';

const zh = { common: zhCommon, display: zhDisplay, members: { consent: zhConsent }, slips: zhSlips };
const en = { common: enCommon, display: enDisplay, members: { consent: enConsent }, slips: enSlips };

/** Only what stands on the customer's screen; the counter's words stay in the counter's page. */
export const words: i18n = createInstance();
void words.init({
  resources: { 'zh-CN': zh, en },
  lng: 'zh-CN',
  fallbackLng: false,
  defaultNS: 'display',
  ns: Object.keys(zh),
  initAsync: false,
  interpolation: { escapeValue: false },
});
sayDiscounts(words);

export function speak(locale: Locale): void {
  document.documentElement.lang = locale;
  document.title = words.t('common:app', { lng: locale });
  if (words.language !== locale) void words.changeLanguage(locale);
}
