import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import type { Instant } from './domain/units';

const NAME = /^shuke-(\d{8}T\d{6}Z)\.db$/;

export interface Backup {
  readonly path: string;
  readonly madeAt: number;
}

/**
 * Copies the store into `folder`, reads the copy back (`integrity_check`, foreign keys), and only
 * then gives it its name. What cannot be read back is removed and the error thrown.
 */
export function backUp(raw: SQLite.Database, folder: string, at: Instant): Backup {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `shuke-${new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')}.db`);
  const part = `${path}.part`;
  rmSync(part, { force: true });
  try {
    raw.prepare('vacuum into ?').run(part);
    flush(part);
    verify(part);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  return { path, madeAt: at };
}

/** The newest backup in the folder that reads back whole, or null. */
export function newestVerifiedBackup(folder: string): Backup | null {
  const names = namesIn(folder)
    .filter((name) => NAME.test(name))
    .sort()
    .reverse();
  for (const name of names) {
    const path = join(folder, name);
    try {
      verify(path);
      return { path, madeAt: madeAtIn(name) };
    } catch {
      // A backup that does not read back is no backup; an older one may.
    }
  }
  return null;
}

/** From the name: a copy to another medium and back has a time of its own. */
function madeAtIn(name: string): number {
  return Date.parse(name.replace(NAME, '$1').replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/, '$1-$2-$3T$4:$5:'));
}

/** A folder that is missing or cannot be read holds no backup that could be offered. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function verify(path: string): void {
  const copy = new SQLite(path, { readonly: true, fileMustExist: true });
  try {
    const found = copy.pragma('integrity_check', { simple: true });
    if (found !== 'ok') throw new Error('the backup does not read back whole');
    const broken = copy.pragma('foreign_key_check');
    if (!Array.isArray(broken) || broken.length > 0)
      throw new Error('the backup has rows that point nowhere');
  } finally {
    copy.close();
  }
}

function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
