import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { latestVersion, versionOf } from '@db/migrate';
import { openStore } from '@db/open';
import { STORE_NOW } from '../../support/store-file';
import { dumped, olderStore } from '../older-stores';
import type { MakeSubject } from './subject';

/** The last version from before there were PINs and an audit trail. */
const OLD_VERSION = 43;

/** An older store is opened: backed up and brought to the newest schema, or left as it was. */
export const migration: MakeSubject = async (folder) => {
  const old = join(folder, 'old', 'shuke.db');
  mkdirSync(dirname(old));
  olderStore(old, OLD_VERSION);
  const store = join(folder, 'store', 'shuke.db');
  const begin = () => {
    rmSync(dirname(store), { recursive: true, force: true });
    mkdirSync(dirname(store));
    cpSync(old, store);
  };
  begin();
  const whole = await content(store);
  return {
    attempt: async (whileFailing) => {
      begin();
      const tried = await whileFailing(() => openStore(store, STORE_NOW));
      if (tried.ended === 'badly' && tried.failed === 0) return [`not opened: ${String(tried.error)}`];
      if (tried.ended === 'well') {
        const reached = versionOf(tried.value.raw);
        await tried.value.close();
        if (reached !== latestVersion()) return [`it is open at version ${reached}`];
      }
      return (await content(store)) === whole ? [] : ['opened again, it is not what it was'];
    },
    end: async () => [],
  };
};

/** Everything in the store, once it is open at the newest schema. */
async function content(path: string): Promise<string> {
  const opened = openStore(path, STORE_NOW);
  try {
    const whole = opened.raw.pragma('integrity_check', { simple: true });
    return `${String(whole)}\n${dumped(opened.raw)}`;
  } finally {
    await opened.close();
  }
}
