import { access, mkdir, rename, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { csvLines, UTF8_MARK } from '../../../db/domain/exchange/csv';
import { guardFormula } from '../../../db/domain/exchange/formula-guard';
import type { Locale } from '../../../db/domain/locale';
import type { PosFileFailure } from '../../../db/domain/pos/outcome';
import type { SeenFile } from '../../../db/domain/pos/watching';
import { moveIntoPlaceSoon, PERSON_PATIENCE_MS, writeDurably } from '../../../db/durable-file';
import type { PosRefusedRow } from '../../../db/pos/mapping';
import { codeOf } from '../../../db/store-fault';
import { FAILURE_WORDS, REASON_TITLES, REASON_WORDS } from './reason-words';

export const PLACES = { done: 'shuke-done', refused: 'shuke-refused' } as const;
type Place = keyof typeof PLACES;

/** What stands beside a refused file. */
export interface Reasons {
  readonly failure: PosFileFailure | null;
  readonly refused: readonly PosRefusedRow[];
  readonly locale: Locale;
}

export const reasonsName = (name: string): string => `${name}.reasons.csv`;

/**
 * Moves a file that was read to where it belongs, never over another, its reasons first. Answers under which
 * name; `read_only` where the folder takes nothing, `changed` where the file is not the one that was read.
 */
export async function placeFile(
  folder: string,
  seen: SeenFile,
  place: Place,
  reasons: Reasons | null,
): Promise<{ readonly name: string } | 'read_only' | 'changed'> {
  const to = join(folder, PLACES[place]);
  try {
    if (!(await isSame(join(folder, seen.name), seen))) return 'changed';
    await mkdir(to, { recursive: true });
    const name = await freeName(to, seen.name);
    if (reasons !== null)
      await writeDurably(join(to, reasonsName(name)), reasonsText(reasons), PERSON_PATIENCE_MS);
    await moveIntoPlaceSoon(join(folder, seen.name), join(to, name), PERSON_PATIENCE_MS);
    // The till may have written on between the look and the move: then it is the till's file again.
    if (await isSame(join(to, name), seen)) return { name };
    await rename(join(to, name), join(folder, seen.name));
    return 'changed';
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'changed'; // taken away by somebody else
    if (NOT_OURS.has(codeOf(error))) return 'read_only';
    throw error;
  }
}

/** A refused file goes back to be read once more; false when it is not there, or another bears its name. */
export async function putBack(folder: string, place: Place, moved: string, name: string): Promise<boolean> {
  const from = join(folder, PLACES[place], moved);
  if (!(await isThere(from)) || (await isThere(join(folder, name)))) return false;
  await moveIntoPlaceSoon(from, join(folder, name), PERSON_PATIENCE_MS);
  return true;
}

const NOT_OURS = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'EBUSY',
  'ENOSPC',
  'EDQUOT',
  'EIO',
  'EEXIST',
  'ENOTDIR',
]);

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

async function isSame(path: string, seen: SeenFile): Promise<boolean> {
  const found = await stat(path);
  return found.size === seen.bytes && Math.trunc(found.mtimeMs) === seen.modifiedAt;
}

/** `sales.csv`, then `sales-2.csv`: a till that uses one name every day overwrites nothing. */
async function freeName(folder: string, name: string): Promise<string> {
  const end = extname(name);
  const stem = name.slice(0, name.length - end.length);
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : `${stem}-${n}${end}`;
    if (!(await isThere(join(folder, tried)))) return tried;
  }
}

/** Row, receipt, reason and what to do; nothing that says whose receipt it is. */
function reasonsText({ failure, refused, locale }: Reasons): string {
  const whole = failure === null ? [] : [['', '', FAILURE_WORDS[failure][locale]]];
  const rows = refused.map(({ line, receiptNo, why, booked, told }) => [
    String(line),
    guardFormula(receiptNo),
    REASON_WORDS[why][locale]({ booked, told }),
  ]);
  return UTF8_MARK + csvLines([REASON_TITLES[locale], ...whole, ...rows]);
}
