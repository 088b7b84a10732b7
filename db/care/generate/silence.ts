import { addDays } from '../../domain/calendar/business-day';
import { OCCASION } from '../../domain/care/occasions';
import { HABIT_VISITS, missedFrom, SILENT_AT_LEAST, usualGap } from '../../domain/care/usual-gap';
import { earliestDue, lastDayOf } from '../../domain/care/windows';
import type { Tier } from '../../domain/tiers/tier';
import { type BusinessDate, businessDate } from '../../domain/units';
import { judgedByModel } from '../../insights/modelled';
import { warnedStill } from '../../insights/warned-still';
import { prepared } from '../../prepared';
import { billStands } from '../../purchases/standing';
import type { Tx } from '../../schema';
import { datesBetween } from './days';
import { type Candidate, HEARS_OFFERS, source, willing } from './source';

/** Half a year: who complained in it and then stayed away was let down. */
const LET_DOWN_DAYS = 182;

interface Silent extends Candidate {
  readonly memberId: string;
  readonly tier: Tier;
  readonly letDown: 0 | 1;
  readonly hearsOffers: 0 | 1;
}

/**
 * Silent for as long as makes dormant (S05): who is valuable, or was let down before, is to be won back
 * (S62); the others get an offer, if they want to hear of any. One silence is proposed once, as one of both.
 */
export const silences = source<Silent, BusinessDate>({
  kinds: ['dormant', 'win_back'],
  slices: ({ today, rules: { dormantDays } }) =>
    datesBetween(addDays(earliestDue('win_back', today), -dormantDays), addDays(today, -dormantDays)).map(
      (lastVisit) => ({
        asked: [addDays(lastVisit, -LET_DOWN_DAYS), lastVisit, lastVisit, lastVisit],
        about: lastVisit,
      }),
    ),
  sql: `select l.n as at, m.id as memberId, m.tier, ${HEARS_OFFERS} as hearsOffers,
      exists (select 1 from complaint where member_id = m.id and business_date between +? and +?) as letDown
    from member_lookup l cross join member m on m.n = l.n
    where not exists (select 1 from care_task where member_id = m.id and kind in ('dormant', 'win_back') and occasion = +?)
      and l.last_visit = +? and l.n > +? and ${willing('m')} order by l.n limit +?`,
  draft: ({ memberId, tier, letDown, hearsOffers }, lastVisit, { today, rules: { dormantDays } }) => {
    const kind = tier !== 'regular' || letDown === 1 ? 'win_back' : 'dormant';
    const dueOn = addDays(lastVisit, dormantDays);
    const lastDay = lastDayOf(kind, dueOn);
    if (lastDay < today || (kind === 'dormant' && hearsOffers === 0)) return null;
    const content = kind === 'dormant' ? 'offer' : 'service';
    return { memberId, kind, occasion: OCCASION.silence(lastVisit), content, dueOn, lastDay };
  },
});

interface Valued extends Candidate {
  readonly memberId: string;
  readonly lastVisit: BusinessDate;
}

/** Bills in which a habit is looked for: about those of the last months of who comes often. */
const BILLS_LOOKED_AT = 24;
const HABITS_AT_ONCE = 60;

/** Days between which the last visit of somebody who is to be warned of lies: later it is winning back. */
const inTime = (today: BusinessDate, dormantDays: number): [from: BusinessDate, to: BusinessDate] => [
  addDays(today, 1 - dormantDays),
  addDays(today, -SILENT_AT_LEAST),
];

interface Warned extends Candidate {
  readonly memberId: string;
  readonly lastVisit: BusinessDate;
  readonly usualDays: number;
}

/**
 * Whom the last run warned of (S18): valuable, and likely to leave by the model. They come out of habit, have
 * not come since, and it is not yet time for winning back. One silence is warned of once.
 */
