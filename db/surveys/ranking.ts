import { complaintStatistics } from '../complaints/statistics';
import { addDays, earlierOf, type StoreCalendar } from '../domain/calendar/business-day';
import type { Period } from '../domain/calendar/period';
import { type PercentWithin, percentWithin } from '../domain/surveys/percent';
import { byCertainSatisfaction } from '../domain/surveys/ranking';
import { COMES_BACK_DAYS } from '../domain/surveys/results';
import type { StaffNoteKind } from '../domain/surveys/staff-note';
import { CONTENT_FROM } from '../domain/surveys/survey';
import { type BusinessDate, businessDate, DAY_MS, type Instant } from '../domain/units';
import { billStands } from '../purchases/standing';
import { readOn, rows } from '../reading';
import type { Reader } from '../schema';

export interface RankedStaff {
  readonly staffId: string;
  readonly name: string;
  /** Bills that stand; imported ones were nobody's sale here. */
  readonly sales: number;
  /** Answers about them. */
  readonly answers: number;
  readonly satisfaction: PercentWithin | null;
  /**
   * Of the members they served in the period, those who bought again on a later day within 30 days of
   * the first time; whose 30 days are not over yet is not judged.
   */
  readonly repurchase: PercentWithin | null;
  /** Of the complaints they took in the period, those in time as the complaints' own figures judge it. */
  readonly complaintsOnTime: PercentWithin | null;
  readonly complaintsAbout: number;
  /** Newest first, whenever they were written. */
  readonly notes: {
    readonly kind: StaffNoteKind;
    readonly note: string;
    readonly on: BusinessDate;
    readonly by: string;
  }[];
}

export interface RankingAsked extends Period {
  readonly today: BusinessDate;
  readonly now: Instant;
  readonly calendar: StoreCalendar;
}

/** Everybody who works here or was seen in the period, in the order of the ranking (S86, S87). */
export async function staffRanking(db: Reader, asked: RankingAsked): Promise<RankedStaff[]> {
  const { from, to, today } = asked;
  const staff = await readOn(db, rows<{ id: string; name: string; active: 0 | 1 }>(STAFF));
  const sales = await counted(db, SALES, from, to);
  const answers = await counted(db, ANSWERS, from, to);
  // Served so late that the 30 days are not over: left out, or the newest colleague would look the worst.
  const judgedTo = earlierOf(to, addDays(today, -COMES_BACK_DAYS - 1));
  const back = await counted(db, BACK, from, judgedTo);
  const complaints = (await complaintStatistics(db, asked)).byStaff;
  const notes = await newestNotes(db);
  return staff
    .map(({ id, name, active }) => {
      const [ownAnswers, ownBack] = [answers.get(id), back.get(id)];
      const taken = complaints.find((row) => row.staff.id === id);
      return {
        active: active === 1,
        staffId: id,
        name,
        sales: sales.get(id)?.of ?? 0,
        answers: ownAnswers?.of ?? 0,
        satisfaction: percentWithin(ownAnswers?.good ?? 0, ownAnswers?.judged ?? 0),
        repurchase: percentWithin(ownBack?.good ?? 0, ownBack?.judged ?? 0),
        complaintsOnTime: percentWithin(taken?.onTime.onTime ?? 0, taken?.onTime.of ?? 0),
        complaintsAbout: taken?.about ?? 0,
        notes: notes.filter(({ about }) => about === id).map(({ about: _, ...note }) => note),
      };
    })
    .filter((one) => one.active || one.sales + one.answers + one.complaintsAbout > 0)
    .map(({ active: _, ...one }) => one)
    .sort(byCertainSatisfaction);
}

/** Per member of staff: how many in all, how many can be judged, how many of those are good. */
interface Counted {
  readonly staff: string;
  readonly of: number;
  readonly judged: number;
  readonly good: number;
}

async function counted(
  db: Reader,
  text: string,
  ...values: readonly (string | number)[]
): Promise<Map<string, Counted>> {
  const found = await readOn(db, rows<Counted>(text, ...values));
  return new Map(found.map((row) => [row.staff, row]));
}

const STAFF = 'select id, name, active from staff order by created_at, id';

const SOLD = `from purchase p where p.business_date between +? and +?
  and p.import_id is null and ${billStands('p')}`;

const SALES = `select p.staff_id as staff, count(*) as "of", 0 as judged, 0 as good ${SOLD} group by p.staff_id`;

const ANSWERS = `select served_by as staff, count(*) as "of", count(satisfaction) as judged,
  coalesce(sum(satisfaction >= ${CONTENT_FROM}), 0) as good
  from survey_answer where business_date between +? and +? group by served_by`;

/** `bought_at` only narrows what is read: a business day may begin up to two days off the day in UTC. */
const BACK = `select staff, count(*) as "of", count(*) as judged, coalesce(sum(exists (
    select 1 from purchase p where p.member_id = served.member_id
      and p.bought_at between served.at and served.at + ${(COMES_BACK_DAYS + 2) * DAY_MS}
      and p.business_date > served.first_day
      and p.business_date <= date(served.first_day, '+${COMES_BACK_DAYS} days') and ${billStands('p')})), 0) as good
  from (select p.staff_id as staff, p.member_id, min(p.business_date) as first_day, min(p.bought_at) as at
    ${SOLD} group by p.staff_id, p.member_id) served
  group by staff`;

/** The newest of somebody's notes; more do not fit beside their figures. */
const MOST_NOTES = 20;

const NOTES = `select about_staff_id as about, kind, note, business_date as "on", staff.name as "by"
  from (select *, row_number() over (partition by about_staff_id order by seq desc) as place from staff_note) n
  join staff on staff.id = n.staff_id where place <= ${MOST_NOTES} order by n.seq desc`;

type NoteRow = RankedStaff['notes'][number] & { readonly about: string };

async function newestNotes(db: Reader): Promise<NoteRow[]> {
  const found = await readOn(db, rows<Omit<NoteRow, 'on'> & { on: string }>(NOTES));
  return found.map((row) => ({ ...row, on: businessDate(row.on) }));
}
