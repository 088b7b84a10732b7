import type SQLite from 'better-sqlite3';
import type { BackupFile } from '../../../db/backups/folder';
import { auditHead } from '../../../db/backups/verify';
import type { Lost } from '../../../db/domain/backups/lost';
import { Refusal } from '../../../db/domain/refusal';
import type { ActCx, AppCx } from '../context';
import { recordAct } from '../record-act';
import type { Shop } from '../shop';

const PHRASES = { 'zh-CN': '恢复备份', en: 'restore backup' } as const;

/** What an owner types so that nobody restores over a store that works by mistake. */
export const phraseFor = (locale: keyof typeof PHRASES): string => PHRASES[locale];

export const sameWords = (typed: string, wanted: string): boolean =>
  typed.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase() === wanted;

/** What the open store would lose by going back to this backup. */
export const lostBy = (app: AppCx, shop: Shop, backup: BackupFile): Promise<Lost[]> =>
  app.reads.read(shop.opened.path, 'lostSince', { since: backup.manifest?.lastAt ?? backup.madeAt });

/**
 * Runs a restore and writes it into the trail of the store that is open then, with the end of the trail
 * that was put aside: so the two fit together for whoever reads them. Who acts may be unknown to it.
 */
export async function restoreNoted<Result>(
  cx: ActCx,
  backupId: string | null,
  before: SQLite.Database | null,
  restore: () => Promise<Result>,
): Promise<Result> {
  const left = before === null ? null : auditHead(before);
  // Whom it has erased is remembered outside of it, once that has been cleaned up.
  await cx.erasures.settled();
  const done = await restore();
  if (done instanceof Refusal) return done;
  const shop = cx.session.openShop();
  if (shop === undefined) return done;
  await recordAct(cx, {
    act: backupId === null ? 'backups.undoRestore' : 'backups.restore',
    staff: knownTo(shop, cx.staff?.id) ? cx.staff : null,
    approver: knownTo(shop, cx.approver?.id) ? cx.approver : null,
    subjects: backupId === null ? [] : [{ kind: 'backup', id: backupId }],
    notes: left === null ? [] : [{ before: { seq: left.seq, hash: left.hash } }],
  });
  // What is noted beside the store is of the trail that was put aside; the restored one goes on from here.
  await cx.trail.acceptEnd();
  return done;
}

const knownTo = ({ opened }: Shop, staffId: string | undefined): boolean =>
  staffId !== undefined && opened.raw.prepare('select 1 from staff where id = ?').get(staffId) !== undefined;
