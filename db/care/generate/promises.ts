import { addDays, businessDateOf, startOf } from '../../domain/calendar/business-day';
import { OCCASION } from '../../domain/care/occasions';
import { planDueOn } from '../../domain/care/plan';
import { earliestDue, lastDayOf } from '../../domain/care/windows';
import { type BusinessDate, type Instant, instant } from '../../domain/units';
import { type Candidate, source, willing } from './source';

interface Resolved extends Candidate {
  readonly complaintId: string;
  readonly memberId: string;
  readonly resolvedAt: Instant;
}

/** Is it good now? So many days after a complaint was resolved; once more when it was resolved anew. */
export const followUps = source<Resolved, null>({
  kinds: ['complaint_follow_up'],
  slices: ({ today, calendar, rules: { complaintDays } }) => {
    const first = addDays(earliestDue('complaint_follow_up', today), -complaintDays);
    return [
      {
        asked: [startOf(first, calendar), startOf(addDays(today, 1 - complaintDays), calendar)],
        about: null,
      },
    ];
  },
  sql: `select c.number as at, c.id as complaintId, c.member_id as memberId, c.resolved_at as resolvedAt
    from complaint c cross join member m on m.id = c.member_id
    where c.resolved_at >= +? and c.resolved_at < +? and c.number > +? and ${willing('m')} order by c.number limit +?`,
  draft: ({ complaintId, memberId, resolvedAt }, _about, { calendar, rules: { complaintDays } }) => {
    const dueOn = addDays(businessDateOf(instant(resolvedAt), calendar), complaintDays);
    return {
      memberId,
      kind: 'complaint_follow_up',
      occasion: OCCASION.complaint(complaintId, resolvedAt),
      content: 'service',
      dueOn,
      lastDay: lastDayOf('complaint_follow_up', dueOn),
      complaintId,
    };
  },
});

interface Planned extends Candidate {
  readonly planId: string;
  readonly memberId: string;
  readonly firstOn: BusinessDate;
  readonly everyMonths: number;
}

/** What a member's own plan says is due (S53): its latest day, as long as that is not long past. */
export const plans = source<Planned, null>({
  kinds: ['plan'],
  slices: ({ today }) => [{ asked: [today], about: null }],
  sql: `select p.rowid as at, p.id as planId, m.id as memberId, p.first_on as firstOn, p.every_months as everyMonths
    from care_plan p cross join member m on m.id = p.member_id
    where p.ended_at is null and p.first_on <= +? and p.rowid > +? and ${willing('m')} order by p.rowid limit +?`,
  draft: ({ planId, memberId, ...plan }, _about, { today }) => {
    const dueOn = planDueOn(plan, today);
    if (dueOn === null) return null;
    const lastDay = lastDayOf('plan', dueOn);
    if (lastDay < today) return null;
    return {
      memberId,
      kind: 'plan',
      occasion: OCCASION.plan(planId, dueOn),
      content: 'service',
      dueOn,
      lastDay,
      planId,
    };
  },
});
