import type { Stamp } from '../../db/points/stamp';
import type { BookingCx } from './booking-cx';

/** The command's own moment and person, on every ledger row it makes. */
export const stampOf = (cx: BookingCx, ruleVersion: number): Stamp => ({
  now: cx.now,
  today: cx.today,
  staffId: cx.staff.id,
  newId: cx.newId,
  ruleVersion,
});
