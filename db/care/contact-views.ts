import { sql } from 'kysely';
import { instant } from '../domain/units';
import { dateOrNull } from '../nullable';
import type { Reader } from '../schema';

/** Every contact of a member with what came of it, newest first (S66). */
export const contactsOf = (db: Reader, memberId: string) =>
  withOutcomes(db, contacts(db).where('c.member_id', '=', memberId));

/** The same of one task. */
export const contactsOfTask = (db: Reader, taskId: string) =>
  withOutcomes(db, contacts(db).where('c.task_id', '=', taskId));

const contacts = (db: Reader) =>
  db
    .selectFrom('care_contact as c')
    .innerJoin('staff', 'staff.id', 'c.staff_id')
    .leftJoin('care_task as t', 't.id', 'c.task_id')
    .select(['c.id', 'c.task_id', 't.kind', 'c.direction', 'c.channel', 'c.content', 'c.counted'])
    .select(['c.wechat_added', 'c.text', 'c.at', 'staff.name as staff_name'])
    .orderBy('c.seq', 'desc');

async function withOutcomes(db: Reader, query: ReturnType<typeof contacts>) {
  const found = await query.execute();
  const outcomes = await db
    .selectFrom('care_outcome as o')
    .innerJoin('staff', 'staff.id', 'o.staff_id')
    .select(['o.contact_id', 'o.outcome', 'o.note', 'o.next_step', 'o.next_on', 'o.at'])
    .select('staff.name as staff_name')
    .where(
      'o.contact_id',
      'in',
      sql<string>`(select value from json_each(${JSON.stringify(found.map(({ id }) => id))}))`,
    )
    .orderBy('o.seq')
    .execute();
  return found.map((row) => ({
    id: row.id,
    taskId: row.task_id,
    kind: row.kind,
    direction: row.direction,
    channel: row.channel,
    content: row.content,
    counted: row.counted === 1,
    wechatAdded: row.wechat_added === 1,
    text: row.text,
    at: instant(row.at),
    staffName: row.staff_name,
    outcomes: outcomes
      .filter(({ contact_id }) => contact_id === row.id)
      .map((outcome) => ({
        outcome: outcome.outcome,
        note: outcome.note,
        nextStep: outcome.next_step,
        nextOn: dateOrNull(outcome.next_on),
        at: instant(outcome.at),
        staffName: outcome.staff_name,
      })),
  }));
}
