import { type EntryDraft, entries, type Lot, type MoveDraft, takeSoonestFirst } from '../points/ledger';
import { type Points, points } from '../units';

/** A lot that goes back to the record it came from, and what was done to it since. */
export interface GoingBack {
  readonly lotId: string;
  /** Sum of the moves since the merge: negative where points were taken out. */
  readonly since: Points;
}

/** A lot that stays, with how much more it could hold. */
export interface Staying extends Lot {
  readonly room: Points;
}

/**
 * Before two records are taken apart, each lot that goes back is made what it was at the merge: what was taken out
 * of it since is paid by the lots that stay, soonest lapse first, and then owed. One entry of zero points, so no
 * balance of the two together changes. `debt`: the sum of the moves of the debt that stays; above zero it has paid
 * for what the other one owed, and gets that back. Null where there is no room to give it back to.
 */
export function evenOut(asked: {
  readonly goingBack: readonly GoingBack[];
  readonly staying: readonly Staying[];
  readonly debt: Points;
}): EntryDraft[] | null {
  const { goingBack, staying, debt } = asked;
  const restored = goingBack.map(
    ({ lotId, since }): MoveDraft => ({ to: 'lot', lotId, points: points(-since) }),
  );
  const overpaid = Math.max(0, debt);
  const undebted: MoveDraft = { to: 'debt', points: points(-overpaid) };
  const given = restored.reduce((sum, move) => sum + move.points, -overpaid);
  const balanced = given >= 0 ? pay(staying, given) : receive(staying, -given, Math.max(0, -debt));
  return balanced === null ? null : entries('settle', joined([...restored, undebted, ...balanced]));
}

function pay(staying: readonly Staying[], asked: number): MoveDraft[] {
  const taken = takeSoonestFirst({ lots: staying, owed: points(0) }, points(asked));
  const paid = taken.reduce((sum, move) => sum - move.points, 0);
  return [...taken, { to: 'debt', points: points(paid - asked) }];
}

function receive(staying: readonly Staying[], asked: number, owed: number): MoveDraft[] | null {
  const toDebt = Math.min(asked, owed);
  const moves: MoveDraft[] = [{ to: 'debt', points: points(toDebt) }];
  let left = asked - toDebt;
  for (const { id, room } of [...staying].reverse()) {
    const given = Math.min(left, room);
    moves.push({ to: 'lot', lotId: id, points: points(given) });
    left -= given;
  }
  return left === 0 ? moves : null;
}

/** One move for the debt, whatever its reasons. */
function joined(moves: readonly MoveDraft[]): MoveDraft[] {
  const debt = moves.reduce((sum, move) => (move.to === 'debt' ? sum + move.points : sum), 0);
  return [...moves.filter((move) => move.to !== 'debt'), { to: 'debt', points: points(debt) }];
}
