import { dirname } from 'node:path';
import { asidesOf } from '../../../db/backups/aside';
import { type BackupFile, backupsIn, backupsOf } from '../../../db/backups/folder';
import { storeSince } from '../../../db/backups/moments';
import { copiesOn, mediumPresent } from '../../../db/backups/second-medium';
import { readStanding, type Standing } from '../../../db/backups/standing-file';
import { nextDue, overdueSince } from '../../../db/domain/backups/due';
import { BACKUP_PROBLEMS, type BackupProblem } from '../../../db/domain/backups/problem';
import type { Instant } from '../../../db/domain/units';
import { recoveryCodeKept } from '../../../db/staff/queries';
import type { BackupView, StandingView } from '../../contract/backups';
import type { QueryCx } from '../context';
import { roomLevel } from '../disk-room';

const MISSING_MS = 7 * 86_400_000;

/** One backup as the list shows it; `where` and `id` are all that comes back. */
export function viewOf(backup: BackupFile, where: BackupView['where']): BackupView {
  const { id, madeAt, bytes, path, kind, manifest } = backup;
  const holds = manifest && { members: manifest.members, purchases: manifest.purchases };
  return {
    ...{ where, id, madeAt, bytes, path, holds },
    verifiedAt: manifest?.verifiedAt ?? null,
    encrypted: kind === 'age',
  };
}

/** Every backup that can be reached now, newest first; of two at the same time the one beside the store. */
export async function reachable(storePath: string): Promise<BackupView[]> {
  const { second } = readStanding(storePath);
  const here = backupsIn(backupsOf(storePath), 'plain').map((backup) => viewOf(backup, 'here'));
  const copies = second === null ? [] : await copiesOn(second.folder);
  return [...here, ...copies.map((backup) => viewOf(backup, 'second'))].sort((a, b) => b.madeAt - a.madeAt);
}

/** How safe the open store is, in one look. */
export async function standingOf({ app, now, calendar, db }: QueryCx): Promise<StandingView> {
  const { opened, sample } = app.session.shop();
  const standing = readStanding(opened.path);
  const here = backupsIn(backupsOf(opened.path), 'plain');
  const lastMadeAt = here[0]?.madeAt ?? null;
  const { second } = standing;
  const [copy] = second === null ? [] : await copiesOn(second.folder);
  const isThere = second !== null && (await mediumPresent(second.folder));
  const clock = { now, calendar, lastMadeAt, lastFailedAt: null, lastDayClose: null, lastActAt: null };
  const free = app.freeBytes(dirname(opened.path));
  const { restored } = standing;
  return {
    sample,
    last: here[0] === undefined ? null : viewOf(here[0], 'here'),
    nextDue: sample ? null : nextDue(clock),
    running: app.backups.running(),
    second: second && {
      folder: second.folder,
      present: isThere,
      last: copy === undefined ? null : viewOf(copy, 'second'),
    },
    secondNeedsCode: (await recoveryCodeKept(db)) === undefined,
    trial: standing.trial,
    disk: { folder: dirname(opened.path), freeBytes: free, level: roomLevel(free) },
    problems: sample
      ? []
      : problemsOf(standing, { now, lastMadeAt, isThere, openedOn: await storeSince(db) }),
    undo: restored && { restoredAt: restored.at, backupMadeAt: restored.backupMadeAt },
    putAside: asidesOf(opened.path)
      .filter(({ kind }) => kind === 'damaged')
      .map(({ folder, at, bytes }) => ({ folder, at, bytes })),
  };
}

function problemsOf(
  { failed, trial, second }: Standing,
  at: { now: Instant; lastMadeAt: Instant | null; openedOn: Instant; isThere: boolean },
): { code: BackupProblem; since: Instant }[] {
  const overdue = overdueSince(at.now, at.lastMadeAt, at.openedOn);
  const isMissing = second !== null && !at.isThere && at.now - second.seenAt > MISSING_MS;
  const found: { code: BackupProblem; since: Instant }[] = [];
  if (failed !== null) found.push({ code: failed.code, since: failed.at });
  if (overdue !== null) found.push({ code: 'overdue', since: overdue });
  if (trial?.good === false) found.push({ code: 'trial_failed', since: trial.at });
  if (second !== null && isMissing) found.push({ code: 'second_missing', since: second.seenAt });
  if (second?.failed) found.push({ code: second.failed.code, since: second.failed.at });
  return found.sort((a, b) => BACKUP_PROBLEMS.indexOf(a.code) - BACKUP_PROBLEMS.indexOf(b.code));
}
