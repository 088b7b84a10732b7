import { decideExpire } from '../../../../db/domain/points/expire';
import { after, usableOf } from '../../../../db/domain/points/ledger';
import type { BusinessDate } from '../../../../db/domain/units';
import type { accountIn } from '../../../../db/points/queries';
import { rulesIn } from '../../../../db/settings/queries';
import { settleTier } from '../../../../db/tiers/commands';
import type { BookingCx } from '../../booking-cx';
import { stampOf } from '../../stamp';

type Account = NonNullable<ReturnType<typeof accountIn>>;

/**
 * A member as a sale finds them, at the counter or from the till: what is overdue of their level and points is
 * settled first. `day` says whose rules hold. Null = the member is gone.
 */
export function readyToBuy(cx: BookingCx, memberId: string, account: Account, day: BusinessDate) {
  const { version, rules } = rulesIn(cx.tx, day);
  const stamp = stampOf(cx, version);
  const level = settleTier(cx.tx, memberId, stamp);
  if (level === null) return null;
  const expired = decideExpire(account.holdings, cx.today);
  const holdings = after(account.holdings, expired);
  const usable = usableOf(holdings, cx.today);
  const buyer = { id: memberId, tier: level.standing.tier, usable, birthday: account.birthday };
  return { rules, stamp, level, expired, holdings, buyer };
}
