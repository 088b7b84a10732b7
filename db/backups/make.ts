import { rmSync, statSync } from 'node:fs';
import type SQLite from 'better-sqlite3';
import type { Instant } from '../domain/units';
import { flushFile, hashOfFile, makeFolder, moveIntoPlace, SCANNER_PATIENCE_MS } from '../durable-file';
import { type BackupFile, backupsIn, backupsOf, freeId, placesOf, writePhotoList } from './folder';
import { type Manifest, writeManifest } from './manifest';
import { keepPictures } from './pictures';
import { verifyStoreFile } from './verify';

/**
 * Copies the store that `raw` has open into the folder of its backups: `VACUUM INTO`, onto the disk,
 * opened again and read whole, its pictures beside it, what it holds written down; then it gets its
 * name. What does not read back is removed and the error thrown. Others may write meanwhile; whoever
 * calls is held up, so it runs in a worker, or before there is a window.
 */
export function makeBackup(raw: SQLite.Database, storePath: string, at: Instant): BackupFile {
  const folder = backupsOf(storePath);
  makeFolder(folder);
  const id = freeId(folder, at);
  const { file, manifest } = placesOf(folder, id, 'plain');
  const part = `${file}.part`;
  rmSync(part, { force: true });
  try {
    raw.prepare('vacuum into ?').run(part);
    flushFile(part);
    const { photos, storeName: _, ...facts } = verifyStoreFile(part);
    writePhotoList(folder, id, 'plain', keepPictures(storePath, photos));
    const said: Manifest = {
      ...{ format: 1, madeAt: at, verifiedAt: at, encrypted: null },
      ...facts,
      ...{ bytes: statSync(part).size, sha256: hashOfFile(part) },
    };
    writeManifest(manifest, said);
    moveIntoPlace(part, file, SCANNER_PATIENCE_MS);
    return { id, kind: 'plain', path: file, madeAt: at, bytes: said.bytes, manifest: said };
  } catch (error) {
    rmSync(part, { force: true });
    rmSync(manifest, { force: true });
    throw error;
  }
}

/** The newest backup of a store that reads back whole, or null. Reads it all: for a store that does not open. */
export function newestWholeBackup(storePath: string): BackupFile | null {
  for (const backup of backupsIn(backupsOf(storePath), 'plain')) {
    try {
      verifyStoreFile(backup.path);
      return backup;
    } catch {
      // A backup that does not read back is no backup; an older one may.
    }
  }
  return null;
}
