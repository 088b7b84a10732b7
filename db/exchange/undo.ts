import type SQLite from 'better-sqlite3';
import { decideSettle } from '../domain/points/earn';
import { entries, type MoveDraft } from '../domain/points/ledger';
import { points } from '../domain/units';
import { membersOfImport, rebuildSome } from '../members/lookup-rebuild';
import type { Stamp } from '../points/stamp';
import { Turn } from '../turn';
import { batchState, setBatchState } from './batches';
import { memberBuiltUpon } from './built-upon';
import { LedgerWriter } from './ledger-writer';
import { Slices } from './slices';
import { dropKeys } from './waiting-keys';

export interface UndoResult {
  readonly members: number;
  readonly purchases: number;
  /** Members left as they are because somebody built on them meanwhile. */
  readonly kept: number;
}

export interface UndoProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * Takes back everything an import brought, member by member, in short transactions; yields between
 * them. Ledgers only grow: purchases get a refund of kind `import_undo`, entries their reversals,
 * members become void and lose what names them. Begun again after a crash it goes on where it stopped.
 */
export function* undoImport(
  raw: SQLite.Database,
  batchId: string,
  stamp: Stamp,
  turn: Turn = new Turn(),
): Generator<UndoProgress, UndoResult, void> {
  // An import that never finished was not undone by a person's wish: it counts as cancelled.
  const outcome = batchState(raw, batchId) === 'running' ? 'cancelled' : 'undone';
  const undo = new MemberUndo(raw, batchId, stamp);
  const members = membersOfImport(raw, batchId);
  const slices = new Slices(raw, turn);
  let renewed = 0;
  try {
    if (outcome === 'undone') slices.run(() => setBatchState(raw, batchId, 'undoing'));
    slices.end();
    for (const [at, n] of members.entries()) {
      slices.run(() => undo.member(n));
      if (!slices.full && at + 1 < members.length) continue;
      slices.run(() => rebuildSome(raw, stamp.today, members.slice(renewed, at + 1)));
      renewed = at + 1;
      slices.end();
      yield { done: at + 1, total: members.length };
    }
    // The rows of the file may come again; keys of what stays stay.
    const keys = dropKeys(raw, batchId, undo.keptTargets);
    while (slices.run(() => keys.next()).done !== true) {
      if (!slices.full) continue;
      slices.end();
      yield { done: members.length, total: members.length };
    }
    slices.run(() => setBatchState(raw, batchId, outcome));
    slices.end();
  } catch (error) {
    slices.abandon();
    throw error;
  }
  return { members: undo.members, purchases: undo.purchases, kept: undo.kept };
}

interface Entry {
  readonly id: string;
  readonly points: number;
}
interface Move {
  readonly lot_id: string | null;
  readonly points: number;
}

/** Undoes what one import brought of one member, all in the caller's transaction. */
class MemberUndo {
  members = 0;
  purchases = 0;
  kept = 0;
  readonly keptTargets: string[] = [];
  private readonly builtUpon: (memberId: string) => boolean;
  private readonly ledger: LedgerWriter;
  private readonly idOf: SQLite.Statement<[number], { id: string; own: 0 | 1 }>;
  private readonly open: SQLite.Statement<[{ member: string; batch: string }], Entry>;
  private readonly movesOf: SQLite.Statement<[string], Move>;
  private readonly bought: SQLite.Statement<
    [string, string],
    { id: string; total_fen: number; paid_fen: number }
  >;
  private readonly refund: SQLite.Statement<unknown[]>;
  private readonly freeReceipt: SQLite.Statement<[string]>;
  private readonly clear: SQLite.Statement<[number, number]>;
  private readonly untag: SQLite.Statement<[string]>;
  private readonly targets: SQLite.Statement<[string, string], string>;

  constructor(
    raw: SQLite.Database,
    private readonly batchId: string,
    private readonly stamp: Stamp,
  ) {
    this.builtUpon = memberBuiltUpon(raw, batchId);
    this.ledger = new LedgerWriter(raw, stamp, null);
    this.idOf = raw.prepare(
      `select id, import_id is '${batchId.replace(/'/g, '')}' as own from member where n = ?`,
    );
    // Its own entries and the lapses of its lots, last first, so that no lot goes below zero on the way.
    this.open = raw.prepare(
      `select e.id, e.points from points_entry e
       where e.member_id = +@member and e.kind <> 'reverse'
         and (e.import_id is @batch or (e.kind = 'expire' and exists (
           select 1 from points_move v join points_lot l on l.id = v.lot_id join points_entry o on o.id = l.entry_id
           where v.entry_id = e.id and o.import_id is @batch)))
         and not exists (select 1 from points_entry r where r.reverses_id = e.id)
       order by e.seq desc`,
    );
    this.movesOf = raw.prepare(
      'select lot_id, points from points_move where entry_id = +? order by seq desc',
    );
    this.bought = raw.prepare(
      `select id, total_fen, paid_fen from purchase p where member_id = +? and +import_id is ?
         and not exists (select 1 from refund r where r.purchase_id = p.id and r.kind = 'import_undo')`,
    );
    this.refund = raw.prepare(
      `insert into refund (id, purchase_id, member_id, kind, amount_fen, money_back_fen, points_worth_fen, reason,
         refunded_at, business_date, staff_id) values (?, ?, ?, 'import_undo', ?, ?, ?, '', ?, ?, ?)`,
    );
    this.freeReceipt = raw.prepare('delete from receipt where purchase_id = +?');
    this.clear = raw.prepare(
      `update member set state = 'void', name = '', phone = null, card_no = null, external_id = null, gender = null,
         birth_year = null, birth_month = null, birth_day = null, note = '', updated_at = ? where n = ?`,
    );
    this.untag = raw.prepare('delete from member_tag where member_id = ?');
    this.targets = raw
      .prepare<[string, string], string>('select id from purchase where member_id = +? and +import_id is ?')
      .pluck();
  }

  member(n: number): void {
    const found = this.idOf.get(n);
    if (found === undefined) return;
    if (this.builtUpon(found.id)) {
      this.kept++;
      this.keptTargets.push(found.id, ...this.targets.all(found.id, this.batchId));
      return;
    }
    this.reverseEntries(found.id);
    this.giveBack(found.id);
    if (found.own === 0) return;
    this.untag.run(found.id);
    this.clear.run(this.stamp.now, n);
    this.members++;
  }

  private reverseEntries(memberId: string): void {
    const open = this.open.all({ member: memberId, batch: this.batchId });
    for (const { id } of open) {
      const moves = this.movesOf.all(id).map(reversed);
      this.ledger.append(entries('reverse', moves, { reversesId: id }), { memberId });
    }
    this.ledger.flush();
    // A debt that the import's points had settled is back: what the member holds settles it again.
    if (open.length === 0) return;
    this.ledger.append(decideSettle(this.ledger.holdingsOfDebtor(memberId)), { memberId });
    this.ledger.flush();
  }

  private giveBack(memberId: string): void {
    const { now, today, staffId, newId } = this.stamp;
    for (const { id, total_fen, paid_fen } of this.bought.all(memberId, this.batchId)) {
      this.refund.run(newId(), id, memberId, total_fen, paid_fen, total_fen - paid_fen, now, today, staffId);
      this.freeReceipt.run(id);
      this.purchases++;
    }
  }
}

const reversed = (move: Move): MoveDraft => {
  const back = points(-move.points);
  return move.lot_id === null
    ? { to: 'debt', points: back }
    : { to: 'lot', lotId: move.lot_id, points: back };
};
