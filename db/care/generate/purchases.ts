import { addDays } from '../../domain/calendar/business-day';
import { OCCASION } from '../../domain/care/occasions';
import { earliestDue, lastDayOf } from '../../domain/care/windows';
import type { BusinessDate } from '../../domain/units';
import { billStands } from '../../purchases/standing';
import { datesBetween } from './days';
import { type Candidate, type Slice, source, willing } from './source';

/** First bills of a day that stand: no earlier one of the same buyer does. An import brings them by their own day. */
const firstBills = (
  who: string,
): string => `select m.n as at, p.id as purchaseId, m.id as buyerId, m.referrer_id as referrerId
  from purchase p cross join member m on m.id = p.member_id
  where p.business_date = +? and m.n > +? and ${billStands('p')} ${who}
    and not exists (select 1 from purchase e where e.member_id = p.member_id and e.bought_at <= p.bought_at
      and (e.bought_at < p.bought_at or e.seq < p.seq) and ${billStands('e')})
  order by m.n limit +?`;

interface FirstBill extends Candidate {
  readonly purchaseId: string;
  readonly buyerId: string;
  readonly referrerId: string;
}

const onDay = (date: BusinessDate): Slice<BusinessDate> => ({ asked: [date], about: date });

/** "How was it", so many days after a first purchase (S57). */
export const firstPurchases = source<FirstBill, BusinessDate>({
  kinds: ['first_purchase'],
  slices: ({ today, rules: { firstPurchaseDays } }) =>
    datesBetween(
      addDays(earliestDue('first_purchase', today), -firstPurchaseDays),
      addDays(today, -firstPurchaseDays),
    ).map(onDay),
  sql: firstBills(`and ${willing('m')}`),
  draft: ({ buyerId, purchaseId }, boughtOn, { rules: { firstPurchaseDays } }) => {
    const dueOn = addDays(boughtOn, firstPurchaseDays);
    return {
      memberId: buyerId,
      kind: 'first_purchase',
      occasion: OCCASION.firstPurchase(purchaseId),
      content: 'service',
      dueOn,
      lastDay: lastDayOf('first_purchase', dueOn),
      purchaseId,
    };
  },
});

const REFERRER = `and m.referrer_id is not null
  and exists (select 1 from member r where r.id = m.referrer_id and ${willing('r')})`;

/** Thanks for a friend, from the day after the friend's first purchase (S52). */
export const referrals = source<FirstBill, BusinessDate>({
  kinds: ['referral_thanks'],
  slices: ({ today }) =>
    datesBetween(addDays(earliestDue('referral_thanks', today), -1), addDays(today, -1)).map(onDay),
  sql: firstBills(REFERRER),
  draft: ({ buyerId, referrerId }, boughtOn) => {
    const dueOn = addDays(boughtOn, 1);
    return {
      memberId: referrerId,
      kind: 'referral_thanks',
      occasion: OCCASION.referral(buyerId),
      content: 'service',
      dueOn,
      lastDay: lastDayOf('referral_thanks', dueOn),
    };
  },
});
