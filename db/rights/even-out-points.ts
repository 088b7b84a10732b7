import { entries } from '../domain/points/ledger';
import { evenOut, type GoingBack, type Staying } from '../domain/rights/even-out';
import { points } from '../domain/units';
import { appendEntries } from '../points/commands';
import { lotFrom } from '../points/queries';
import type { Stamp } from '../points/stamp';
import { prepared } from '../prepared';
import type { Tx } from '../schema';
import type { MergeRow } from './kept';
import { movedRows } from './moved';

/** Lapses since then that took out of lots of both: each record lets its own lapse anew. */
const LAPSES = `select distinct e.id from points_move v join points_entry e on e.id = v.entry_id
  where v.lot_id in ${movedRows('points_lot')} and v.seq > @seq and e.kind = 'expire'
    and not exists (select 1 from points_entry r where r.reverses_id = e.id)`;
const MOVES = 'select lot_id, points from points_move where entry_id = ? order by seq desc';

const SINCE = `select lot_id, sum(points) as since from points_move
  where lot_id in ${movedRows('points_lot')} and seq > @seq group by lot_id having sum(points) <> 0`;
const STAYING = `select id, earned_on, last_day, remaining, points - remaining as room from points_lot
  where member_id = @into and id not in ${movedRows('points_lot')} and (last_day is null or last_day >= @today)
  order by earned_on, id`;
const DEBT = `select coalesce(sum(points), 0) as debt from points_move
  where member_id = @into and lot_id is null and seq not in (select cast(key as integer) from member_merge_row
    where merge_id = @merge and place = 'points_move')`;

/** Makes the lots that go back what they were at the merge; false where the other record cannot pay or take for it. */
export async function evenOutPoints(tx: Tx, merge: MergeRow, stamp: Stamp): Promise<boolean> {
  const about = { memberId: merge.into_id };
  const asked = { merge: merge.id, seq: merge.points_seq };
  for (const { id } of prepared<{ id: string }>(tx, LAPSES).all(asked)) {
    const moves = prepared<{ lot_id: string; points: number }>(tx, MOVES).all(id);
    const back = moves.map(
      (move) => ({ to: 'lot', lotId: move.lot_id, points: points(-move.points) }) as const,
    );
    await appendEntries(tx, entries('reverse', back, { reversesId: id }), about, stamp);
  }
  const goingBack = prepared<{ lot_id: string; since: number }>(tx, SINCE)
    .all(asked)
    .map((row): GoingBack => ({ lotId: row.lot_id, since: points(row.since) }));
  const staying = prepared<Parameters<typeof lotFrom>[0] & { room: number }>(tx, STAYING)
    .all({ merge: merge.id, into: merge.into_id, today: stamp.today })
    .map((row): Staying => ({ ...lotFrom(row), room: points(row.room) }));
  const { debt } = prepared<{ debt: number }>(tx, DEBT).get({ merge: merge.id, into: merge.into_id }) ?? {
    debt: 0,
  };
  const drafts = evenOut({ goingBack, staying, debt: points(debt) });
  if (drafts === null) return false;
  await appendEntries(tx, drafts, about, stamp);
  return true;
}
