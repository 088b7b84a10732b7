import type { Reader } from '../schema';

/** The pictures of a complaint, by hash. */
export async function photoHashes(db: Reader, complaintId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('complaint_photo')
    .select(['sha256', 'id'])
    .where('complaint_id', '=', complaintId)
    .execute();
  return new Map(rows.map(({ sha256, id }) => [sha256, id]));
}

export async function photoHash(db: Reader, photoId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('complaint_photo')
    .select('sha256')
    .where('id', '=', photoId)
    .executeTakeFirst();
  return row?.sha256;
}
