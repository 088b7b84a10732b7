/** The checklists of S91. */
export const CHECKLISTS = ['standards', 'training', 'channels', 'evaluation'] as const;
export type Checklist = (typeof CHECKLISTS)[number];
