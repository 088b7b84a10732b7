import { effectOf } from '../domain/head-office/ack';
import { type NoParams, type Refusal, refuse } from '../domain/refusal';
import type { Instant } from '../domain/units';
import { type Ack, readAck } from '../packets/documents';
import type { Tx } from '../schema';
import { storeRow } from '../settings/queries';
import { putAck } from './commands';
import { lastAck, packetsOf, setupOf } from './queries';

export type AckRefusal = Refusal<
  'not_set_up' | 'not_an_ack' | 'newer_version' | 'wrong_signature' | 'other_store' | 'older',
  NoParams
>;

/**
 * Takes an acknowledgement: signed by the head office of the card, for this store, newer than the one before.
 * What it says of the packets holds from then on.
 */
export async function takeAck(tx: Tx, text: string, now: Instant): Promise<Ack | AckRefusal> {
  const setup = await setupOf(tx);
  if (setup === undefined) return refuse('not_set_up');
  const ack = readAck(text, setup.card.publicKey);
  if ('code' in ack) return refuse(REFUSED[ack.code]);
  if (ack.storeId !== (await storeRow(tx)).id) return refuse('other_store');
  const last = await lastAck(tx);
  if (last !== undefined && last.at >= ack.at) return refuse('older');
  await putAck(tx, ack, effectOf(ack, await packetsOf(tx)), now);
  return ack;
}

const REFUSED = {
  document_unreadable: 'not_an_ack',
  document_newer: 'newer_version',
  document_signature: 'wrong_signature',
} as const;
