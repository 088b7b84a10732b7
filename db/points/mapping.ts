import type { Insertable } from 'kysely';
import type { EntryDraft } from '../domain/points/ledger';
import type { Schema } from '../schema';
import type { About, Stamp } from './stamp';

export interface LedgerRows {
  readonly entries: Insertable<Schema['points_entry']>[];
  readonly lots: Insertable<Schema['points_lot']>[];
  readonly moves: Insertable<Schema['points_move']>[];
}

/** Drafts as rows, each entry with an id of its own, in the order decided. */
export function ledgerRows(
  drafted: readonly { readonly about: About; readonly drafts: readonly EntryDraft[] }[],
  stamp: Stamp,
): LedgerRows {
  const rows: LedgerRows = { entries: [], lots: [], moves: [] };
  for (const { about, drafts } of drafted) {
    for (const draft of drafts) addDraft(rows, draft, about, stamp);
  }
  return rows;
}

function addDraft({ entries, lots, moves }: LedgerRows, draft: EntryDraft, about: About, stamp: Stamp): void {
  const entryId = stamp.newId();
  const memberId = about.memberId;
  // A lapse that a sale only came upon is not that sale's doing.
  const cause = draft.kind === 'expire' ? undefined : about;
  entries.push({
    id: entryId,
    member_id: memberId,
    kind: draft.kind,
    points: draft.points,
    purchase_id: cause?.purchaseId ?? null,
    refund_id: cause?.refundId ?? null,
    reverses_id: draft.reversesId,
    reason: draft.reason,
    rule_version: stamp.ruleVersion,
    at: stamp.now,
    business_date: stamp.today,
    staff_id: stamp.staffId,
    import_id: null,
  });
  for (const move of draft.moves) {
    if (move.to === 'new_lot') {
      lots.push({
        id: move.lot.id,
        member_id: memberId,
        entry_id: entryId,
        points: move.points,
        earned_on: move.lot.earnedOn,
        last_day: move.lot.lastDay,
        revives_id: move.lot.revivesId,
      });
    }
    const lotId = move.to === 'debt' ? null : move.to === 'new_lot' ? move.lot.id : move.lotId;
    moves.push({ entry_id: entryId, member_id: memberId, lot_id: lotId, points: move.points });
  }
}
