import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pruneAsides } from '../../../db/backups/aside';
import { takeErasures } from '../../../db/backups/erasure-journal';
import { type BackupFile, backupsOf, prune, removeBackup } from '../../../db/backups/folder';
import { makeBackup, newestWholeBackup } from '../../../db/backups/make';
import { writeManifest } from '../../../db/backups/manifest';
import { backupPictures, bringBackPictures } from '../../../db/backups/pictures';
import { checkCopy, copyToMedium, decryptCopy, decryptPictures } from '../../../db/backups/second-medium';
import { NotWholeError, type StoreFacts, verifyStoreFile } from '../../../db/backups/verify';
import { photoFolderOf } from '../../../db/complaints/photo-folder';
import type { StoreCalendar } from '../../../db/domain/calendar/business-day';
import type { Instant } from '../../../db/domain/units';
import { hashOfFile } from '../../../db/durable-file';
import { connect } from '../../../db/open';
import { salvageStore } from './salvage-files';

interface AtStore {
  readonly storePath: string;
  readonly now: Instant;
  readonly calendar: StoreCalendar;
}

/** A backup that is to be put in the place of the store: the file, and what opens it where it is encrypted. */
export interface StageOrder {
  readonly storePath: string;
  readonly backup: BackupFile;
  /** Where its neighbours are. */
  readonly identity: string | null;
  readonly recipient: string | null;
  readonly to: string;
}

/** What is asked of the worker, and what each answers: long work on whole files, away from the counter. */
export const BACKUP_TASKS = {
  make: ({ storePath, now, calendar }: AtStore): BackupFile => {
    const raw = connect(storePath, { readonly: true });
    try {
      const made = makeBackup(raw, storePath, now);
      const pictures = [backupPictures(backupsOf(storePath))];
      prune(backupsOf(storePath), 'plain', { now, calendar, pictures });
      pruneAsides(storePath, now);
      return made;
    } finally {
      raw.close();
    }
  },

  /** Answers the copy, which was read back. */
  copy: async (
    order: AtStore & { readonly chosen: string; readonly recipient: string; readonly backup: BackupFile },
  ): Promise<BackupFile> => {
    const copy = await copyToMedium(order.backup, order.storePath, order);
    checkCopy(copy);
    return copy;
  },

  /** As one would after a loss: another file, opened, all of it read and counted. A bad one is no backup any more. */
  trial: async ({ storePath, backup, now }: AtStore & { readonly backup: BackupFile }) => {
    const copy = join(backupsOf(storePath), 'trial.db');
    try {
      copyFileSync(backup.path, copy);
      const facts = checked(backup, copy);
      if (backup.manifest !== null)
        writeManifest(backup.path.replace(/\.db$/, '.json'), { ...backup.manifest, verifiedAt: now });
      return { good: true, members: facts.members, purchases: facts.purchases };
    } catch (error) {
      if (!(error instanceof NotWholeError)) throw error;
      removeBackup(backupsOf(storePath), backup.id, 'plain');
      return { good: false, members: 0, purchases: 0 };
    } finally {
      rmSync(copy, { force: true });
    }
  },

  /** Reads a copy on the second medium back. */
  check: ({ backup }: { readonly backup: BackupFile }): null => {
    checkCopy(backup);
    return null;
  },

  /** The newest backup that reads back whole, for a store that does not open. */
  newestWhole: ({ storePath }: { readonly storePath: string }) => newestWholeBackup(storePath),

  /** Brings a backup beside the store, whole; with it the pictures that the store has lost. */
  stage: async ({ storePath, backup, identity, recipient, to }: StageOrder): Promise<StoreFacts> => {
    const folder = dirname(backup.path);
    mkdirSync(dirname(to), { recursive: true }); // on a new PC there is none yet
    try {
      if (identity !== null) await decryptCopy(backup.path, identity, to);
      else copyFileSync(backup.path, to);
      const facts = checked(backup, to);
      takeErasures(storePath, folder);
      if (identity === null) bringBackPictures(storePath, backupPictures(folder).path, facts.photos);
      else if (recipient !== null)
        await decryptPictures({ folder, id: backup.id, recipient }, identity, photoFolderOf(storePath));
      return facts;
    } catch (error) {
      rmSync(to, { force: true });
      throw error;
    }
  },

  /** Reads a store file that nobody has open. */
  verify: ({ path }: { readonly path: string }): StoreFacts => verifyStoreFile(path),

  salvage: salvageStore,
} as const;

/** What its manifest says must be what the file is. */
function checked(backup: BackupFile, path: string): StoreFacts {
  if (backup.manifest !== null && backup.manifest.sha256 !== hashOfFile(path))
    throw new NotWholeError('it is not what was written');
  return verifyStoreFile(path);
}

export type BackupTask = keyof typeof BACKUP_TASKS;
export type AskedOfTask<Name extends BackupTask> = Parameters<(typeof BACKUP_TASKS)[Name]>[0];
export type TaskAnswer<Name extends BackupTask> = Awaited<ReturnType<(typeof BACKUP_TASKS)[Name]>>;
export interface BackupOrder {
  readonly name: BackupTask;
  readonly asked: unknown;
}
