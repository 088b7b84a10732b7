import type { DoerOfDay } from '../../db/doer';
import type { CommandCx } from './context';

/** Who is at the counter, as what they do is written. */
export const doerOf = ({ staff, now, today, newId }: CommandCx): DoerOfDay => ({
  staffId: staff.id,
  now,
  today,
  newId,
});
