import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeBackup as backUp } from '@db/backups/make';
import { connect, createStore } from '@db/open';
import { fillNewStore } from '@db/settings/commands';
import { instant } from '@domain/units';
import { v7 as uuidv7 } from 'uuid';
import { pathsIn } from '../../../electron/main/paths';
import { launchTarget } from './shuke';

const NOW = instant(Date.parse('2026-05-18T04:00:00Z'));

export const storeIn = (userData: string): string => pathsIn(userData).store;

/** A small closed store where Shuke looks for its own, or for the sample. */
export async function makeStore(userData: string, which: 'store' | 'sample' = 'store'): Promise<string> {
  const path = pathsIn(userData)[which];
  const opened = createStore(path, NOW, (raw) =>
    fillNewStore(raw, {
      id: uuidv7(),
      name: '街角小店',
      calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 },
      sample: which === 'sample',
      owner: { id: uuidv7(), name: '店主' },
      now: NOW,
    }),
  );
  await opened.close();
  handOver(dirname(path));
  return path;
}

/** A backup as Shuke makes them before it migrates. */
export function makeBackup(path: string): string {
  const raw = connect(path);
  try {
    return backUp(raw, path, NOW).path;
  } finally {
    raw.close();
    handOver(join(path, '..'));
  }
}

/** Overwrites part of a file where it lies. */
export function scribble(path: string, at: number, bytes: Uint8Array): void {
  const content = readFileSync(path);
  content.set(bytes, at);
  writeFileSync(path, content);
}

/** The user the app runs as owns what the test has made. */
export function handOver(folder: string): void {
  const { owner } = launchTarget();
  if (owner === undefined) return;
  mkdirSync(folder, { recursive: true });
  chownSync(folder, owner, owner);
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chownSync(join(folder, entry), owner, owner);
}

export const fingerprint = (path: string): string =>
  existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'absent';
