import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { newAside } from '../../../db/backups/aside';
import { type BackupFile, backupsIn, backupsOf } from '../../../db/backups/folder';
import { readManifest } from '../../../db/backups/manifest';
import { copiesOn } from '../../../db/backups/second-medium';
import { changeStanding, readStanding } from '../../../db/backups/standing-file';
import { Refusal, refuse } from '../../../db/domain/refusal';
import { readRecoveryCode } from '../../../db/domain/staff/recovery-code';
import { type Instant, instant } from '../../../db/domain/units';
import { latestVersion } from '../../../db/migrate';
import { ageIdentity, ageRecipient } from '../../../db/staff/recovery-key';
import { codeOf, faultOf } from '../../../db/store-fault';
import type { BackupRef } from '../../contract/backups';
import type { Sources } from '../shop';
import type { StoreSession } from '../store-session';
import { failureOf } from './failure';
import type { BackupKeeper } from './keeper';

interface Around {
  readonly session: StoreSession;
  readonly keeper: BackupKeeper;
  readonly sources: Sources;
  readonly report: (what: string, error: unknown) => string;
}

/** Puts backups in the place of the store, and knows the files that a person has chosen for it. */
export class Restores {
  private readonly chosen = new Map<string, BackupFile>();

  constructor(private readonly around: Around) {}

  /** A file that a person has chosen; undefined when it is no backup. */
  choose(path: string): { readonly id: string; readonly backup: BackupFile } | undefined {
    const backup = backupAt(path);
    if (backup === undefined) return undefined;
    const id = this.around.sources.newId();
    this.chosen.set(id, backup);
    return { id, backup };
  }

  /** Undefined when it is not there any more. */
  async find({ where, id }: Pick<BackupRef, 'where' | 'id'>): Promise<BackupFile | undefined> {
    if (where === 'file') return this.chosen.get(id);
    const storePath = this.around.session.path();
    const { second } = readStanding(storePath);
    if (where === 'here') return backupsIn(backupsOf(storePath), 'plain').find((one) => one.id === id);
    return second === null ? undefined : (await copiesOn(second.folder)).find((one) => one.id === id);
  }

  /**
   * Brings the backup beside the store, reads all of it, and puts it in the place of what is there, which
   * goes to `aside`. Nothing has changed until all of it has been read.
   */
  async restore(backup: BackupFile, code: string | null, aside: 'before-restore' | 'damaged') {
    const identity = backup.kind === 'plain' ? null : identityOf(code);
    if (identity instanceof Refusal) return identity;
    const { keeper, session, sources } = this.around;
    return await keeper.alone('restoring', async () => {
      const storePath = session.path();
      const staged = `${storePath}.restore`;
      const order = { storePath, backup, to: staged, identity: null, recipient: null, ...identity };
      try {
        const facts = await keeper.task('stage', order);
        if (facts.schemaVersion > latestVersion()) return refuse('newer_version');
      } catch (error) {
        return this.unreadable(error, backup);
      }
      const now = sources.clock();
      const folder = newAside(storePath, aside, now);
      const refused = await session.replace(staged, folder);
      if (refused !== null) return refused;
      const restored = { at: now, aside: folder, backupMadeAt: backup.madeAt };
      // What was damaged does not come back.
      changeStanding(storePath, { restored: aside === 'before-restore' ? restored : null, failed: null });
      return { madeAt: backup.madeAt };
    });
  }

  /** Brings back what the last restore has put aside. */
  async undo() {
    const { keeper, session, sources } = this.around;
    const storePath = session.path();
    const { restored } = readStanding(storePath);
    if (restored === null) return refuse('nothing_to_undo');
    const before = join(restored.aside, basename(storePath));
    if (statSync(before, { throwIfNoEntry: false }) === undefined) return refuse('backup_gone');
    return await keeper.alone('restoring', async () => {
      try {
        await keeper.task('verify', { path: before });
      } catch (error) {
        return this.unreadable(error, null);
      }
      const now = sources.clock();
      const folder = newAside(storePath, 'before-restore', now);
      const refused = await session.replace(before, folder);
      if (refused !== null) return refused;
      changeStanding(storePath, { restored: { at: now, aside: folder, backupMadeAt: restored.at } });
      return {};
    });
  }

  private unreadable(error: unknown, backup: BackupFile | null) {
    this.around.report('bringing back a backup', error);
    if (faultOf(error) === 'disk_full') return refuse('disk_full');
    if (codeOf(error) === 'ENOENT') return refuse('backup_gone');
    // The age format does not tell a wrong key from a header that was changed.
    const isLocked = backup?.kind === 'age' && failureOf(error) !== 'not_whole';
    return isLocked ? refuse('wrong_code') : refuse('backup_damaged');
  }
}

/** What opens backups that were encrypted under this code. */
function identityOf(code: string | null) {
  if (code === null) return refuse('proof_needed');
  const secret = readRecoveryCode(code);
  if (secret instanceof Refusal) return secret;
  return { identity: ageIdentity(secret), recipient: ageRecipient(secret) };
}

const AGE = 'age-encryption.org/v1';
const SQLITE = 'SQLite format 3\0';

/** A backup by what its file begins with, whatever it is called; with what stands beside it, if that is there. */
function backupAt(path: string): BackupFile | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile() !== true) return undefined;
  const begin = beginOf(path);
  const kind = begin.startsWith(AGE) ? 'age' : begin.startsWith(SQLITE) ? 'plain' : undefined;
  if (kind === undefined) return undefined;
  const id = basename(path).replace(/\.db(\.age)?$/, '');
  const manifest = readManifest(join(dirname(path), `${id}.json`));
  const madeAt: Instant = manifest?.madeAt ?? instant(Math.floor(found.mtimeMs));
  return { id, kind, path, madeAt, bytes: found.size, manifest };
}

function beginOf(path: string): string {
  const bytes = Buffer.alloc(32);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, bytes.length, 0);
  } finally {
    closeSync(file);
  }
  return bytes.toString('latin1');
}
