import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '@db/open';
import { v7 as uuidv7 } from 'uuid';
import { done } from '../../integration/exchange/in-process';
import { exportWork } from '../../support/exports';
import { STORE_NOW } from '../../support/store-file';
import { exportsIn, unlikeManifest } from '../support/export-whole';
import { broken, lost } from '../support/store-check';
import { soldStore } from './sold-store';
import type { MakeSubject } from './subject';

/** The readable export: a folder that has its name is whole; of one that is not, nobody is told that it is done. */
export const exported: MakeSubject = async (folder) => {
  const { path, acks, staffId } = await soldStore(folder);
  const opened = openStore(path, STORE_NOW);
  const drive = join(folder, 'drive');
  return {
    attempt: async (whileFailing) => {
      mkdirSync(drive);
      const work = exportWork(uuidv7(), drive);
      const tried = await whileFailing(() => done({ path }, work, { staffId }));
      const said = tried.ended === 'well' ? tried.value.type : `an error: ${String(tried.error)}`;
      const named = exportsIn(drive);
      const wrong = named.flatMap((name) => unlikeManifest(join(drive, name)));
      if (said === 'done' && named.length !== 1) wrong.push('said to be done, but there is no folder');
      if (said !== 'done' && (said !== 'failed' || tried.failed === 0)) wrong.push(`it ends with ${said}`);
      rmSync(drive, { recursive: true });
      return wrong;
    },
    end: async () => {
      const wrong = [...lost(opened.raw, acks), ...(await broken(opened))];
      await opened.close();
      return wrong;
    },
  };
};
