import type { Reader } from './schema';

/** What a command answered when it was carried out under this request; undefined when it never was. */
export async function outcomeOf(db: Reader, channel: string, requestId: string): Promise<unknown> {
  const row = await db
    .selectFrom('command_outcome')
    .select('outcome')
    .where('request_id', '=', requestId)
    .where('channel', '=', channel)
    .executeTakeFirst();
  return row === undefined ? undefined : JSON.parse(row.outcome);
}
