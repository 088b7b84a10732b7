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
 * A list of members is brought in. Said to be done, all of it is there; said to have failed, nothing of it is
 * once the store has been opened again.
 */
export const imported: MakeSubject = async (folder) => {
  const { path, acks } = await soldStore(folder);
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
      const tried = await whileFailing(() => done({ path }, importWork(list, 'members', reading)));
      const said = tried.ended === 'well' ? tried.value.type : `an error: ${String(tried.error)}`;
      const shop = await aShop({ userData: join(folder, 'shop'), open: false });
      const wrong: string[] = [];
      const there = shop.raw().prepare("select count(*) from member where name like '来%'").pluck().get();
      if (there !== (said === 'done' ? ROWS : 0))
        wrong.push(`it ends with ${said}, and ${there} of ${ROWS} are there`);
      await shop.main.stop();
      return [...wrong, ...(await wrongIn(path, acks))];
    },
    end: async () => [],
  };
};
