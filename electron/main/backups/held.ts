import { asideGoesBy, asidesOf } from '../../../db/backups/aside';
import { type BackupFile, backupsIn, backupsOf } from '../../../db/backups/folder';
import { heldBetween } from '../../../db/backups/moments';
import { copiesOn } from '../../../db/backups/second-medium';
import { readStanding } from '../../../db/backups/standing-file';
import { goneBy } from '../../../db/domain/backups/retention';
import type { Instant } from '../../../db/domain/units';
import type { HeldIn } from '../../contract/backups';
import type { QueryCx } from '../context';

/**
 * Which copies still hold a person, oldest first, and when each goes by itself. Judged by when they were
 * made: the copies themselves are not opened, and those on a drive that is not there cannot be told.
 */
export async function heldIn({ app, db, now, calendar }: QueryCx, memberId: string): Promise<HeldIn[]> {
  const held = await heldBetween(db, memberId);
  if (held === null) return [];
  const holds = (madeAt: Instant) => madeAt >= held.from && (held.to === null || madeAt < held.to);
  const { path: storePath } = app.session.shop().opened;
  const { second } = readStanding(storePath);
  const listed = (what: HeldIn['what'], all: readonly BackupFile[]): HeldIn[] => {
    const gone = goneBy(all, now, calendar);
    return all
      .filter(({ madeAt }) => holds(madeAt))
      .map(({ id, madeAt, path }) => ({ what, madeAt, path, goesBy: gone.get(id) ?? null }));
  };
  const asides = asidesOf(storePath).map(
    (aside): HeldIn => ({
      what: aside.kind === 'damaged' ? 'damaged_store' : 'before_restore',
      madeAt: aside.at,
      path: aside.path,
      goesBy: asideGoesBy(aside),
    }),
  );
  return [
    ...listed('backup', backupsIn(backupsOf(storePath), 'plain')),
    ...listed('second_medium', second === null ? [] : await copiesOn(second.folder)),
    ...asides.filter(({ madeAt }) => holds(madeAt)),
  ].sort((a, b) => a.madeAt - b.madeAt);
}
