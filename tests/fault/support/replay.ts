import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenedStore, openStore } from '@db/open';
import { pathsIn } from '../../../electron/main/paths';
import { PreferencesFile } from '../../../electron/main/preferences';
import { chances } from '../../support/member-rows';
import { STORE_NOW } from '../../support/store-file';
import type { RecordedSays } from '../children/recorded-till';
import { Disk, layOut } from './disk';
import type { DiskCall } from './disk-log';
import { choiceOf, drawCut } from './power-cuts';
import { broken, lost } from './store-check';
import type { Ack } from './till-work';

/** What a recorded till had been told before the power went. */
interface Told {
  made: boolean;
  readonly acks: Ack[];
  themes: string[];
}

export interface Replayed {
  /** Disks that differ from one another, each opened and looked at. */
  readonly states: number;
  /** Of those: something acknowledged is missing. */
  readonly lost: number;
  /** Of those: it does not open, or breaks a law. */
  readonly corrupt: number;
  readonly failures: readonly string[];
}

/** Only so many disks that fail are told one by one. */
const TOLD = 20;

/**
 * Cuts the power at `n` moments drawn from `seed`, lays out what may then be on the disk (user data in `data`), and
 * opens it as main does. `from`: the user-data folder as it was before the first call.
 */
export async function replay(
  calls: readonly DiskCall[],
  { n, seed, folder, inode }: { n: number; seed: number; folder: string; inode: number },
): Promise<Replayed> {
  const chance = chances(seed);
  const seen = new Set<string>();
  const found = { lost: 0, corrupt: 0, failures: [] as string[] };
  // Some moments leave the same disk as others; a later round draws more.
  for (let round = 0; seen.size < n && round < 20; round += 1) {
    const moments = drawMoments(calls.length, Math.ceil((n - seen.size) * 1.1), chance);
    const disk = new Disk([{ path: 'data', inode }]);
    const told: Told = { made: false, acks: [], themes: ['auto'] };
    for (const [at, call] of calls.entries()) {
      disk.take(call);
      if (call.kind === 'ack') hear(told, call.said as RecordedSays); // by recorded-till
      for (let times = moments.get(at) ?? 0; times > 0 && seen.size < n; times -= 1) {
        const cut = drawCut(chance);
        const { files, mark } = disk.image(choiceOf(cut, chance, at + 1));
        const digest = createHash('sha1').update(mark).digest('base64');
        if (seen.has(digest)) continue;
        seen.add(digest);
        const where = `call ${at + 1} of ${calls.length}, ${cut}`;
        await judge(files, told, { folder, chance, where, found, next: nextTheme(calls, at) });
      }
    }
  }
  return { states: seen.size, ...found };
}

function drawMoments(calls: number, n: number, chance: () => number): Map<number, number> {
  const moments = new Map<number, number>();
  for (let drawn = 0; drawn < n; drawn += 1) {
    const at = Math.floor(chance() * calls);
    moments.set(at, (moments.get(at) ?? 0) + 1);
  }
  return moments;
}

function hear(told: Told, said: RecordedSays): void {
  if ('made' in said) told.made = true;
  else if ('theme' in said) told.themes = [said.theme];
  else told.acks.push(said);
}

/** A choice that is on its way may be there already. */
function nextTheme(calls: readonly DiskCall[], at: number): string | undefined {
  for (const call of calls.slice(at + 1, at + 2000)) {
    if (call.kind !== 'ack') continue;
    const said = call.said as RecordedSays; // by recorded-till
    if ('theme' in said) return said.theme;
  }
  return undefined;
}

interface Judging {
  readonly folder: string;
  readonly chance: () => number;
  readonly where: string;
  readonly found: { lost: number; corrupt: number; failures: string[] };
  readonly next: string | undefined;
}

async function judge(files: ReadonlyMap<string, Buffer>, told: Told, judging: Judging): Promise<void> {
  const { folder, chance, where, found, next } = judging;
  layOut(files, folder);
  try {
    const paths = pathsIn(join(folder, 'data'));
    mkdirSync(join(folder, 'data'), { recursive: true });
    const missing = existsSync(paths.store) ? [] : told.made ? ['the store is not there'] : [];
    const wrong: string[] = [];
    if (existsSync(paths.store)) {
      // What a mapped file holds after a power cut is anything.
      if (chance() < 0.2)
        writeFileSync(`${paths.store}-shm`, Buffer.alloc(32_768, Math.floor(256 * chance())));
      try {
        const opened = openStore(paths.store, STORE_NOW);
        await look(opened, told, { missing, wrong }).finally(() => opened.close());
      } catch (error) {
        wrong.push(`it does not open: ${String(error)}`);
      }
    }
    const { theme } = new PreferencesFile(paths.preferences, 'zh-CN').get();
    if (![...told.themes, next].includes(theme)) missing.push(`preferences say ${theme}`);
    if (missing.length > 0) found.lost += 1;
    if (wrong.length > 0) found.corrupt += 1;
    if (found.failures.length < TOLD)
      found.failures.push(...[...missing, ...wrong].map((what) => `${where}: ${what}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function look(
  opened: OpenedStore,
  told: Told,
  { missing, wrong }: { missing: string[]; wrong: string[] },
): Promise<void> {
  missing.push(...lost(opened.raw, told.acks));
  wrong.push(...(await broken(opened)));
  const there = Number(opened.raw.prepare('select count(*) from command_outcome').pluck().get());
  // One act may have been on its way.
  if (there > told.acks.length + 1) wrong.push(`${there} acts of ${told.acks.length} that were told`);
}
