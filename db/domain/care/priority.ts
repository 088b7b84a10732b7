import type { TaskKind } from './task';

/**
 * What comes first when a day is short, and of the service tasks of one member when the month is: who was let
 * down, then who is new, then what somebody of the shop promised, then days that pass, then everything that
 * can wait. What is an offer by its nature stands last, and gives way in the budget as well (`decideContact`).
 */
export const PRIORITY = [
  'complaint_follow_up',
  'first_purchase',
  'by_hand',
  'plan',
  'birthday',
  'anniversary',
  'festival',
  'win_back',
  'churn',
  'referral_thanks',
  'data_refresh',
  'invitation',
  'nurture',
  'dormant',
] as const satisfies readonly TaskKind[];

const RANKS: Readonly<Record<string, number>> = Object.fromEntries(
  PRIORITY.map((kind, rank) => [kind, rank]),
);

/** 0 = the most pressing. */
export const rankOfKind = (kind: TaskKind): number => RANKS[kind] ?? PRIORITY.length;
