import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '@db/open';
import { v7 as uuidv7 } from 'uuid';
import { done } from '../../integration/exchange/in-process';
import { STORE_NOW } from '../../support/store-file';
import { broken, lost } from '../support/store-check';
import { soldStore } from './sold-store';
import type { MakeSubject } from './subject';

/** The readable export: a folder that has its name is whole; of one that is not, nobody is told that it is done. */
export const exported: MakeSubject = async (folder) => {
  const { path, acks } = await soldStore(folder);
  const opened = openStore(path, STORE_NOW);
  const drive = join(folder, 'drive');
  return {
    attempt: async (whileFailing) => {
      mkdirSync(drive);
      const work = { kind: 'export', runId: uuidv7(), folder: drive, maskPhones: true } as const;
      const tried = await whileFailing(() => done({ path }, work));
      const said = tried.ended === 'well' ? tried.value.type : `an error: ${String(tried.error)}`;
      const named = readdirSync(drive).filter((name) => !name.endsWith('.part'));
      const wrong = named.flatMap((name) => unlikeManifest(join(drive, name)));
      if (said === 'done' && named.length !== 1) wrong.push('said to be done, but there is no folder');
      if (said !== 'done' && said !== 'failed') wrong.push(`it ends with ${said}`);
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

function unlikeManifest(folder: string): string[] {
  const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    files: readonly { name: string; sha256: string }[];
  }; // its own shape is the export's test
  return files.flatMap(({ name, sha256 }) => {
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
    return hash === sha256 ? [] : [`${name} is not what the manifest says`];
  });
}
