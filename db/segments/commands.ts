import type { SegmentRule } from '../domain/segments/segment';
import type { Stamp } from '../points/stamp';
import type { Tx } from '../schema';

export interface SegmentDraft {
  readonly name: string;
  readonly rule: SegmentRule;
}

/** A new segment; answers its id. */
export async function insertSegment(
  tx: Tx,
  { name, rule }: SegmentDraft,
  { newId, now, staffId }: Pick<Stamp, 'newId' | 'now' | 'staffId'>,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('segment')
    .values({ id, name, rule: JSON.stringify(rule), created_at: now, changed_at: now, staff_id: staffId })
    .execute();
  return id;
}

/** Another name, and where one is given another rule. */
export async function changeSegment(
  tx: Tx,
  segmentId: string,
  { name, rule }: Pick<SegmentDraft, 'name'> & Partial<SegmentDraft>,
  { now }: Pick<Stamp, 'now'>,
): Promise<void> {
  await tx
    .updateTable('segment')
    .set({ name, changed_at: now, ...(rule && { rule: JSON.stringify(rule) }) })
    .where('id', '=', segmentId)
    .execute();
}

/** Off the list; its name may be given anew. */
export async function putAwaySegment(tx: Tx, segmentId: string, { now }: Pick<Stamp, 'now'>): Promise<void> {
  await tx.updateTable('segment').set({ kept: 0, changed_at: now }).where('id', '=', segmentId).execute();
}
