import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { done, guessed, importWork } from '../../integration/exchange/in-process';
import { aShop } from '../../support/shop';
import { wrongIn } from './open-again';
import { soldStore } from './sold-store';
import type { MakeSubject } from './subject';

const ROWS = 30;

/**
 * A list of members is brought in. Said to be done, all of it is there. Said to have failed, nothing of it is once the
 * store has been opened again; or, when the disk failed in the last COMMIT and nobody could know, all of it is there and
 * stands as done in the list of imports, from which it can be undone. Never a part.
 */
export const imported: MakeSubject = async (folder) => {
  const { path, acks, staffId } = await soldStore(folder);
  const before = join(folder, 'before');
  cpSync(dirname(path), before, { recursive: true });
  // What is brought in lies elsewhere: reading a bad drive is another matter.
  const list = join(mkdtempSync(join(tmpdir(), 'shuke-list-')), 'list.csv');
  const people = Array.from({ length: ROWS }, (_, at) => `来${at},1390000${String(at).padStart(4, '0')}`);
  writeFileSync(list, `姓名,手机\n${people.join('\n')}\n`);
  const reading = await guessed(list, 'members');
  if (typeof reading === 'string') throw new Error(`the list is refused: ${reading}`);
  return {
    attempt: async (whileFailing) => {
      rmSync(dirname(path), { recursive: true });
      cpSync(before, dirname(path), { recursive: true });
      const work = importWork(list, 'members', reading);
      const tried = await whileFailing(() => done({ path }, work, { staffId }));
      const said = tried.ended === 'well' ? tried.value.type : `an error: ${String(tried.error)}`;
      const shop = await aShop({ userData: join(folder, 'shop'), open: false });
      const wrong: string[] = [];
      const there = shop.raw().prepare("select count(*) from member where name like '来%'").pluck().get();
      const listed = (await shop.client.exchange.imports({})).some(
        ({ id, state }) => id === work.batchId && state === 'done',
      );
      if (there !== (listed ? ROWS : 0) || (said === 'done' && !listed))
        wrong.push(
          `it ends with ${said}, ${listed ? 'is' : 'is not'} listed, and ${there} of ${ROWS} are there`,
        );
      if (tried.failed === 0 && said !== 'done') wrong.push(`on a disk that is well it ends with ${said}`);
      await shop.main.stop();
      return [...wrong, ...(await wrongIn(path, acks))];
    },
    end: async () => {
      rmSync(dirname(list), { recursive: true });
      return [];
    },
  };
};
