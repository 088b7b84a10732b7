import { prepared } from '../prepared';
import type { Tx } from '../schema';

/** A member and every record that was merged into them, directly or through another. */
export const UNDER = `
with recursive mine (id) as (
  values (+?) union select g.from_id from mine join member_merge g on g.into_id = mine.id and g.undone_at is null)
select id from mine`;

export const recordsUnder = (tx: Tx, memberId: string): string[] =>
  prepared<{ id: string }>(tx, UNDER)
    .all(memberId)
    .map(({ id }) => id);
