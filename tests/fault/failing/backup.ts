import { readdirSync } from 'node:fs';
import { backupsIn, backupsOf, removeBackup } from '@db/backups/folder';
import { makeBackup } from '@db/backups/make';
import { verifyStoreFile } from '@db/backups/verify';
import { openStore } from '@db/open';
import { STORE_NOW } from '../../support/store-file';
import { broken, lost } from '../support/store-check';
import { soldStore } from './sold-store';
import type { MakeSubject } from './subject';

/** A backup of the open store: said to be made, it reads back whole; else there is none, and the store goes on. */
export const backup: MakeSubject = async (folder) => {
  const { path, acks } = await soldStore(folder);
  const opened = openStore(path, STORE_NOW);
  const backups = backupsOf(path);
  const clear = () => {
    for (const { id, kind } of backupsIn(backups, 'plain')) removeBackup(backups, id, kind);
  };
  return {
    attempt: async (whileFailing) => {
      const tried = await whileFailing(() => makeBackup(opened.raw, path, STORE_NOW));
      const there = backupsIn(backups, 'plain');
      const wrong = there.flatMap((one) => {
        try {
          verifyStoreFile(one.path);
          return [];
        } catch (error) {
          return [`a backup that does not read back: ${String(error)}`];
        }
      });
      if (tried.ended === 'badly' && tried.failed === 0) wrong.push(`not made: ${String(tried.error)}`);
      if (tried.ended === 'well' && there.length !== 1)
        wrong.push(`said to be made, but there are ${there.length}`);
      clear();
      return [...wrong, ...lost(opened.raw, acks)];
    },
    end: async () => {
      const wrong = [...lost(opened.raw, acks), ...(await broken(opened))];
      await opened.close();
      const left = readdirSync(backups).filter((name) => name.endsWith('.db'));
      return [...wrong, ...left.map((name) => `${name} is left over`)];
    },
  };
};
