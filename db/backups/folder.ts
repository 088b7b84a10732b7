import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { keptBackups } from '../domain/backups/retention';
import type { StoreCalendar } from '../domain/calendar/business-day';
import { type Instant, instant } from '../domain/units';
import { SCANNER_PATIENCE_MS, writeDurablyNow } from '../durable-file';
import { type Manifest, readManifest, readManifestSoon } from './manifest';

/** `plain` beside the store, `age` on a second medium. */
export type BackupKind = 'plain' | 'age';
const ENDS = { plain: '.db', age: '.db.age' } as const;
const NAME = /^shuke-(\d{8}T\d{6}Z)$/;

/** Where the backups of a store are, beside its file. */
export const backupsOf = (storePath: string): string => join(dirname(storePath), 'backups');

export interface BackupFile {
  /** Its name without an end, such as `shuke-20260518T040000Z`. */
  readonly id: string;
  readonly kind: BackupKind;
  readonly path: string;
  readonly madeAt: Instant;
  readonly bytes: number;
  /** Null: made by an older Shuke, which wrote none. */
  readonly manifest: Manifest | null;
}

/** The file of a backup, and what stands beside it. */
export const placesOf = (folder: string, id: string, kind: BackupKind) => ({
  file: join(folder, `${id}${ENDS[kind]}`),
  manifest: join(folder, `${id}.json`),
  photos: join(folder, `${id}.photos`),
});

/** Every backup of the folder, newest first; none where the folder is missing or cannot be read. */
export function backupsIn(folder: string, kind: BackupKind): BackupFile[] {
  return namesIn(folder)
    .flatMap((name): BackupFile[] => {
      const id = idIn(name, kind);
      if (id === null) return [];
      const { file, manifest } = placesOf(folder, id, kind);
      const bytes = sizeOf(file);
      return bytes === null ? [] : [described({ id, kind, path: file, bytes }, readManifest(manifest))];
    })
    .sort(newestFirst);
}

/** The same of a drive that may take its time to answer, or never does; null where the folder cannot be read. */
export async function backupsInSoon(folder: string, kind: BackupKind): Promise<BackupFile[] | null> {
  const names = await readdir(folder).catch(() => null);
  if (names === null) return null;
  const found = await Promise.all(
    names.map(async (name): Promise<BackupFile[]> => {
      const id = idIn(name, kind);
      if (id === null) return [];
      const { file, manifest } = placesOf(folder, id, kind);
      const info = await stat(file).catch(() => null);
      if (info?.isFile() !== true) return [];
      return [described({ id, kind, path: file, bytes: info.size }, await readManifestSoon(manifest))];
    }),
  );
  return found.flat().sort(newestFirst);
}

function idIn(name: string, kind: BackupKind): string | null {
  if (!name.endsWith(ENDS[kind])) return null;
  const id = name.slice(0, -ENDS[kind].length);
  return NAME.test(id) ? id : null;
}

const described = (
  file: Pick<BackupFile, 'id' | 'kind' | 'path' | 'bytes'>,
  manifest: Manifest | null,
): BackupFile => ({ ...file, madeAt: manifest?.madeAt ?? madeAtIn(file.id), manifest });

const newestFirst = (a: BackupFile, b: BackupFile): number => b.madeAt - a.madeAt || (a.id < b.id ? 1 : -1);

/** A name that is not taken yet: two backups of one second are two. */
export function freeId(folder: string, at: Instant): string {
  const taken = new Set(namesIn(folder).map((name) => name.replace(/\..*$/, '')));
  for (let second = 0; ; second++) {
    const moment = new Date(at + second * 1000).toISOString();
    const id = `shuke-${moment.replace(/[-:]|\.\d+/g, '')}`;
    if (!taken.has(id)) return id;
  }
}

/** From the name: a copy to another drive and back has a time of its own. */
function madeAtIn(id: string): Instant {
  return instant(
    Date.parse(id.replace(NAME, '$1').replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/, '$1-$2-$3T$4:$5:')),
  );
}

export function removeBackup(folder: string, id: string, kind: BackupKind): void {
  const { file, manifest, photos } = placesOf(folder, id, kind);
  // The backup itself first: what is left of one that was half removed is no backup.
  for (const path of [file, `${file}-journal`, manifest, photos]) rmSync(path, { force: true });
}

/**
 * Removes what the retention does not keep, what was left half-made, and every picture that no backup
 * needs any more. `photoFolders` are the folders of pictures that belong to these backups.
 */
export function prune(
  folder: string,
  kind: BackupKind,
  { now, calendar, pictures }: { now: Instant; calendar: StoreCalendar; pictures: readonly PictureFolder[] },
): void {
  const all = backupsIn(folder, kind);
  const kept = keptBackups(all, now, calendar);
  for (const { id } of all) if (!kept.has(id)) removeBackup(folder, id, kind);
  const left = new Set(all.filter(({ id }) => kept.has(id)).map(({ id }) => id));
  for (const name of namesIn(folder)) {
    const id = name.replace(/\..*$/, '');
    if (NAME.test(id) && !left.has(id)) rmSync(join(folder, name), { force: true });
  }
  const needed = new Set([...left].flatMap((id) => photosOf(folder, id, kind)));
  for (const { path, end } of pictures)
    for (const name of namesIn(path))
      if (!name.endsWith(end) || !needed.has(name.slice(0, -end.length)))
        rmSync(join(path, name), { force: true });
}

export interface PictureFolder {
  readonly path: string;
  /** How the names of its files end, after the hash of the picture. */
  readonly end: string;
}

export function writePhotoList(
  folder: string,
  id: string,
  kind: BackupKind,
  hashes: readonly string[],
): void {
  const { photos } = placesOf(folder, id, kind);
  writeDurablyNow(photos, hashes.map((hash) => `${hash}\n`).join(''), SCANNER_PATIENCE_MS);
}

/** The hashes of the pictures that a backup needs. */
export function photosOf(folder: string, id: string, kind: BackupKind): string[] {
  try {
    return readFileSync(placesOf(folder, id, kind).photos, 'utf8').match(/^[0-9a-f]{64}$/gm) ?? [];
  } catch {
    return []; // an older Shuke kept no pictures with its backups
  }
}

export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function sizeOf(path: string): number | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true ? found.size : null;
}
