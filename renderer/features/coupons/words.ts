import type { CouponView } from '@contract/loyalty-shapes';
import type { CouponState, DateSpan } from '@domain/coupons/coupon';
import type { BusinessDate } from '@domain/units';
import type { TFunction } from 'i18next';

type T = TFunction<['coupons', 'common']>;
interface Dates {
  readonly date: (date: BusinessDate) => string;
}

/** `11月22日 周日 至 12月21日 周一`, with the days on which it is of no use. */
export function validWords(
  { firstDay, lastDay, blackout }: Pick<CouponView, 'firstDay' | 'lastDay' | 'blackout'>,
  t: T,
  { date }: Dates,
): string {
  const valid = t('valid', { from: date(firstDay), to: date(lastDay) });
  if (blackout.length === 0) return valid;
  const days = blackout.map((span) => spanWords(span, date)).join('、');
  return `${valid} · ${t('blackout', { days })}`;
}

const spanWords = ({ from, to }: DateSpan, date: Dates['date']): string =>
  from === to ? date(from) : `${date(from)}–${date(to)}`;

/** Why a coupon in this state is of no use today; null when it can lie on a bill. */
export function notUsableWords(
  { firstDay, lastDay }: Pick<CouponView, 'firstDay' | 'lastDay'>,
  state: CouponState,
  t: T,
  { date }: Dates,
): string | null {
  switch (state) {
    case 'usable':
      return null;
    case 'not_yet':
      return t('notUsable.not_yet', { date: date(firstDay) });
    case 'lapsed':
      return t('notUsable.lapsed', { date: date(lastDay) });
    default:
      return t(`notUsable.${state}`);
  }
}
