import type { Locale } from '../locale';
import { maskPhone } from '../members/phone';
import type { BusinessDate } from '../units';
import type { TaskKind } from './task';

/** A task as the staff's group reads of it. */
export interface GroupTask {
  readonly kind: TaskKind;
  readonly member: { readonly name: string; readonly memberNo: string; readonly phone: string | null };
  /** Whose it is; null while it is anybody's. */
  readonly assignee: string | null;
}

/**
 * The day's tasks as a text for the staff's group in WeCom or DingTalk (S97): who, what, and whose it is.
 * A group is read on many phones, so a member's own stays masked, and what a task is about in the store.
 */
export function groupText(
  tasks: readonly GroupTask[],
  { shop, today, held }: { readonly shop: string; readonly today: BusinessDate; readonly held: number },
  language: Locale,
): string {
  const words = WORDS[language];
  const lines = tasks.map(({ kind, member, assignee }, at) => {
    const who = [member.name || member.memberNo, maskPhone(member.phone)].filter((part) => part !== '');
    const whose = assignee === null ? [] : [words.for(assignee)];
    return `${at + 1}. ${[words.kinds[kind], who.join(' '), ...whose].join(' · ')}`;
  });
  return [
    `${shop} · ${words.title} · ${today}`,
    ...(lines.length === 0 ? [words.none] : lines),
    ...(held === 0 ? [] : [words.held(held)]),
  ].join('\n');
}

interface Words {
  readonly title: string;
  readonly none: string;
  readonly for: (name: string) => string;
  readonly held: (count: number) => string;
  readonly kinds: Readonly<Record<TaskKind, string>>;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  'zh-CN': {
    title: '今日关怀',
    none: '今天没有要做的。',
    for: (name) => `${name}跟进`,
    held: (count) => `另有 ${count} 件暂缓，今天不打扰。`,
    kinds: {
      first_purchase: '首购回访',
      birthday: '生日问候',
      anniversary: '入会周年',
      festival: '节日问候',
      complaint_follow_up: '投诉回访',
      churn: '老客关怀',
      dormant: '唤醒',
      win_back: '挽回',
      nurture: '新客培育',
      referral_thanks: '推荐答谢',
      invitation: '活动邀请',
      plan: '保养提醒',
      data_refresh: '资料核对',
      by_hand: '回访',
    },
  },
  en: {
    title: 'Care today',
    none: 'Nothing to do today.',
    for: (name) => `for ${name}`,
    held: (count) => `${count} more held back: not to be disturbed today.`,
    kinds: {
      first_purchase: 'After the first purchase',
      birthday: 'Birthday',
      anniversary: 'Anniversary',
      festival: 'Festival greeting',
      complaint_follow_up: 'After a complaint',
      churn: 'Staying away',
      dormant: 'Offer to come back',
      win_back: 'Win back',
      nurture: 'Not bought yet',
      referral_thanks: 'Thanks for a friend',
      invitation: 'Invitation',
      plan: 'Maintenance',
      data_refresh: 'Check details',
      by_hand: 'Follow-up',
    },
  },
};
