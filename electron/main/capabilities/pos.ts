import { join } from 'node:path';
import { addDays, businessDateOf } from '../../../db/domain/calendar/business-day';
import { CLAIM_DAYS } from '../../../db/domain/pos/decide';
import { missingPosFields, type PosReading } from '../../../db/domain/pos/fields';
import type { SeenFile } from '../../../db/domain/pos/watching';
import { Refusal, refuse } from '../../../db/domain/refusal';
import { type BusinessDate, instant } from '../../../db/domain/units';
import { forgetReading, pauseSource, putSource, settleReceipt } from '../../../db/pos/commands';
import type { PosFileRow } from '../../../db/pos/mapping';
import {
  countsOfDay,
  posFile,
  posFiles,
  posSource,
  refusedOf,
  unclaimedCount,
  unclaimedReceipts,
} from '../../../db/pos/queries';
import { receiptToClaim } from '../../../db/pos/receipts';
import { receiptHolder } from '../../../db/purchases/queries';
import { readIn } from '../../../db/reading';
import type { ActCx, AppCx, RoomHandlers } from '../context';
import { refusedOn } from '../giver';
import { momentIn } from '../moment';
import { bookReceipt } from '../pos/book-receipt';
import { tillFiles } from '../pos/folder';
import { PLACES, putBack, reasonsName } from '../pos/place-file';
import { previewTillFile } from '../pos/preview';

/** Files that a person may choose from for the preview. */
const SHOWN_FILES = 20;
const FIRST_PATTERN = '*.csv;*.txt';

export const posHandlers: RoomHandlers<'pos'> = {
  state: async ({ db, today, app }) => {
    const { rows } = await posFiles(db, { offset: 0, limit: 1 });
    return {
      source: await posSource(db),
      health: app.pos.health,
      readOnly: app.pos.readOnly,
      lastFile: rows[0] === undefined ? null : shownFile(rows[0]),
      today: await countsOfDay(db, today),
      unclaimed: await unclaimedCount(db, addDays(today, -CLAIM_DAYS)),
    };
  },

  files: async ({ db }, page) => {
    const { total, rows } = await posFiles(db, page);
    return { total, rows: rows.map(shownFile) };
  },

  refused: ({ db }, { fileId, ...page }) => refusedOf(db, fileId, page),
  unclaimed: ({ db, today }, asked) =>
    unclaimedReceipts(db, { ...asked, since: addDays(today, -CLAIM_DAYS) }),

  claim: async (cx, { receiptId, memberId }) => {
    const own = refusedOn(cx, memberId);
    if (own !== undefined) return own;
    const receipt = readIn(cx.tx, receiptToClaim(receiptId));
    if (receipt === null) return refuse('receipt_gone');
    const { day, receiptNo, paid, items, boughtAt: at } = receipt;
    if (day < addDays(cx.today, -CLAIM_DAYS)) return refuse('claim_too_late', { days: CLAIM_DAYS });
    const taken = readIn(cx.tx, receiptHolder(receiptNo, day));
    if (taken !== null) return refuse('receipt_taken', taken);
    const booked = await bookReceipt(cx, { memberId, receiptNo, at, day, paid, items });
    if (booked instanceof Refusal) return booked;
    settleReceipt(cx.tx, receiptId, { state: 'booked', purchaseId: booked.purchaseId });
    return booked;
  },

  dismiss: (cx, { receiptId, reason }) => {
    if (!settleReceipt(cx.tx, receiptId, { state: 'dismissed' })) return refuse('receipt_gone');
    cx.audit({ why: reason, after: { receipt: receiptId } });
    return {};
  },

  chooseFolder: async (cx) => {
    const shop = cx.session.shop();
    if (shop.sample) return refuse('sample_store');
    const folder = await cx.dialogs.chooseFolder();
    if (folder === null) return null;
    const folderId = cx.sources.newId();
    cx.posFolders.remember(folderId, folder);
    const from = businessDateOf(momentIn(shop, cx.sources), shop.calendar);
    return await preview(cx, { folderId, folder, pattern: FIRST_PATTERN, name: null, reading: null, from });
  },

  previewFile: async (cx, { folderId, ...asked }) => {
    const folder = await folderOf(cx, folderId);
    if (folder === undefined) return refuse('folder_gone');
    const shown = folderId ?? cx.sources.newId();
    cx.posFolders.remember(shown, folder);
    return await preview(cx, { folderId: shown, folder, ...asked });
  },

  setSource: async (cx, { folderId, ...source }) => {
    const shop = cx.session.shop();
    if (shop.sample) return refuse('sample_store');
    const folder = await folderOf(cx, folderId);
    if (folder === undefined) return refuse('folder_gone');
    const given = source.reading.columns.filter((field) => field !== null);
    if (new Set(given).size < given.length) return refuse('column_twice');
    const missing = missingPosFields(source.reading.columns);
    if (missing.length > 0) return refuse('required_column_missing', { missing });
    const by = { staffId: cx.staff?.id ?? shop.house.id, now: cx.sources.clock() };
    const { name, pattern, from, grows, marker } = source;
    const note = { after: { name, folder, pattern, from, grows, marker } };
    await cx.audit(note, async (tx) => {
      await putSource(tx, { folder, ...source }, by);
      return undefined;
    });
    await again(cx);
    return {};
  },

  pause: async (cx, { paused }) => {
    if ((await posSource(cx.session.shop().opened.db)) === null) return refuse('no_source');
    await cx.audit({ after: paused }, async (tx) => {
      await pauseSource(tx, paused);
      return undefined;
    });
    await again(cx);
    return {};
  },

  retryFile: async (cx, { fileId }) => {
    const { db } = cx.session.shop().opened;
    const source = await posSource(db);
    if (source === null) return refuse('no_source');
    const file = await posFile(db, fileId);
    if (file === null) return refuse('file_gone');
    const { place, movedName, name } = file;
    if (place !== 'left' && !(await putBack(source.folder, place, movedName ?? name, name)))
      return refuse('file_gone');
    await cx.audit({ after: name }, async (tx) => {
      await forgetReading(tx, fileId);
      return undefined;
    });
    await again(cx);
    return {};
  },

  showFile: async (cx, { fileId }) => {
    const { db } = cx.session.shop().opened;
    const [source, file] = [await posSource(db), await posFile(db, fileId)];
    if (source === null || file === null) return refuse('file_gone');
    const { place, movedName, name } = file;
    if (place === 'left') cx.dialogs.showInFolder(join(source.folder, name));
    else {
      const moved = movedName ?? name;
      const shown = place === 'refused' ? reasonsName(moved) : moved;
      cx.dialogs.showInFolder(join(source.folder, PLACES[place], shown));
    }
    return {};
  },
};

