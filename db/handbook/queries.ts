import { CHECKLISTS } from '../domain/handbook/checklist';
import { businessDate } from '../domain/units';
import type { Reader } from '../schema';
import { staffList } from '../staff/queries';

/** Runs of a checklist that are shown; older ones stay in the file. */
const SHOWN_RUNS = 12;
const SHOWN_STORIES = 100;

/** Everybody who works here, with their last self-check and the one before it (S89). */
export async function selfChecks(db: Reader) {
  const people = await staffList(db);
  const checks = await db
    .selectFrom('self_check')
    .select(['about_staff_id', 'levels', 'note', 'business_date'])
    .orderBy('seq', 'desc')
    .execute();
  return people.map(({ id, name }) => {
    const [last, before] = checks.filter((check) => check.about_staff_id === id);
    return {
      staffId: id,
      name,
      last:
        last === undefined
          ? null
          : { on: businessDate(last.business_date), levels: levelsIn(last.levels), note: last.note },
      before:
        before === undefined
          ? null
          : { on: businessDate(before.business_date), levels: levelsIn(before.levels) },
    };
  });
}

/** Each checklist with its last runs, newest first (S91). */
export async function checklistRuns(db: Reader) {
  const runs = await Promise.all(
    CHECKLISTS.map((checklist) =>
      db
        .selectFrom('checklist_run')
        .innerJoin('staff', 'staff.id', 'checklist_run.staff_id')
        .select(['checklist_run.id', 'held', 'note', 'business_date', 'staff.name as by'])
        .where('checklist', '=', checklist)
        .orderBy('seq', 'desc')
        .limit(SHOWN_RUNS)
        .execute(),
    ),
  );
  return CHECKLISTS.map((checklist, index) => ({
    checklist,
    runs: (runs[index] ?? []).map(({ id, held, note, business_date, by }) => ({
      id,
      on: businessDate(business_date),
      by,
      held: itemsIn(held),
      note,
    })),
  }));
}

/** Successes worth telling, newest first (S67). */
export async function stories(db: Reader) {
  const rows = await db
    .selectFrom('success_story as story')
    .innerJoin('staff', 'staff.id', 'story.staff_id')
    .leftJoin('member', 'member.id', 'story.member_id')
    .select([
      'story.id',
      'story.member_id',
      'member.name as member_name',
      'story.story',
      'story.may_share',
      'story.business_date',
      'staff.name as by',
    ])
    .orderBy('story.seq', 'desc')
    .limit(SHOWN_STORIES)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    memberId: row.member_id,
    memberName: row.member_name,
    story: row.story,
    mayShare: row.may_share === 1,
    on: businessDate(row.business_date),
    by: row.by,
  }));
}

// Both columns are written by our own commands only, and checked as JSON by the table.
const levelsIn = (json: string) => JSON.parse(json) as Record<string, number>;
const itemsIn = (json: string) => JSON.parse(json) as string[];
