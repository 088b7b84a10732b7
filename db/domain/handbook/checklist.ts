/** The checklists of S91; what they ask is the same in every shop, and each item has a word in every language. */
export const CHECKLIST_ITEMS = {
  /** Reception (S65), time bands (S94), after-sales and complaints (S96). */
  standards: [
    'greet_10s',
    'introduce_3s',
    'sample_no_pressure',
    'time_band',
    'name_and_taste',
    'rights_said',
    'complaint_steps',
    'thanks_and_invite',
  ],
  training: ['product', 'till', 'rights', 'complaint_scenes', 'privacy', 'handover'],
  channels: ['phone_answered', 'wechat_answered', 'counter_box', 'notice_hours', 'reply_24h'],
  evaluation: ['surveys_read', 'complaints_reviewed', 'care_results', 'ranking_talked', 'changes_written'],
} as const;
export type Checklist = keyof typeof CHECKLIST_ITEMS;
export const CHECKLISTS = [
  'standards',
  'training',
  'channels',
  'evaluation',
] as const satisfies readonly Checklist[];

const itemsOf = (checklist: Checklist): readonly string[] => CHECKLIST_ITEMS[checklist];

/** The items that held, once each and in the order of the list; null when one of them is not on it. */
export function heldItems(checklist: Checklist, held: readonly string[]): string[] | null {
  const items = itemsOf(checklist);
  if (!held.every((item) => items.includes(item))) return null;
  return items.filter((item) => held.includes(item));
}
