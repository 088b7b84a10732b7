import { readBody } from '../audit/body';
import { labelsOf } from '../audit/labels';
import type { Subject } from '../domain/audit/entry';
import {
  type BusinessDate,
  type Fen,
  fen,
  type Instant,
  instant,
  type Points,
  points,
} from '../domain/units';
import type { Reader } from '../schema';

/** Acts that change a day's figures in money or points, by what they are called on paper. */
const KINDS = {
  'purchases.record': 'sale',
  'purchases.refund': 'refund',
  'purchases.undo': 'undo',
  'points.adjust': 'adjustment',
} as const;
type LateAct = keyof typeof KINDS;
const isLate = (act: string): act is LateAct => Object.hasOwn(KINDS, act);

export interface LateRow {
  readonly kind: (typeof KINDS)[LateAct];
  /** Its entry in the audit trail. */
  readonly seq: number;
  readonly at: Instant;
  readonly staffName: string;
  readonly memberId: string | null;
  readonly memberName: string | null;
  readonly purchaseId: string | null;
  readonly receiptNo: string | null;
  readonly amount: Fen | null;
  readonly points: Points | null;
}

/** What came to a day after entry `seq` of the trail, oldest first. The trail knows the order, clocks do not. */
export async function lateRows(db: Reader, day: BusinessDate, seq: number): Promise<LateRow[]> {
  const entries = await db
    .selectFrom('audit_entry as e')
    .leftJoin('staff as s', 's.id', 'e.staff_id')
    .select(['e.seq', 'e.at', 'e.act', 'e.body', 's.name as staffName'])
    .where('e.business_date', '=', day)
    .where('e.seq', '>', seq)
    .where('e.act', 'in', Object.keys(KINDS))
    .orderBy('e.seq')
    .execute();
  const read = entries.map((entry) => ({ ...entry, ...readBody(entry.body) }));
  const about = read.flatMap((entry) => entry.about);
  const label = await labelsOf(db, about);
  const sums = await sumsOf(db, about);
  return read.flatMap(({ act, at, staffName, about, notes, ...entry }) => {
    if (!isLate(act)) return [];
    const member = about.find(({ kind }) => kind === 'member');
    const purchase = about.find(({ kind }) => kind === 'purchase');
    const sale = act === 'purchases.record' ? sums.get(purchase?.id ?? '') : undefined;
    const said = numbersIn(notes[0]?.after);
    const amount = sale?.paid ?? said.moneyBack;
    const moved = sale?.earned ?? said.points;
    return {
      kind: KINDS[act],
      seq: entry.seq,
      at: instant(at),
      staffName: staffName ?? '',
      memberId: member?.id ?? null,
      memberName: member === undefined ? null : label(member),
      purchaseId: purchase?.id ?? null,
      receiptNo: purchase === undefined ? null : label(purchase),
      amount: amount === undefined ? null : fen(amount),
      points: moved === undefined ? null : points(moved),
    };
  });
}

/** What a refund handed back, how many points an adjustment was: as the note of the act says. */
function numbersIn(after: unknown): { moneyBack?: number; points?: number } {
  if (typeof after !== 'object' || after === null) return {};
  const { moneyBack, points } = { moneyBack: undefined, points: undefined, ...after };
  return {
    ...(typeof moneyBack === 'number' ? { moneyBack } : {}),
    ...(typeof points === 'number' ? { points } : {}),
  };
}

async function sumsOf(db: Reader, about: readonly Subject[]) {
  const ids = about.filter(({ kind }) => kind === 'purchase').map(({ id }) => id);
  const rows = await db
    .selectFrom('purchase')
    .select(['id', 'paid_fen', 'points_earned'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, { paid: row.paid_fen, earned: row.points_earned }]));
}
