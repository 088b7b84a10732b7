import type { Locale } from '../locale';
import type { CareScript, Festival } from './task';

/** The scripts and festivals of a new store, in the language of its owner; all of them can be edited. */
export interface CareWords {
  readonly scripts: Readonly<Record<ScriptId, { readonly name: string; readonly text: string }>>;
  readonly festivals: Readonly<Record<FestivalId, { readonly name: string; readonly gift: string }>>;
}

const SCRIPTS = {
  'first-purchase': { kind: 'first_purchase', cause: null, content: 'service' },
  birthday: { kind: 'birthday', cause: null, content: 'service' },
  /** For levels without a birthday gift. */
  'birthday-wishes': { kind: 'birthday', cause: null, content: 'service' },
  anniversary: { kind: 'anniversary', cause: null, content: 'service' },
  festival: { kind: 'festival', cause: null, content: 'service' },
  /** For festivals without a gift. */
  'festival-wishes': { kind: 'festival', cause: null, content: 'service' },
  'complaint-follow-up': { kind: 'complaint_follow_up', cause: null, content: 'service' },
  churn: { kind: 'churn', cause: null, content: 'service' },
  dormant: { kind: 'dormant', cause: null, content: 'offer' },
  'win-back-service': { kind: 'win_back', cause: 'service_failure', content: 'service' },
  'win-back-need': { kind: 'win_back', cause: 'need_changed', content: 'service' },
  'win-back-competitor': { kind: 'win_back', cause: 'competitor', content: 'offer' },
  nurture: { kind: 'nurture', cause: null, content: 'offer' },
  'referral-thanks': { kind: 'referral_thanks', cause: null, content: 'service' },
  invitation: { kind: 'invitation', cause: null, content: 'offer' },
  plan: { kind: 'plan', cause: null, content: 'service' },
  'data-refresh': { kind: 'data_refresh', cause: null, content: 'service' },
  'by-hand': { kind: 'by_hand', cause: null, content: 'service' },
} as const satisfies Record<string, Pick<CareScript, 'kind' | 'cause' | 'content'>>;
type ScriptId = keyof typeof SCRIPTS;

const FESTIVALS = {
  'new-year': { calendar: 'solar', month: 1, day: 1 },
  'spring-festival': { calendar: 'lunar', month: 1, day: 1 },
  'dragon-boat': { calendar: 'lunar', month: 5, day: 5 },
  'mid-autumn': { calendar: 'lunar', month: 8, day: 15 },
} as const satisfies Record<string, Pick<Festival, 'calendar' | 'month' | 'day'>>;
type FestivalId = keyof typeof FESTIVALS;

/** Named so that no cast is needed: the records above are the one list of each. */
const idsOf = <Id extends string>(of: Readonly<Record<Id, unknown>>): Id[] => Object.keys(of) as Id[]; // keys of our own literal

export const startingScripts = ({ scripts }: CareWords): readonly CareScript[] =>
  idsOf(SCRIPTS).map((id) => ({ id, ...SCRIPTS[id], ...scripts[id] }));

export const startingFestivals = ({ festivals }: CareWords): readonly Festival[] =>
  idsOf(FESTIVALS).map((id) => ({
    id,
    ...FESTIVALS[id],
    ...festivals[id],
    daysBefore: 2,
    active: id === 'mid-autumn' || id === 'spring-festival',
  }));

