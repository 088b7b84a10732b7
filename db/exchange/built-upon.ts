import type SQLite from 'better-sqlite3';
import { HAND_TRIGGERS } from '../domain/coupons/hand';

export type BuiltBy =
  | 'sales'
  | 'points'
  | 'coupons'
  | 'complaints'
  | 'care'
  | 'refunds'
  | 'later_import'
  | 'edits';

/** What an import brought: all of it, or what it brought of one member. */
const brought = (one: boolean): string => {
  // For one member the import is only a filter: by its index every row of the import would be walked.
  const its = (owner: string) => (one ? `+import_id = @batch and ${owner} = +@member` : 'import_id = @batch');
  return `
with its_member as (select * from member where ${its('id')}),
  its_purchase as (select * from purchase where ${its('member_id')}),
  its_entry as (select * from points_entry where ${its('member_id')})`;
};

/** Moves on its lots by entries that are neither its own, nor reversals, nor lapses of its lots alone. */
const FOREIGN_MOVES = `
select count(distinct e.id)
from its_entry own
join points_lot l on l.entry_id = own.id
join points_move v on v.lot_id = l.id
join points_entry e on e.id = v.entry_id
where e.import_id is not @batch and e.kind <> 'reverse'
  and not (e.kind = 'expire' and not exists (
    select 1 from points_move w join points_lot k on k.id = w.lot_id join points_entry f on f.id = k.entry_id
    where w.entry_id = e.id and f.import_id is not @batch))`;

/** Points of its members that no import has brought and no sale has made. */
const FOREIGN_ENTRIES = `
select count(*) from its_member m join points_entry e on e.member_id = m.id
where e.import_id is null and e.purchase_id is null and e.kind not in ('expire', 'reverse')`;

/** Coupons that a person gave its members, a campaign included, or has taken in; what the calendar brings is no work. */
const COUPONS = `
select count(*) from its_member m join coupon c on c.member_id = m.id
where c.batch_id is not null or c.state = 'used'
  or c.trigger in (${HAND_TRIGGERS.map((trigger) => `'${trigger}'`).join(', ')})`;

/** What was said with its members, planned for them or heard of them; the tasks that a morning made by itself are no work. */
const CARE = `select ${['care_contact', 'care_plan', 'event_guest', 'survey_answer', 'care_task']
  .map(
    (table) => `(select count(*) from its_member m join ${table} c on c.member_id = m.id
      ${table === 'care_task' ? "where c.kind = 'by_hand'" : ''})`,
  )
  .join(' + ')}`;

const QUESTIONS: readonly (readonly [BuiltBy, string])[] = [
  [
    'sales',
    'select count(*) from its_member m join purchase p on p.member_id = m.id where p.import_id is null',
  ],
  [
    'refunds',
    "select count(*) from its_purchase p join refund r on r.purchase_id = p.id where r.kind <> 'import_undo'",
  ],
  [
    'later_import',
    `select (select count(*) from its_member m join purchase p on p.member_id = m.id
        join import_batch b on b.id = p.import_id where b.id <> @batch and b.state in ('running', 'done'))
      + (select count(*) from its_member m join points_entry e on e.member_id = m.id
        join import_batch b on b.id = e.import_id
        where b.id <> @batch and e.kind = 'opening' and b.state in ('running', 'done'))`,
  ],
  ['points', `select (${FOREIGN_MOVES}) + (${FOREIGN_ENTRIES})`],
  ['coupons', COUPONS],
  [
    'complaints',
    `select (select count(*) from its_member m join complaint c on c.member_id = m.id)
      + (select count(*) from its_purchase p join complaint c on c.purchase_id = p.id
        where c.member_id is null or c.member_id not in (select id from its_member))`,
  ],
  ['care', CARE],
  [
    'edits',
    `select (select count(*) from its_member where state <> 'void' and (updated_at <> created_at or state = 'erased'))
      + (select count(*) from its_member m join consent_entry c on c.member_id = m.id)
      + (select count(*) from its_member m join member r on r.referrer_id = m.id where r.import_id is not @batch)
      + (select count(*) from its_member m join member_merge g on g.from_id = m.id or g.into_id = m.id where g.undone_at is null)`,
  ],
];

/** What stands in the way of undoing an import, with how many rows; undefined when nothing was built on it. */
export function builtUpon(raw: SQLite.Database, batch: string): { by: BuiltBy; rows: number } | undefined {
  for (const [by, question] of QUESTIONS) {
    const rows =
      raw
        .prepare<[{ batch: string }], number>(`${brought(false)} ${question}`)
        .pluck()
        .get({ batch }) ?? 0;
    if (rows > 0) return { by, rows };
  }
  return undefined;
}

/** The same for what it brought of one member, asked again in the transaction that undoes it. */
export function memberBuiltUpon(raw: SQLite.Database, batch: string): (member: string) => boolean {
  const questions = QUESTIONS.map(([, question]) =>
    raw.prepare<[{ batch: string; member: string }], number>(`${brought(true)} ${question}`).pluck(),
  );
  return (member) => questions.some((question) => (question.get({ batch, member }) ?? 0) > 0);
}
