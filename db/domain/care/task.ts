/** What Shuke proposes to do for a member (关怀任务). Sources: rules "Care tasks"; S05, S18, S32, S45-S47, S53, S57, S60-S64. */
export const TASK_KINDS = [
  /** "How was it", without selling, within 3 days of a first purchase (S57). */
  'first_purchase',
  'birthday',
  'anniversary',
  'festival',
  /** After a complaint was resolved: is it good now? */
  'complaint_follow_up',
  /** A valuable member who stays away longer than is usual for them (S18). */
  'churn',
  /** Nominal members, class D: an offer (S05). */
  'dormant',
  /** A valuable or let-down member who is lost: cause, script, coupon (S62-S64). */
  'win_back',
  /** Joined, but has not bought (S61). */
  'nurture',
  /** Their friend has bought for the first time (S52). */
  'referral_thanks',
  /** To a tasting, a workshop, a maintenance day (S47, S53). */
  'invitation',
  /** A maintenance plan of their own (S53). */
  'plan',
  /** Are name, phone and birthday still right (S32)? */
  'data_refresh',
  /** Somebody of the staff wants to. */
  'by_hand',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** Kinds that a share of members is left out of by lot, so that their result can be compared. */
export const COMPARED_KINDS = [
  'churn',
  'dormant',
  'win_back',
  'nurture',
] as const satisfies readonly TaskKind[];

/** An offer sells and needs marketing consent; service content needs none (S58). */
export const CONTENTS = ['service', 'offer'] as const;
export type Content = (typeof CONTENTS)[number];

/**
 * - open: to be done, or held back.
 * - done: the member was reached, or somebody said it is done.
 * - dropped: not done, with a reason.
 * - lapsed: its last day has passed.
 * - control: left out by lot; never shown as work.
 */
export const TASK_STATES = ['open', 'done', 'dropped', 'lapsed', 'control'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** Why a task was dropped: somebody did, or what it was made for is no longer so. */
export const DROP_CAUSES = [
  'by_hand',
  'member_gone',
  /** They were here after all, before anybody asked. */
  'came_back',
  /** Who had never bought has. */
  'bought',
  /** The bill it was about went back as a whole. */
  'went_back',
  'reopened',
  'birthday_changed',
  'plan_ended',
  'event_cancelled',
  /** The reason for which they left (S90): nobody calls for them again, whatever it is about. */
  'died',
] as const;
export type DropCause = (typeof DROP_CAUSES)[number];

export const CONTACT_CHANNELS = [
  'phone',
  'sms',
  'wechat',
  'wecom',
  'counter',
  'app',
  'mail',
  'social',
] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** Systems that take a list of many messages at once (S97). */
export const LIST_CHANNELS = ['sms', 'wechat', 'wecom'] as const satisfies readonly ContactChannel[];
export type ListChannel = (typeof LIST_CHANNELS)[number];

/** What came of a contact. `not_sent` gives the contact back to the budget and stands for good. */
export const OUTCOMES = ['reached', 'no_answer', 'refused', 'wrong_number', 'done', 'not_sent'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a lost customer left: three scripts (S63), and the seven reasons of S90 behind them. */
export const WIN_BACK_CAUSES = ['service_failure', 'need_changed', 'competitor'] as const;
export type WinBackCause = (typeof WIN_BACK_CAUSES)[number];
export const CHURN_REASONS = [
  'died',
  'moved',
  'taste',
  'friend',
  'cheaper',
  'product',
  'indifference',
] as const;
export type ChurnReason = (typeof CHURN_REASONS)[number];

/** What is said or sent; `[客户姓名]` and the other variables are filled from the member. */
export interface CareScript {
  /** No points in it: it is part of a rule's path. */
  readonly id: string;
  readonly kind: TaskKind;
  /** Only for win-back: which cause it answers. */
  readonly cause: WinBackCause | null;
  readonly name: string;
  readonly content: Content;
  readonly text: string;
}

/** A greeting on a day of the year (S46), by the solar or the lunar calendar, with the gift kept for it. */
export interface Festival {
  readonly id: string;
  readonly name: string;
  readonly calendar: 'solar' | 'lunar';
  readonly month: number;
  readonly day: number;
  readonly daysBefore: number;
  readonly gift: string;
  readonly active: boolean;
}