/** The chosen folder; without one the folder that is watched. */
async function folderOf(cx: ActCx, folderId: string | null): Promise<string | undefined> {
  if (folderId !== null) return cx.posFolders.find(folderId);
  return (await posSource(cx.session.shop().opened.db))?.folder;
}

/** What is watched has changed: it is looked at anew, and screens read it again. */
async function again(cx: ActCx): Promise<void> {
  await cx.pos.restart();
  cx.emit({ type: 'data-changed', scopes: ['pos'] });
}

interface Asked {
  readonly folderId: string;
  readonly folder: string;
  readonly pattern: string;
  /** Null: the newest. */
  readonly name: string | null;
  readonly reading: PosReading | null;
  readonly from: BusinessDate;
}

/** The folder's files and one of them as it would be read. */
async function preview(cx: AppCx, { folderId, folder, pattern, name, ...asked }: Asked) {
  const found = await tillFiles(folder, { pattern, marker: 'none' });
  if (typeof found === 'string') return refuse('folder_gone');
  const files = found.toReversed().slice(0, SHOWN_FILES);
  // Only what stands in the list: a name from the window is compared, never made a path of.
  const file = name === null ? files[0] : found.find((one) => one.name === name);
  if (file === undefined && name !== null) return refuse('file_refused', { why: 'file_gone' as const });
  const shown = file === undefined ? null : await previewTillFile(cx, join(folder, file.name), asked);
  if (typeof shown === 'string') return refuse('file_refused', { why: shown });
  return { folderId, folder, files: files.map(listed), shown };
}

const listed = ({ name, bytes, modifiedAt }: SeenFile) => ({ name, bytes, modifiedAt: instant(modifiedAt) });

/** Where a file was moved under which name is main's own business. */
const shownFile = ({ movedName: _, ...file }: PosFileRow) => file;
