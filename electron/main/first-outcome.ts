import { prepared } from '../../db/prepared';
import type { Tx } from '../../db/schema';
import type { RequestId } from '../contract/rpc';

/** A request that has been answered before gets the first answer and changes nothing. */
export function firstOutcome(
  tx: Tx,
  { channel, requestId }: { readonly channel: string; readonly requestId: RequestId },
): unknown {
  const row = prepared<{ channel: string; outcome: string }>(
    tx,
    'select channel, outcome from command_outcome where request_id = ?',
  ).get(requestId);
  if (row === undefined) return undefined;
  if (row.channel !== channel) throw new Error(`request id of ${row.channel} used again for ${channel}`);
  return JSON.parse(row.outcome);
}
