import { addDays, businessDateOf } from '@domain/calendar/business-day';
import { instant } from '@domain/units';
import { largeStore } from '../support/large-store-file';

const BILLS_EACH = 10;

/** Makes one's own store below `userData`, closed, with so many members and ten bills for each. Answers its path. */
export function crowdedStore(userData: string, members: number): Promise<string> {
  const today = businessDateOf(instant(Date.now()), { zone: 'Asia/Shanghai', dayStartHour: 0 });
  const until = addDays(today, -1);
  return largeStore(userData, { members, bills: members * BILLS_EACH, until, points: false });
}
