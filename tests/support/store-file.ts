import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStore, type OpenedStore, openStore } from '@db/open';
import { fillNewStore } from '@db/settings/commands';
import { type Instant, instant } from '@domain/units';
import type SQLite from 'better-sqlite3';

export const STORE_NOW: Instant = instant(Date.parse('2026-05-18T04:00:00Z'));

/** A new store as a file in a temporary folder, without main around it. */
export interface StoreFile extends Pick<OpenedStore, 'db' | 'path'> {
  readonly raw: SQLite.Database;
  readonly folder: string;
  /** Closes it and leaves the folder. */
  readonly release: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The file of a new store; made once, and every test begins with a copy: its tables are the most of the work. */
let fresh: Buffer | undefined;

export function aStoreFile(): StoreFile {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-store-'));
  const path = join(folder, 'shuke.db');
  if (fresh !== undefined) writeFileSync(path, fresh);
  const opened = fresh === undefined ? create(path) : openStore(path, STORE_NOW);
  fresh ??= opened.raw.serialize();
  let released: Promise<void> | undefined;
  const release = () => {
    released ??= opened.close();
    return released;
  };
  return {
    db: opened.db,
    raw: opened.raw,
    path: opened.path,
    folder,
    release,
    close: async () => {
      await release();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const create = (path: string): OpenedStore =>
  createStore(path, STORE_NOW, (raw) =>
    fillNewStore(raw, {
      id: '0190a5d0-0000-7000-8000-000000000001',
      name: '街角小店',
      calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 },
      sample: false,
      owner: { id: '0190a5d0-0000-7000-8000-000000000002', name: '店主' },
      now: STORE_NOW,
    }),
  );
