import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decrypted, encrypted, fileStream } from '../age-stream';
import { sha256 } from '../canonical';
import type { StoreCalendar } from '../domain/calendar/business-day';
import type { Instant } from '../domain/units';
import { hashOfFile, makeFolder, ReadBackError, SCANNER_PATIENCE_MS, writeDurably } from '../durable-file';
import { copyErasures } from './erasure-journal';
import {
  type BackupFile,
  backupsInSoon,
  backupsOf,
  namesIn,
  type PictureFolder,
  photosOf,
  placesOf,
  prune,
  writePhotoList,
} from './folder';
import { writeManifest } from './manifest';
import { backupPictures, readPicture } from './pictures';

/**
 * Copies of backups on another drive, encrypted in the age format to the recipient that follows from
 * the owner's recovery code: whoever finds the drive reads nothing, and the official `age` program opens
 * them with the printed code's identity. Source: trust "People".
 */
const PICTURE_END = '.jpg.age';

/** Below the folder that a person has chosen, so that nothing of theirs is ever pruned. */
export const mediumFolder = (chosen: string): string => join(chosen, 'shuke-backups');

/** Pictures are encrypted one by one, once for each recipient: a new code begins anew. */
const picturesFor = (folder: string, recipient: string): PictureFolder => ({
  path: join(folder, 'photos', sha256(recipient).slice(0, 16)),
  end: PICTURE_END,
});

/** The drive is there: what was chosen is a folder now. Asked without waiting for it: a drive may sleep. */
export const mediumPresent = (chosen: string): Promise<boolean> =>
  stat(chosen).then(
    (found) => found.isDirectory(),
    () => false,
  );

/**
 * Copies a backup there, reads the copy back, and lets go of what the retention no longer keeps. What is
 * compared is the encrypted file: the store cannot open it, since it does not keep the code. It proves
 * that the drive holds what was encrypted. Memory stays small whatever the size.
 */
export async function copyToMedium(
  backup: BackupFile,
  storePath: string,
  to: { chosen: string; recipient: string; now: Instant; calendar: StoreCalendar },
): Promise<BackupFile> {
  if (backup.manifest === null) throw new Error('only a backup that says what it holds is copied');
  const folder = mediumFolder(to.chosen);
  makeFolder(folder);
  const { file, manifest } = placesOf(folder, backup.id, 'age');
  const hashes = photosOf(backupsOf(storePath), backup.id, 'plain');
  const pictures = picturesFor(folder, to.recipient);
  for (const hash of hashes)
    await copyPicture(backupPictures(backupsOf(storePath)).path, pictures, hash, to.recipient);
  writePhotoList(folder, backup.id, 'age', hashes);
  copyErasures(storePath, folder);
  const written = await writeDurably(
    file,
    encrypted(fileStream(backup.path), [to.recipient]),
    SCANNER_PATIENCE_MS,
  );
  const said = { ...backup.manifest, encrypted: { recipient: to.recipient, ...written } };
  writeManifest(manifest, said);
  const left = namesIn(join(folder, 'photos')).map((name) => ({
    path: join(folder, 'photos', name),
    end: PICTURE_END,
  }));
  prune(folder, 'age', { now: to.now, calendar: to.calendar, pictures: left });
  return { ...backup, kind: 'age', path: file, bytes: written.bytes, manifest: said };
}

/** The copies that are reachable now, newest first. */
export const copiesOn = async (chosen: string): Promise<BackupFile[]> =>
  (await backupsInSoon(mediumFolder(chosen), 'age')) ?? [];

/** Reads a copy back: throws `ReadBackError` when the drive gives back something else than was written to it. */
export function checkCopy(copy: BackupFile): void {
  if (copy.manifest?.encrypted?.sha256 !== hashOfFile(copy.path)) throw new ReadBackError(copy.path);
}

/** Throws what the format says when the identity does not open it. */
export async function decryptCopy(path: string, identity: string, to: string): Promise<void> {
  await writeDurably(to, decrypted(path, [identity]), SCANNER_PATIENCE_MS);
}

/** Brings back the pictures of a copy into a folder of plain ones; answers how many were missing. */
export async function decryptPictures(
  copy: { readonly folder: string; readonly id: string; readonly recipient: string },
  identity: string,
  to: string,
): Promise<number> {
  let missing = 0;
  const { path, end } = picturesFor(copy.folder, copy.recipient);
  for (const hash of photosOf(copy.folder, copy.id, 'age')) {
    const [from, target] = [join(path, `${hash}${end}`), join(to, `${hash}.jpg`)];
    if (existsSync(target)) continue;
    if (!existsSync(from)) missing += 1;
    else {
      makeFolder(to);
      await writeDurably(target, decrypted(from, [identity]), SCANNER_PATIENCE_MS);
    }
  }
  return missing;
}

async function copyPicture(from: string, to: PictureFolder, hash: string, recipient: string): Promise<void> {
  const target = join(to.path, `${hash}${to.end}`);
  const plain = join(from, `${hash}.jpg`);
  if (existsSync(target) || readPicture(plain, hash) === null) return;
  makeFolder(to.path);
  await writeDurably(target, encrypted(fileStream(plain), [recipient]), SCANNER_PATIENCE_MS);
}
