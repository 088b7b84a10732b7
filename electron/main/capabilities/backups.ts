import { existsSync, mkdirSync } from 'node:fs';
import { dirname, isAbsolute, relative } from 'node:path';
import { asideHome } from '../../../db/backups/aside';
import { backupsOf } from '../../../db/backups/folder';
import { keysIn } from '../../../db/backups/keys';
import { mediumFolder } from '../../../db/backups/second-medium';
import { changeStanding, readStanding } from '../../../db/backups/standing-file';
import { mendedByBackup } from '../../../db/domain/backups/problem';
import { Refusal, refuse } from '../../../db/domain/refusal';
import { latestVersion } from '../../../db/migrate';
import { recoveryCodeKept } from '../../../db/staff/queries';
import { failureOf } from '../backups/failure';
import { heldIn } from '../backups/held';
import { lostBy, phraseFor, restoreNoted, sameWords } from '../backups/restoring';
import { reachable, standingOf, viewOf } from '../backups/views';
import type { ActCx, RoomHandlers } from '../context';

const FILES = [{ name: 'Shuke', extensions: ['db', 'age'] }];

export const backupsHandlers: RoomHandlers<'backups'> = {
  standing: (cx) => standingOf(cx),
  list: ({ app }) => reachable(app.session.path()),
  personHeldIn: (cx, { memberId }) => heldIn(cx, memberId),
  previewUndo: async ({ app, readLong }) => {
    const { restored } = readStanding(app.session.shop().opened.path);
    return restored === null ? [] : await readLong('lostSince', { since: restored.at });
  },

  makeNow: async (cx) => {
    const made = await cx.backups.makeNow();
    if (made instanceof Refusal) return made;
    await cx.audit({ about: { kind: 'backup', id: made.id } });
    return viewOf(made, 'here');
  },

  chooseSecondMedium: async (cx) => {
    const { opened, sample } = cx.session.shop();
    if (sample) return refuse('in_sample');
    if ((await recoveryCodeKept(opened.db)) === undefined) return refuse('needs_recovery_code');
    const folder = await cx.dialogs.chooseFolder();
    if (folder === null) return null;
    if (isWithin(folder, dirname(opened.path))) return refuse('same_place');
    try {
      mkdirSync(mediumFolder(folder), { recursive: true });
    } catch (error) {
      const why = failureOf(error);
      return refuse('not_written', { why: why === 'not_whole' ? 'not_writable' : why });
    }
    const now = cx.sources.clock();
    const second = { folder, chosenAt: now, seenAt: now, failed: null };
    changeStanding(opened.path, { second });
    await cx.audit({ after: { secondMedium: true } });
    cx.emit({ type: 'data-changed', scopes: ['backups'] });
    cx.backups.copySoon();
    return { folder };
  },
  forgetSecondMedium: async (cx) => {
    changeStanding(cx.session.shop().opened.path, { second: null });
    await cx.audit({ after: { secondMedium: false } });
    cx.emit({ type: 'data-changed', scopes: ['backups'] });
    return {};
  },
  showFolder: (cx, { which }) => {
    const path = cx.session.path();
    const { second } = readStanding(path);
    if (which === 'backups') cx.dialogs.showInFolder(backupsOf(path));
    else if (which === 'put_aside') cx.dialogs.showInFolder(asideHome(path, 'damaged'));
    else if (second !== null) cx.dialogs.showInFolder(mediumFolder(second.folder));
    return {};
  },

  chooseFile: async (cx) => {
    const path = await cx.dialogs.openFile(FILES);
    if (path === null) return null;
    const chosen = cx.restores.choose(path);
    return chosen === undefined
      ? refuse('not_a_backup')
      : { ...viewOf(chosen.backup, 'file'), id: chosen.id };
  },

  previewRestore: async (cx, ref) => {
    const backup = await cx.restores.find(ref);
    if (backup === undefined || !existsSync(backup.path)) return refuse('backup_gone');
    const isEncrypted = backup.kind === 'age';
    const keys = isEncrypted ? null : keysIn(backup.path);
    if (!isEncrypted && keys === null) return refuse('backup_damaged');
    const version = keys?.schemaVersion ?? backup.manifest?.schemaVersion ?? 0;
    if (version > latestVersion()) return refuse('newer_version');
    const shop = cx.session.openShop();
    const storeId = keys?.storeId ?? backup.manifest?.storeId;
    const open = cx.session.view();
    return {
      backup: { ...viewOf(backup, ref.where), id: ref.id },
      storeName: keys?.storeName ?? null,
      otherStore: open.state === 'open' && storeId !== undefined && storeId !== open.id,
      lost: shop === undefined ? null : await lostBy(cx, shop, backup),
      needsRecoveryCode: isEncrypted,
      owners:
        keys === null
          ? []
          : cx.backupProofs.owners(keys).map(({ id, name }) => ({ id, name, role: 'owner' })),
      phrase: phraseFor(cx.preferences.get().locale),
    };
  },

  restore: async (cx, { phrase, recoveryCode, ...ref }) => {
    const { sample } = cx.session.shop();
    if (sample) return refuse('in_sample');
    if (!sameWords(phrase, phraseFor(cx.preferences.get().locale))) return refuse('wrong_phrase');
    const backup = await cx.restores.find(ref);
    if (backup === undefined) return refuse('backup_gone');
    const before = cx.session.shop().opened.raw;
    return await restoreNoted(cx, backup.id, before, () =>
      cx.restores.restore(backup, recoveryCode, 'before-restore'),
    );
  },

  undoRestore: async (cx) => {
    const before = cx.session.shop().opened.raw;
    return await restoreNoted(cx, null, before, () => cx.restores.undo());
  },

  restoreAfterFault: async (cx, { proof, ...ref }) => {
    if (!isMended(cx)) return refuse('no_fault');
    const backup = await cx.restores.find(ref);
    if (backup === undefined) return refuse('backup_gone');
    const code = proof !== null && 'recoveryCode' in proof ? proof.recoveryCode : null;
    if (backup.kind === 'plain') {
      const keys = keysIn(backup.path);
      if (keys === null) return refuse('backup_damaged');
      const refused = await cx.backupProofs.prove(cx.session.path(), keys, proof);
      if (refused !== null) return refused;
    }
    return await restoreNoted(cx, backup.id, null, () => cx.restores.restore(backup, code, 'damaged'));
  },

  salvage: async (cx, { proof }) => {
    const { state } = cx.session.view();
    if (state !== 'fault' || !isMended(cx)) return refuse('no_fault');
    const storePath = cx.session.path();
    // The damaged store itself says whose it is, or the newest backup does; where neither can, the file is all there is.
    const newest = (await reachable(storePath)).find(({ where }) => where === 'here');
    const keys = keysIn(storePath) ?? (newest === undefined ? null : keysIn(newest.path));
    const refused = keys === null ? null : await cx.backupProofs.prove(storePath, keys, proof);
    if (refused !== null) return refused;
    const chosen = await cx.dialogs.chooseFolder();
    if (chosen === null) return null;
    const { locale } = cx.preferences.get();
    const name = `shuke-salvage-${new Date(cx.sources.clock()).toISOString().slice(0, 10)}`;
    try {
      const written = await cx.backups.task('salvage', { storePath, chosen, name, locale });
      return written ?? refuse('nothing_readable');
    } catch (error) {
      const why = failureOf(error);
      return refuse('not_written', { why: why === 'not_whole' ? 'not_writable' : why });
    }
  },
};

/** Nothing is open, and a backup in its place would help. */
function isMended({ session }: ActCx): boolean {
  const view = session.view();
  return view.state === 'none' || (view.state === 'fault' && mendedByBackup(view.fault));
}

function isWithin(folder: string, home: string): boolean {
  const path = relative(home, folder);
  return path === '' || (!path.startsWith('..') && !isAbsolute(path));
}