export const churnWarnings = source<Warned, null>({
  kinds: ['churn'],
  slices: ({ today, rules: { dormantDays } }, tx) =>
    judgedByModel(tx, today) ? [{ asked: inTime(today, dormantDays), about: null }] : [],
  sql: `select i.n as at, m.id as memberId, l.last_visit as lastVisit, i.usual_gap as usualDays
    from member_insight i cross join member m on m.n = i.n cross join member_lookup l on l.n = i.n
    where ${warnedStill('i', 'l')} and i.usual_gap is not null and l.last_visit between +? and +? and i.n > +?
      and not exists (select 1 from care_task where member_id = m.id and kind = 'churn' and occasion = l.last_visit)
      and ${willing('m')}
    order by i.n limit +?`,
  draft: ({ memberId, lastVisit, usualDays }, _about, { today, rules: { dormantDays } }) => ({
    ...{ memberId, kind: 'churn', occasion: OCCASION.silence(lastVisit), content: 'service' },
    ...{ dueOn: today, lastDay: addDays(lastVisit, dormantDays - 1), usualDays },
  }),
});

/**
 * Where there is no model: a valuable member who comes out of habit and has stayed away for more than twice
 * their usual gap. It ends where the silence is long enough for winning back.
 */
export const missedByHabit = source<Valued, null>({
  kinds: ['churn'],
  slices: ({ today, rules: { dormantDays } }, tx) =>
    judgedByModel(tx, today) ? [] : [{ asked: [HABIT_VISITS, ...inTime(today, dormantDays)], about: null }],
  sql: `select m.n as at, m.id as memberId, l.last_visit as lastVisit
    from member m cross join member_lookup l on l.n = m.n
    where m.tier <> 'regular' and l.visits >= +? and l.last_visit between +? and +? and m.n > +?
      and not exists (select 1 from care_task where member_id = m.id and kind = 'churn' and occasion = l.last_visit)
      and ${willing('m')}
    order by m.n limit +?`,
  atOnce: HABITS_AT_ONCE,
  draft: ({ memberId, lastVisit }, _about, { today, rules: { dormantDays } }, tx) => {
    const usualDays = usualGap(visitDays(tx, memberId));
    if (usualDays === null) return null;
    const dueOn = missedFrom(lastVisit, usualDays);
    const lastDay = addDays(lastVisit, dormantDays - 1);
    if (dueOn > today || dueOn > lastDay) return null;
    const occasion = OCCASION.silence(lastVisit);
    return { memberId, kind: 'churn', occasion, content: 'service', dueOn, lastDay, usualDays };
  },
});

const VISIT_DAYS = `select distinct business_date as day from (select business_date from purchase p
  where p.member_id = +? and ${billStands('p')} order by p.bought_at desc, p.seq desc limit ${BILLS_LOOKED_AT})
  order by day desc`;

/** The distinct days of the last bills that stand, newest first. */
const visitDays = (tx: Tx, memberId: string): BusinessDate[] =>
  prepared<{ day: string }>(tx, VISIT_DAYS)
    .all(memberId)
    .map(({ day }) => businessDate(day));

interface Newcomer extends Candidate {
  readonly memberId: string;
}

/** Joined and never bought: on each of the days that the shop has chosen (S61). */
export const newcomers = source<Newcomer, { readonly joined: BusinessDate; readonly days: number }>({
  kinds: ['nurture'],
  slices: ({ today, rules: { nurtureDays } }) =>
    nurtureDays.flatMap((days) =>
      datesBetween(addDays(earliestDue('nurture', today), -days), addDays(today, -days)).map((joined) => {
        return { asked: [joined], about: { joined, days } };
      }),
    ),
  sql: `select l.n as at, m.id as memberId from member_lookup l cross join member m on m.n = l.n
    where l.joined_on = +? and +l.visits = 0 and l.n > +? and ${HEARS_OFFERS} and ${willing('m')} order by l.n limit +?`,
  draft: ({ memberId }, { joined, days }) => {
    const dueOn = addDays(joined, days);
    const lastDay = lastDayOf('nurture', dueOn);
    return { memberId, kind: 'nurture', occasion: OCCASION.nurture(days), content: 'offer', dueOn, lastDay };
  },
});
