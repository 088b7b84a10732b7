import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupsIn, backupsOf } from '@db/backups/folder';
import { finishSwitch } from '@db/backups/switch';
import { verifyStoreFile } from '@db/backups/verify';
import { openStore } from '@db/open';
import { pathsIn } from '../../../electron/main/paths';
import { PreferencesFile } from '../../../electron/main/preferences';
import { STORE_NOW } from '../../support/store-file';
import type { FilesSays } from '../children/recorded-files';
import { exportsIn, unlikeManifest } from './export-whole';
import type { Moment, Verdict } from './replay';
import { broken } from './store-check';

type Said<Key extends string> = Extract<FilesSays, { readonly [key in Key]: unknown }>;

/** Whether every file that Shuke has written (children/recorded-files.ts) is the old one or the new one, and whole. */
export async function judgeFiles({ data, told, coming }: Moment): Promise<Verdict> {
  const said = told as readonly FilesSays[]; // by recorded-files
  const next = coming as FilesSays | undefined;
  const missing = [
    ...themeLost(data, said, next),
    ...backupsLost(data, said),
    ...all(said, 'exported').flatMap(({ exported }) =>
      existsSync(join(data, 'drive', exported)) ? [] : [`the export ${exported} is not there`],
    ),
    ...listLost(data, said, next),
  ];
  const wrong = [
    ...backupsIn(backupsOf(pathsIn(data).store), 'plain').flatMap(({ id, path }) => notWhole(id, path)),
    ...exportsIn(join(data, 'drive')).flatMap((name) => unlikeManifest(join(data, 'drive', name))),
  ];
  const store = await judgeStore(data, said);
  return { missing: [...missing, ...store.missing], wrong: [...wrong, ...store.wrong] };
}

const all = <Key extends string>(said: readonly FilesSays[], key: Key): Said<Key>[] =>
  said.filter((one): one is Said<Key> => key in one);

function themeLost(data: string, said: readonly FilesSays[], next: FilesSays | undefined): string[] {
  const { theme } = new PreferencesFile(pathsIn(data).preferences, 'zh-CN').get();
  const last = all(said, 'theme').at(-1)?.theme ?? 'auto';
  const may = [last, next !== undefined && 'theme' in next ? next.theme : last];
  return may.includes(theme) ? [] : [`preferences say ${theme}, not ${may.join(' or ')}`];
}

function listLost(data: string, said: readonly FilesSays[], next: FilesSays | undefined): string[] {
  const path = join(data, 'drive', 'list.csv');
  const there = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const last = all(said, 'list').at(-1)?.list;
  const may = [last, next !== undefined && 'list' in next ? next.list : last];
  return may.includes(there) ? [] : [`the list is ${there === undefined ? 'not there' : 'half or another'}`];
}

function backupsLost(data: string, said: readonly FilesSays[]): string[] {
  const there = new Set(backupsIn(backupsOf(pathsIn(data).store), 'plain').map(({ id }) => id));
  return all(said, 'backup').flatMap(({ backup }) =>
    there.has(backup) ? [] : [`the backup ${backup} is not there`],
  );
}

function notWhole(id: string, path: string): string[] {
  try {
    verifyStoreFile(path);
    return [];
  } catch (error) {
    return [`the backup ${id}: ${String(error)}`];
  }
}

/** The store as main finds it at its next start: a switch that was cut off is taken back, or was done. */
async function judgeStore(data: string, said: readonly FilesSays[]): Promise<Verdict> {
  const { store } = pathsIn(data);
  const acts = all(said, 'acts').at(-1)?.acts;
  if (acts === undefined) return { missing: [], wrong: [] };
  try {
    finishSwitch(store);
    if (!existsSync(store)) return { missing: ['the store is not there'], wrong: [] };
    const opened = openStore(store, STORE_NOW);
    try {
      const there = Number(opened.raw.prepare('select count(*) from command_outcome').pluck().get());
      return { missing: otherStore(data, said, there), wrong: await broken(opened) };
    } finally {
      await opened.close();
    }
  } catch (error) {
    return { missing: [], wrong: [`the store does not open: ${String(error)}`] };
  }
}

function otherStore(data: string, said: readonly FilesSays[], there: number): string[] {
  const before = all(said, 'acts').at(-1)?.acts ?? 0;
  const after = all(said, 'switching').at(-1)?.switching;
  const aside = all(said, 'switched').at(-1)?.switched;
  if (aside !== undefined) {
    const kept = notWhole('put aside', join(data, aside, 'shuke.db'));
    return there === after ? kept : [`the store has ${there} acts, not the ${after} of the backup`, ...kept];
  }
  // The second day of selling may be on its way; a switch may have been done.
  const may = there >= before || there === after;
  return may ? [] : [`the store has ${there} acts, not ${before}`];
}
