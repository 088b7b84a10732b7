import { backupsIn, backupsOf } from '../../../db/backups/folder';
import { mediumPresent } from '../../../db/backups/second-medium';
import { readStanding } from '../../../db/backups/standing-file';
import { trailFacts } from '../../../db/support/trail';
import type { Shop } from '../shop';
import type { Trail } from '../trail';
import { type Fact, orWhy } from './gathered';

/** How backups and the audit trail stand; where they lie is nobody's business. */
export async function safetyFacts(shop: Shop, trail: Trail): Promise<Fact[]> {
  const { lastVerification: last } = trail.standing();
  const read = await orWhy(trailFacts(shop.opened.db));
  return [
    ...('unreadable' in read ? [['audit trail', read.unreadable] as const] : read),
    ['audit checked', last === null ? null : moment(last.at)],
    ['audit findings', last === null ? null : last.found],
    ...(last?.findings.slice(0, 10).map(({ kind, seq }): Fact => [`finding at ${seq}`, kind]) ?? []),
    ...(await backupFacts(shop.opened.path)),
  ];
}

async function backupFacts(path: string): Promise<Fact[]> {
  const { second, failed, trial } = readStanding(path);
  const here = backupsIn(backupsOf(path), 'plain');
  const [newest] = here;
  const isThere = second !== null && (await mediumPresent(second.folder));
  return [
    ['backups', here.length],
    ['newest backup', newest === undefined ? null : moment(newest.madeAt)],
    ['last failure', failed === null ? null : `${failed.code} ${moment(failed.at)}`],
    ['trial restore', trial === null ? null : `${trial.good ? 'good' : 'failed'} ${moment(trial.at)}`],
    ['second medium', second === null ? 'none' : isThere ? 'present' : 'away'],
    ['its last failure', second?.failed ? `${second.failed.code} ${moment(second.failed.at)}` : null],
  ];
}

const moment = (at: number): string => new Date(at).toISOString();
