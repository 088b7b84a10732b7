import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { FilesOrder } from './children/recorded-files';
import { FilesJudge } from './support/judge-files';
import { bar, measure } from './support/measure';
import { record } from './support/record';
import { replay } from './support/replay';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuke-files-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.runIf(process.platform === 'linux')('trust, writes of files', () => {
  it('kill or power cut: preferences, backups, exports, lists and a store put in place are old or new, never half', async () => {
    const what = { test: 'files', what: 'disks', bar: bar(400, 20_000) };
    await measure(what, async ({ n, seed }) => {
      const files = await record<FilesOrder>('recorded-files', join(folder, 'disk'), (place) => ({
        ...place,
        seed,
      }));
      const judge = new FilesJudge();
      const found = await replay(files, { n, seed, folder: join(folder, 'disk') }, (moment) =>
        judge.judge(moment),
      );
      return {
        n: found.states,
        failures: found.failures,
        notes: [
          `${found.lost} lost`,
          `${found.corrupt} half`,
          `${files.calls.length.toLocaleString('en')} calls`,
        ],
      };
    });
  });
});
