import { LOCALES, type Locale } from '@domain/locale';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import enAudit from '../locales/en/audit.json';
import enBackups from '../locales/en/backups.json';
import enCampaigns from '../locales/en/campaigns.json';
import enCare from '../locales/en/care.json';
import enCommon from '../locales/en/common.json';
import enComplaints from '../locales/en/complaints.json';
import enCounter from '../locales/en/counter.json';
import enCoupons from '../locales/en/coupons.json';
import enDays from '../locales/en/days.json';
import enDisplay from '../locales/en/display.json';
import enDock from '../locales/en/dock.json';
import enExchange from '../locales/en/exchange.json';
import enHandbook from '../locales/en/handbook.json';
import enHeadOffice from '../locales/en/headOffice.json';
import enInsights from '../locales/en/insights.json';
import enInvitations from '../locales/en/invitations.json';
import enMembers from '../locales/en/members.json';
import enOffice from '../locales/en/office.json';
import enOverview from '../locales/en/overview.json';
import enPoints from '../locales/en/points.json';
import enPos from '../locales/en/pos.json';
import enPractice from '../locales/en/practice.json';
import enPurchases from '../locales/en/purchases.json';
import enQuality from '../locales/en/quality.json';
import enRights from '../locales/en/rights.json';
import enSegments from '../locales/en/segments.json';
import enSettings from '../locales/en/settings.json';
import enSlips from '../locales/en/slips.json';
import enStaff from '../locales/en/staff.json';
import enSupport from '../locales/en/support.json';
import enSurveys from '../locales/en/surveys.json';
import enTiers from '../locales/en/tiers.json';
import enTour from '../locales/en/tour.json';
import zhAudit from '../locales/zh-CN/audit.json';
import zhBackups from '../locales/zh-CN/backups.json';
import zhCampaigns from '../locales/zh-CN/campaigns.json';
import zhCare from '../locales/zh-CN/care.json';
import zhCommon from '../locales/zh-CN/common.json';
import zhComplaints from '../locales/zh-CN/complaints.json';
import zhCounter from '../locales/zh-CN/counter.json';
import zhCoupons from '../locales/zh-CN/coupons.json';
import zhDays from '../locales/zh-CN/days.json';
import zhDisplay from '../locales/zh-CN/display.json';
import zhDock from '../locales/zh-CN/dock.json';
import zhExchange from '../locales/zh-CN/exchange.json';
import zhHandbook from '../locales/zh-CN/handbook.json';
import zhHeadOffice from '../locales/zh-CN/headOffice.json';
import zhInsights from '../locales/zh-CN/insights.json';
import zhInvitations from '../locales/zh-CN/invitations.json';
import zhMembers from '../locales/zh-CN/members.json';
import zhOffice from '../locales/zh-CN/office.json';
import zhOverview from '../locales/zh-CN/overview.json';
import zhPoints from '../locales/zh-CN/points.json';
import zhPos from '../locales/zh-CN/pos.json';
import zhPractice from '../locales/zh-CN/practice.json';
import zhPurchases from '../locales/zh-CN/purchases.json';
import zhQuality from '../locales/zh-CN/quality.json';
import zhRights from '../locales/zh-CN/rights.json';
import zhSegments from '../locales/zh-CN/segments.json';
import zhSettings from '../locales/zh-CN/settings.json';
import zhSlips from '../locales/zh-CN/slips.json';
import zhStaff from '../locales/zh-CN/staff.json';
import zhSupport from '../locales/zh-CN/support.json';
import zhSurveys from '../locales/zh-CN/surveys.json';
import zhTiers from '../locales/zh-CN/tiers.json';
import zhTour from '../locales/zh-CN/tour.json';
import { sayDiscounts } from './discount-words';

const zh = {
  segments: zhSegments,
  quality: zhQuality,
  overview: zhOverview,
  insights: zhInsights,
  campaigns: zhCampaigns,
  care: zhCare,
  common: zhCommon,
  complaints: zhComplaints,
  counter: zhCounter,
  coupons: zhCoupons,
  display: zhDisplay,
  dock: zhDock,
  exchange: zhExchange,
  handbook: zhHandbook,
  headOffice: zhHeadOffice,
  invitations: zhInvitations,
  members: zhMembers,
  points: zhPoints,
  practice: zhPractice,
  pos: zhPos,
  purchases: zhPurchases,
  settings: zhSettings,
  slips: zhSlips,
  surveys: zhSurveys,
  tiers: zhTiers,
  tour: zhTour,
  staff: zhStaff,
  audit: zhAudit,
  days: zhDays,
  backups: zhBackups,
  rights: zhRights,
  support: zhSupport,
  office: zhOffice,
};
const en = {
  segments: enSegments,
  quality: enQuality,
  overview: enOverview,
  insights: enInsights,
  campaigns: enCampaigns,
  care: enCare,
  common: enCommon,
  complaints: enComplaints,
  counter: enCounter,
  coupons: enCoupons,
  display: enDisplay,
  dock: enDock,
  exchange: enExchange,
  handbook: enHandbook,
  headOffice: enHeadOffice,
  invitations: enInvitations,
  members: enMembers,
  points: enPoints,
  practice: enPractice,
  pos: enPos,
  purchases: enPurchases,
  settings: enSettings,
  slips: enSlips,
  surveys: enSurveys,
  tiers: enTiers,
  tour: enTour,
  staff: enStaff,
  audit: enAudit,
  days: enDays,
  backups: enBackups,
  rights: enRights,
  support: enSupport,
  office: enOffice,
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    returnNull: false;
    resources: typeof zh;
  }
}

// Both languages lie in the bundle: switching is immediate and asks nobody.
void i18next.use(initReactI18next).init({
  resources: { 'zh-CN': zh, en },
  lng: 'zh-CN',
  fallbackLng: false,
  supportedLngs: LOCALES,
  defaultNS: 'common',
  ns: Object.keys(zh),
  initAsync: false,
  interpolation: { escapeValue: false },
});

sayDiscounts(i18next);

export function speak(locale: Locale): void {
  document.documentElement.lang = locale;
  if (i18next.language !== locale) void i18next.changeLanguage(locale);
  document.title = i18next.t('app');
}

export { i18next };
