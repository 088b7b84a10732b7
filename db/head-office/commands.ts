import type { AckEffect } from '../domain/head-office/ack';
import type { PacketRef } from '../domain/packets/manifest';
import type { Instant } from '../domain/units';
import type { Ack, RulePacket } from '../packets/documents';
import { publicKeyOf } from '../packets/keys';
import type { Tx } from '../schema';
import type { Setup } from './queries';

interface By {
  readonly staffId: string;
  readonly now: Instant;
}

/** Takes head office's card; another card takes the place of the one before. */
export async function putSetup(tx: Tx, setup: Omit<Setup, 'folder' | 'since'>, by: By): Promise<void> {
  const row = { ...columnsOf(setup), card: JSON.stringify(setup.card), staff_id: by.staffId };
  await tx
    .insertInto('hq_setup')
    .values({ only_row: 1, ...row, folder: null, since: by.now })
    .onConflict((conflict) => conflict.column('only_row').doUpdateSet({ ...row, since: by.now }))
    .execute();
}

export async function changeSetup(tx: Tx, setup: Omit<Setup, 'card' | 'folder' | 'since'>): Promise<void> {
  await tx.updateTable('hq_setup').set(columnsOf(setup)).execute();
}

export async function removeSetup(tx: Tx): Promise<void> {
  await tx.deleteFrom('hq_setup').execute();
}

/** This store's own key, made once; `signingKey` is a secret that goes nowhere but here. */
export async function insertKey(tx: Tx, signingKey: string, now: Instant): Promise<void> {
  await tx
    .insertInto('hq_key')
    .values({
      only_row: 1,
      private_key: signingKey,
      public_key: publicKeyOf(signingKey),
      made_at: now,
    })
    .execute();
}

export async function rememberFolder(tx: Tx, folder: string): Promise<void> {
  await tx.updateTable('hq_setup').set({ folder }).execute();
}

/** It lies there, and was read back. */
export async function noteWritten(
  tx: Tx,
  { epoch, sequence }: PacketRef,
  { folder, now }: { readonly folder: string; readonly now: Instant },
): Promise<void> {
  await tx
    .updateTable('hq_packet')
    .set({ written_at: now, written_folder: folder, asked_again: 0 })
    .where('epoch', '=', epoch)
    .where('sequence', '=', sequence)
    .execute();
}

/** Keeps what head office has answered, and what it means for the packets. */
export async function putAck(tx: Tx, ack: Ack, effect: AckEffect<PacketRef>, now: Instant): Promise<void> {
  await tx
    .insertInto('hq_ack')
    .values({ document: JSON.stringify(ack), at: Date.parse(ack.at), taken_at: now })
    .execute();
  await tx.updateTable('hq_packet').set({ asked_again: 0 }).where('asked_again', '=', 1).execute();
  for (const { epoch, sequence } of effect.askedAgain)
    await tx
      .updateTable('hq_packet')
      .set({ asked_again: 1 })
      .where('epoch', '=', epoch)
      .where('sequence', '=', sequence)
      .execute();
  for (const { epoch, sequence } of effect.acked)
    await tx
      .updateTable('hq_packet')
      .set({ acked_at: now })
      .where('epoch', '=', epoch)
      .where('sequence', '=', sequence)
      .where('acked_at', 'is', null)
      .execute();
}

export async function insertRules(tx: Tx, document: RulePacket, now: Instant): Promise<void> {
  await tx
    .insertInto('hq_rules')
    .values({ id: document.id, document: JSON.stringify(document), received_at: now, state: 'waiting' })
    .execute();
}

/** What the owner said to rules of head office; `version` is the one that they were made. */
export async function answerRules(
  tx: Tx,
  id: string,
  answer:
    | { readonly state: 'accepted'; readonly version: number }
    | { readonly state: 'refused'; readonly reason: string },
  by: By,
): Promise<void> {
  await tx
    .updateTable('hq_rules')
    .set({
      state: answer.state,
      answered_at: by.now,
      answered_by: by.staffId,
      reason: answer.state === 'refused' ? answer.reason : '',
      rule_version: answer.state === 'accepted' ? answer.version : null,
    })
    .where('id', '=', id)
    .execute();
}

const columnsOf = (setup: Omit<Setup, 'card' | 'folder' | 'since'>) => ({
  region: setup.region,
  schedule: JSON.stringify(setup.schedule),
  personal: setup.personal,
  reason: setup.reason,
  remind_days: setup.remindDays,
});
