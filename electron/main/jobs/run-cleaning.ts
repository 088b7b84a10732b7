import { rememberErasure } from '../../../db/backups/erasure-journal';
import { PhotoFolder } from '../../../db/complaints/photo-folder';
import { connect } from '../../../db/open';
import { cleanStore } from '../../../db/rights/clean';
import { Turn } from '../../../db/turn';
import type { CleaningOrder } from '../erasures';
import { forgetInRefusedRows } from './refused-leftovers';

/** Who reads an older picture of the store for longer than this (a run of insight) is waited for by the next try. */
const PATIENCE_MS = 60_000;

/** Cleans up after an erasure; comes back when no trace is left, else throws. Runs in a worker, or anywhere. */
export async function runCleaning(order: CleaningOrder): Promise<void> {
  const { storePath, turn, memberIds, words, photos } = order;
  // First of all: a backup that is put back is made to forget them, too.
  for (const memberId of memberIds) rememberErasure(storePath, memberId);
  forgetInRefusedRows(storePath, words);
  const folder = new PhotoFolder(storePath);
  for (const sha256 of photos) await folder.forget(sha256);
  const raw = connect(storePath);
  try {
    if (!(await cleanStore(raw, new Turn(turn), PATIENCE_MS)))
      throw new Error('somebody reads the store as it was');
  } finally {
    raw.close();
  }
}
