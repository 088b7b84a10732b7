import type { Stamp } from '../../db/points/stamp';
import type { CommandCx } from './context';

/** The command's own moment and person, on every ledger row it makes. */
export const stampOf = (cx: CommandCx, ruleVersion: number): Stamp => ({
  now: cx.now,
  today: cx.today,
  staffId: cx.staff.id,
  newId: cx.newId,
  ruleVersion,
});
