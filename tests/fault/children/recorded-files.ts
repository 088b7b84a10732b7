/**
 * Writes every kind of file that Shuke writes, by its own code, while each call to the disk is recorded (shim/disk.c):
 * preferences, backups, exports, a list to a place of one's choice, and another store in the place of the first.
 */
import { mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { newAside } from '@db/backups/aside';
import { makeBackup } from '@db/backups/make';
import { switchStore } from '@db/backups/switch';
import { SCANNER_PATIENCE_MS, writeDurably } from '@db/durable-file';
import { openStore } from '@db/open';
import { v7 as uuidv7 } from 'uuid';
import { pathsIn } from '../../../electron/main/paths';
import { PreferencesFile } from '../../../electron/main/preferences';
import { writeWanted } from '../../../electron/main/write-file';
import { done } from '../../integration/exchange/in-process';
import { exportWork } from '../../support/exports';
import { chances } from '../../support/member-rows';
import { aShop } from '../../support/shop';
import { STORE_NOW } from '../../support/store-file';
import type { RecordedPlace } from '../support/record';
import { TillWork } from '../support/till-work';

export interface FilesOrder extends RecordedPlace {
  readonly seed: number;
}

export type FilesSays =
  | { readonly theme: 'light' | 'dark' }
  /** Outcomes in the store that is there from now on. */
  | { readonly acts: number }
  | { readonly backup: string }
  | { readonly exported: string }
  | { readonly list: string }
  /** A store with so many outcomes is being put in the place of the first. */
  | { readonly switching: number }
  | { readonly switched: string };

const { userData, acks: acksPath, seed } = JSON.parse(process.argv[2] ?? '{}') as FilesOrder; // of the suite that started it
const acks = openSync(acksPath, 'a');
const say = (said: FilesSays) => void writeSync(acks, `${JSON.stringify(said)}\n`);
const chance = chances(seed);
const paths = pathsIn(userData);
const drive = join(userData, 'drive');
let staffId = '';
mkdirSync(drive);

await sell(true);
for (const theme of ['dark', 'light', 'dark'] as const) {
  new PreferencesFile(paths.preferences, 'zh-CN').change({ theme });
  say({ theme });
}
const backup = await backUp();
await sell(false);
await backUp();
for (let times = 0; times < 2; times += 1) await exportAll();
for (const list of ['第一份名单', '第二份名单'.repeat(2000)]) {
  await writeWanted(join(drive, 'list.csv'), list);
  say({ list });
}
await putInPlace(backup);
process.exit(0);

async function sell(make: boolean): Promise<void> {
  const shop = await aShop({ userData, open: make });
  const work = new TillWork(shop, chance);
  for (let acts = 0; acts < 5; acts += 1) await work.next();
  staffId = shop.main.app.session.shop().house.id;
  const acts = Number(shop.raw().prepare('select count(*) from command_outcome').pluck().get());
  await shop.main.stop();
  say({ acts });
}

async function backUp(): Promise<{ path: string; acts: number }> {
  const { raw, close } = openStore(paths.store, STORE_NOW);
  const acts = Number(raw.prepare('select count(*) from command_outcome').pluck().get());
  const { id, path } = makeBackup(raw, paths.store, STORE_NOW);
  await close();
  say({ backup: id });
  return { path, acts };
}

async function exportAll(): Promise<void> {
  const work = exportWork(uuidv7(), drive);
  const last = await done({ path: paths.store }, work, { staffId });
  if (last.type !== 'done' || last.result?.kind !== 'export') throw new Error(`the export ${last.type}`);
  say({ exported: last.result.folder.slice(drive.length + 1) });
}

async function putInPlace({ path, acts }: { path: string; acts: number }): Promise<void> {
  const staged = join(userData, 'store', 'staged.db');
  await writeDurably(staged, readFileSync(path), SCANNER_PATIENCE_MS);
  say({ switching: acts });
  const aside = newAside(paths.store, 'before-restore', STORE_NOW);
  switchStore(paths.store, staged, aside);
  say({ switched: aside.slice(userData.length + 1) });
}