export const CARE_WORDS: Readonly<Record<Locale, CareWords>> = {
  'zh-CN': {
    scripts: {
      'first-purchase': {
        name: '首购回访',
        text: '[客户姓名]您好，我是[门店]的[店员]。您[上次消费日]买的[上次商品]用着还好吗？有什么不清楚的，随时问我就行。',
      },
      birthday: {
        name: '生日有礼',
        text: '[客户姓名]您好，[生日]是您的生日，[门店]祝您生日快乐！给您留了一份[生日礼]，方便的时候来坐坐，当天消费双倍积分。',
      },
      'birthday-wishes': {
        name: '生日问候',
        text: '[客户姓名]您好，[生日]是您的生日，[门店]祝您生日快乐！当天消费双倍积分。',
      },
      anniversary: {
        name: '入会周年',
        text: '[客户姓名]您好，今天是您成为[门店]会员的[周年]周年，谢谢您一直照顾我们。',
      },
      festival: {
        name: '节日有礼',
        text: '[客户姓名]您好，[节日]快到了，[门店]祝您和家人节日快乐！给您留了一份[节日礼]，路过时来取。',
      },
      'festival-wishes': {
        name: '节日问候',
        text: '[客户姓名]您好，[节日]快到了，[门店]祝您和家人节日快乐！',
      },
      'complaint-follow-up': {
        name: '投诉回访',
        text: '[客户姓名]您好，我是[门店]的[店员]。上次您反映的「[投诉内容]」已经处理，想问问您现在满意吗？还有哪里不合适，请一定告诉我。',
      },
      churn: {
        name: '老客关怀',
        text: '[客户姓名]您好，有[未到店天数]天没见到您了，大家都挺惦记的。最近一切都好吗？有什么需要我们帮忙的，尽管说。',
      },
      dormant: {
        name: '唤醒优惠',
        text: '[客户姓名]您好，[门店]上了新品，给您留了会员优惠，凭手机号到店可用。回复 T 不再接收。',
      },
      'win-back-service': {
        name: '挽回：服务失误',
        text: '[客户姓名]您好，上次[上次商品]的事让您失望了，真的很抱歉，我们已经改了做法。给您留了一张[挽回券]，请再给我们一次机会。',
      },
      'win-back-need': {
        name: '挽回：需求变化',
        text: '[客户姓名]您好，好久不见，最近生活有什么变化吗？如果您有新的需要，告诉我，我帮您留意合适的。',
      },
      'win-back-competitor': {
        name: '挽回：选择别家',
        text: '[客户姓名]您好，知道您现在有别的选择。我们最近[上次商品]的做法和用料都有不同，给您留了一张[挽回券]，您来比一比。',
      },
      nurture: {
        name: '新客培育',
        text: '[客户姓名]您好，欢迎加入[门店]。第一次来可以试试我们的招牌，我给您介绍，不合适不用买。',
      },
      'referral-thanks': {
        name: '推荐答谢',
        text: '[客户姓名]您好，谢谢您把朋友介绍给我们，[门店]给您和朋友都准备了一份小礼。',
      },
      invitation: {
        name: '活动邀请',
        text: '[客户姓名]您好，[活动日期]我们办[活动]，给您留了位置，您有空来吗？',
      },
      plan: {
        name: '保养提醒',
        text: '[客户姓名]您好，按您的保养计划，该做[保养项目]了。您哪天方便，我给您约时间。',
      },
      'data-refresh': {
        name: '资料核对',
        text: '[客户姓名]您好，跟您核对一下资料：手机号和生日还是原来的吗？更新后生日礼才不会送错。',
      },
      'by-hand': {
        name: '一般回访',
        text: '[客户姓名]您好，我是[门店]的[店员]，想跟您说一件事：',
      },
    },
    festivals: {
      'new-year': { name: '元旦', gift: '' },
      'spring-festival': { name: '春节', gift: '' },
      'dragon-boat': { name: '端午', gift: '粽子' },
      'mid-autumn': { name: '中秋', gift: '月饼' },
    },
  },
  en: {
    scripts: {
      'first-purchase': {
        name: 'After the first purchase',
        text: 'Hello [name], this is [staff] from [shop]. How do you like the [last item] you bought on [last visit]? If anything is unclear, just ask me.',
      },
      birthday: {
        name: 'Birthday gift',
        text: 'Hello [name], your birthday is on [birthday]: happy birthday from all of us at [shop]! We keep a [birthday gift] for you, and you earn double points on the day.',
      },
      'birthday-wishes': {
        name: 'Birthday wishes',
        text: 'Hello [name], your birthday is on [birthday]: happy birthday from all of us at [shop]! You earn double points on the day.',
      },
      anniversary: {
        name: 'Anniversary',
        text: 'Hello [name], today you have been a member of [shop] for [years] years. Thank you for staying with us.',
      },
      festival: {
        name: 'Festival gift',
        text: 'Hello [name], [festival] is near: best wishes to you and your family from [shop]! We keep a [festival gift] for you.',
      },
      'festival-wishes': {
        name: 'Festival greeting',
        text: 'Hello [name], [festival] is near: best wishes to you and your family from [shop]!',
      },
      'complaint-follow-up': {
        name: 'After a complaint',
        text: 'Hello [name], this is [staff] from [shop]. We have dealt with what you told us: “[complaint]”. Are you content now? If anything is still wrong, please tell me.',
      },
      churn: {
        name: 'We miss you',
        text: 'Hello [name], we have not seen you for [days away] days. Is everything well? If there is anything we can do, just say so.',
      },
      dormant: {
        name: 'Offer to come back',
        text: 'Hello [name], there are new things at [shop], and a member offer is kept for you. Reply T to hear no more from us.',
      },
      'win-back-service': {
        name: 'Win back: our mistake',
        text: 'Hello [name], we let you down over the [last item], and we are truly sorry. We do it differently now. Here is a [win-back coupon]: please give us another chance.',
      },
      'win-back-need': {
        name: 'Win back: needs have changed',
        text: 'Hello [name], it has been a while. Has anything changed for you? Tell me what you need now and I will look out for it.',
      },
      'win-back-competitor': {
        name: 'Win back: gone elsewhere',
        text: 'Hello [name], you have other choices now. Our [last item] is made differently: here is a [win-back coupon], come and compare.',
      },
      nurture: {
        name: 'Not bought yet',
        text: 'Hello [name], welcome to [shop]. Try our best on your first visit; I will show you, and you need not buy.',
      },
      'referral-thanks': {
        name: 'Thanks for a friend',
        text: 'Hello [name], thank you for bringing a friend to [shop]. There is a small gift for both of you.',
      },
      invitation: {
        name: 'Invitation',
        text: 'Hello [name], we hold [event] on [event day] and keep a place for you. Will you come?',
      },
      plan: {
        name: 'Maintenance is due',
        text: 'Hello [name], by your plan it is time for [maintenance]. Which day suits you? I will book it.',
      },
      'data-refresh': {
        name: 'Are your details right?',
        text: 'Hello [name], may I check your details: are phone and birthday still the same? Then your birthday gift finds you.',
      },
      'by-hand': {
        name: 'Follow-up',
        text: 'Hello [name], this is [staff] from [shop]. I wanted to tell you:',
      },
    },
    festivals: {
      'new-year': { name: 'New Year', gift: '' },
      'spring-festival': { name: 'Spring Festival', gift: '' },
      'dragon-boat': { name: 'Dragon Boat Festival', gift: 'rice dumplings' },
      'mid-autumn': { name: 'Mid-Autumn Festival', gift: 'mooncakes' },
    },
  },
};
