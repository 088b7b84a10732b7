import { prepared } from '../prepared';
import type { Tx } from '../schema';

/** Rows that are a member's own and go over to the surviving record. */
interface Place {
  readonly table: string;
  readonly column: 'member_id' | 'referrer_id' | 'own_member_id';
  /** What tells one of the member's rows from another. */
  readonly key: string;
  /** Where the survivor has the like already, the row stays: true in SQL for a row `r` of that kind. */
  readonly stays?: string;
}

const theirs = (table: string, key: string, stays?: string): Place =>
  stays === undefined ? { table, column: 'member_id', key } : { table, column: 'member_id', key, stays };

const has = (table: string, ...same: readonly string[]): string =>
  `exists (select 1 from ${table} o where o.member_id = @into and ${same.map((column) => `o.${column} = r.${column}`).join(' and ')})`;

/**
 * Everything that a merge moves. Moves of points before their lots and entries: they are found by them. A test
 * holds this list and `STAYS` against every column of the schema that names a member.
 */
export const PLACES: readonly Place[] = [
  theirs('points_move', 'seq'),
  theirs('points_lot', 'id'),
  theirs('points_entry', 'id'),
  theirs('purchase', 'id'),
  theirs('refund', 'id'),
  theirs('consent_entry', 'id'),
  theirs('coupon', 'id', has('coupon', 'template_id', 'occasion')),
  theirs('coupon_batch_member', 'batch_id', has('coupon_batch_member', 'batch_id')),
  theirs('complaint', 'id'),
  theirs('care_plan', 'id'),
  theirs('care_task', 'id', has('care_task', 'kind', 'occasion')),
  theirs('care_contact', 'id'),
  theirs('survey_answer', 'id'),
  theirs('success_story', 'id'),
  theirs('event_guest', 'event_id', has('event_guest', 'event_id')),
  theirs('wrong_phone', 'phone', has('wrong_phone', 'phone')),
  // Nobody has brought themselves.
  { table: 'member', column: 'referrer_id', key: 'id', stays: 'r.id = @into' },
  {
    ...{ table: 'staff', column: 'own_member_id', key: 'id' },
    stays: 'exists (select 1 from staff o where o.own_member_id = @into)',
  },
];

/** What names a member and is not moved, and why. */
export const STAYS: Readonly<Record<string, string>> = {
  'member_tag.member_id': 'part of the record: the merged one is written as a whole',
  'member_profile.member_id': 'part of the record',
  'member_interest.member_id': 'part of the record',
  'tier_change.member_id':
    'each record keeps the history of its own level; the better one is set as a change',
  'points_debt.member_id': 'follows the moves',
  'told_apart.one_id': 'said of that record',
  'told_apart.other_id': 'said of that record',
  'audit_personal.member_id': 'what was done with that record; goes with the person',
  'member_merge.from_id': 'the merge itself',
  'member_merge.into_id': 'the merge itself',
  'member_erasure.member_id': 'an erased member is never merged',
};

/** The keys of the rows of a place that a merge has moved, in SQL, as text. */
export const movedRows = (place: string): string =>
  `(select key from member_merge_row where merge_id = @merge and place = '${place}')`;

interface Between {
  readonly mergeId: string;
  readonly from: string;
  readonly into: string;
}

/** Moves every row of the one to the other and remembers which. */
export function moveRows(tx: Tx, { mergeId, from, into }: Between): void {
  for (const { table, column, key, stays } of PLACES) {
    const keep = stays === undefined ? '' : ` and not (${stays})`;
    // Points' moves have no index of their own by member: they are reached by their entries.
    const rows =
      table === 'points_move'
        ? 'points_entry e join points_move r on r.entry_id = e.id where e.member_id = @from'
        : `${table} r where r.${column} = @from`;
    prepared(
      tx,
      `insert into member_merge_row (merge_id, place, key) select @merge, '${table}', cast(r.${key} as text) from ${rows}${keep}`,
    ).run({ merge: mergeId, from, into });
    rename(tx, { table, column, key }, { merge: mergeId, was: from, is: into });
  }
  followDebts(tx, [from, into]);
}

/** Moves the same rows back. */
export function moveRowsBack(tx: Tx, { mergeId, from, into }: Between): void {
  for (const place of PLACES) rename(tx, place, { merge: mergeId, was: into, is: from });
  followDebts(tx, [from, into]);
}

function rename(
  tx: Tx,
  { table, column, key }: Pick<Place, 'table' | 'column' | 'key'>,
  names: { readonly merge: string; readonly was: string; readonly is: string },
): void {
  const number = key === 'seq' ? 'cast(key as integer)' : 'key';
  prepared(
    tx,
    `update ${table} set ${column} = @is where ${column} = @was
       and ${key} in (select ${number} from member_merge_row where merge_id = @merge and place = '${table}')`,
  ).run(names);
}

const OWED = `-(select coalesce(sum(points), 0) from points_move where member_id = @id and lot_id is null)`;

/** Debts follow their moves, wherever those are now. */
function followDebts(tx: Tx, ids: readonly string[]): void {
  const begin = prepared(
    tx,
    `insert into points_debt (member_id, owed) select @id, 0 where ${OWED} <> 0 on conflict do nothing`,
  );
  const follow = prepared(
    tx,
    `update points_debt set owed = ${OWED} where member_id = @id and owed <> ${OWED}`,
  );
  for (const id of ids) {
    begin.run({ id });
    follow.run({ id });
  }
}
