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
import { bytesOfStore, Remembered } from './remembered';
import type { Moment, Verdict } from './replay';
import { broken } from './store-check';

type Said<Key extends string> = Extract<FilesSays, { readonly [key in Key]: unknown }>;

/** Judges what power cuts have left of one that writes files (children/recorded-files.ts). */
export class FilesJudge {
  /** What is wrong with a backup, and with the books of a store. */
  private readonly backups = new Remembered<readonly string[]>();
  private readonly books = new Remembered<readonly string[]>();

  /** Whether every file that Shuke has written is the old one or the new one, and whole. */
  async judge({ data, told, coming }: Moment): Promise<Verdict> {
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
    const backups = backupsIn(backupsOf(pathsIn(data).store), 'plain');
    const halves = await Promise.all(backups.map(({ id, path }) => this.notWhole(`the backup ${id}`, path)));
    const wrong = [
      ...halves.flat(),
      ...exportsIn(join(data, 'drive')).flatMap((name) => unlikeManifest(join(data, 'drive', name))),
    ];
    const store = await this.judgeStore(data, said);
    return { missing: [...missing, ...store.missing], wrong: [...wrong, ...store.wrong] };
  }

  private async notWhole(what: string, path: string): Promise<string[]> {
    const found = await once(this.backups, path, () => unread(path));
    return found.map((why) => `${what}: ${why}`);
  }

  /** The store as main finds it at its next start: a switch that was cut off is taken back, or was done. */
  private async judgeStore(data: string, said: readonly FilesSays[]): Promise<Verdict> {
    const { store } = pathsIn(data);
    if (all(said, 'acts').length === 0) return { missing: [], wrong: [] };
    try {
      finishSwitch(store);
      if (!existsSync(store)) return { missing: ['the store is not there'], wrong: [] };
      const there = await actsIn(store);
      const missing = [...otherStore(said, there), ...(await this.notPutAside(data, said))];
      return { missing, wrong: await once(this.books, store, () => booksOf(store)) };
    } catch (error) {
      return { missing: [], wrong: [`the store does not open: ${String(error)}`] };
    }
  }

  private async notPutAside(data: string, said: readonly FilesSays[]): Promise<string[]> {
    const aside = all(said, 'switched').at(-1)?.switched;
    return aside === undefined ? [] : await this.notWhole('put aside', join(data, aside, 'shuke.db'));
  }
}

/** What was found of the same bytes before, or what `find` finds now. */
async function once(
  known: Remembered<readonly string[]>,
  path: string,
  find: () => Promise<readonly string[]> | readonly string[],
): Promise<readonly string[]> {
  const file = existsSync(path) ? bytesOfStore(path) : null;
  const found = (file === null ? undefined : known.of(file)) ?? (await find());
  if (file !== null) known.keep(file, found);
  return found;
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

function unread(path: string): string[] {
  try {
    verifyStoreFile(path);
    return [];
  } catch (error) {
    return [String(error)];
  }
}

/** Opens the store as main does, and closes it, which moves its log into it. */
async function actsIn(store: string): Promise<number> {
  const opened = openStore(store, STORE_NOW);
  try {
    return Number(opened.raw.prepare('select count(*) from command_outcome').pluck().get());
  } finally {
    await opened.close();
  }
}

async function booksOf(store: string): Promise<string[]> {
  const opened = openStore(store, STORE_NOW);
  try {
    return await broken(opened);
  } finally {
    await opened.close();
  }
}

function otherStore(said: readonly FilesSays[], there: number): string[] {
  const before = all(said, 'acts').at(-1)?.acts ?? 0;
  const after = all(said, 'switching').at(-1)?.switching;
  if (all(said, 'switched').length > 0)
    return there === after ? [] : [`the store has ${there} acts, not the ${after} of the backup`];
  // The second day of selling may be on its way; a switch may have been done.
  const may = there >= before || there === after;
  return may ? [] : [`the store has ${there} acts, not ${before}`];
}
