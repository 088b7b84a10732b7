import { z } from 'zod';
import { LOST_KINDS } from '../../db/domain/backups/lost';
import { BACKUP_PROBLEMS } from '../../db/domain/backups/problem';
import { act, plain, query, room } from './rpc';
import { storeFaultShape } from './settings';
import { count, id, instantShape } from './shapes';
import { personShape, pinShape } from './staff';

const nothing = z.strictObject({});

/** `here`: beside the store. `second`: on the second medium, encrypted. `file`: chosen by a person, from anywhere. */
const backupRef = z.strictObject({
  where: z.enum(['here', 'second', 'file']),
  /** As the list or `chooseFile` has answered it. */
  id: z.string().max(60),
});
export type BackupRef = z.output<typeof backupRef>;

/** One backup as the list shows it. */
const backupShape = backupRef.extend({
  madeAt: instantShape,
  bytes: count,
  /** Full path, to be shown; nothing is ever asked for by it. */
  path: z.string(),
  /** When it was last read back whole: at the earliest when it was made. Null: not yet, only when it is opened. */
  verifiedAt: instantShape.nullable(),
  encrypted: z.boolean(),
  /** What it holds, by its own manifest; null for one that an older Shuke has made. */
  holds: z.strictObject({ members: count, purchases: count }).nullable(),
});
export type BackupView = z.output<typeof backupShape>;

/** Why a file could not be written; `gone`: the drive or folder is not there. */
const whyNotWritten = z.enum(['disk_full', 'not_writable', 'gone']);

/** What is wrong with a backup that was to be read. */
const notReadable = {
  /** It is not there any more. */
  backup_gone: plain,
  /** It does not read back whole: another one may. */
  backup_damaged: plain,
  /** Made by a newer Shuke. */
  newer_version: plain,
};

/** Whoever opens a backup without being signed in shows that it is theirs. */
const proof = z
  .strictObject({ staffId: id, pin: pinShape })
  .or(z.strictObject({ recoveryCode: z.string().max(80) }))
  .nullable();
export type BackupProof = z.output<typeof proof>;

const notProven = {
  /** It has PINs: an owner of it types theirs, or its recovery code. */
  proof_needed: plain,
  wrong_pin: z.strictObject({ left: count, lockedUntil: instantShape.nullable() }),
  pin_locked: z.strictObject({ until: instantShape }),
  /** Too many wrong PINs: only its recovery code opens it. */
  pin_blocked: plain,
  /** The last group does not fit the others. */
  code_mistyped: plain,
  wrong_code: plain,
};

const notSwitched = {
  disk_full: plain,
  /** The backup was fine and the store could not be put in its place; the one before is there again. */
  store_fault: z.strictObject({ fault: storeFaultShape }),
  /** A backup is being made, or another restore runs. */
  busy: plain,
};

const lost = z.array(z.strictObject({ kind: z.enum(LOST_KINDS), rows: count, since: instantShape }));

const standingShape = z.strictObject({
  /** The sample store is not backed up: nothing in it is anybody's. */
  sample: z.boolean(),
  /** Newest backup that was read back whole. */
  last: backupShape.nullable(),
  /** By when the next one is made by itself; null in the sample store. */
  nextDue: instantShape.nullable(),
  /** What goes on now. */
  running: z.enum(['making', 'copying', 'trial', 'restoring']).nullable(),
  second: z
    .strictObject({
      folder: z.string(),
      /** The drive is plugged in, the folder is there. */
      present: z.boolean(),
      last: backupShape.nullable(),
    })
    .nullable(),
  /** A second medium needs the recovery code, which comes with the owner's first PIN. */
  secondNeedsCode: z.boolean(),
  /** The weekly proof: a backup opened, read and counted as one would after a loss. */
  trial: z
    .strictObject({
      at: instantShape,
      backupId: z.string(),
      good: z.boolean(),
      members: count,
      purchases: count,
    })
    .nullable(),
  disk: z.strictObject({
    folder: z.string(),
    freeBytes: count,
    /** `low`: under 500 MB. `very_low`: under 100 MB, exports are refused. */
    level: z.enum(['fine', 'low', 'very_low']),
  }),
  /** What an owner has to know, worst first. */
  problems: z.array(z.strictObject({ code: z.enum(BACKUP_PROBLEMS), since: instantShape })),
  /** The last restore, while it can be taken back. */
  undo: z.strictObject({ restoredAt: instantShape, backupMadeAt: instantShape }).nullable(),
  /** Copies of damaged stores that were put aside; Shuke never deletes them. */
  putAside: z.array(z.strictObject({ folder: z.string(), at: instantShape, bytes: count })),
});
export type StandingView = z.output<typeof standingShape>;

const heldShape = z.strictObject({
  what: z.enum(['backup', 'second_medium', 'before_restore', 'damaged_store']),
  madeAt: instantShape,
  path: z.string(),
  /** By when it goes by itself; null = a person has to remove it. */
  goesBy: instantShape.nullable(),
});
export type HeldIn = z.output<typeof heldShape>;

export const backupsRoom = room(() => ({
  /** How safe the store is, in one look. */
  standing: query(nothing, standingShape),
  /** All backups that can be reached now, newest first; also while the store does not open, and at the first run. */
  list: query(nothing, z.array(backupShape)),

  makeNow: act({
    input: nothing,
    output: backupShape,
    refusals: {
      busy: plain,
      in_sample: plain,
      not_written: z.strictObject({ why: whyNotWritten }),
      /** The copy did not read back whole, so there is none; the store itself may be damaged. */
      not_whole: plain,
    },
  }),
  /** Asks for a folder on another drive; null when the person cancelled. The first copy is made at once. */
  chooseSecondMedium: act({
    input: nothing,
    output: z.strictObject({ folder: z.string() }).nullable(),
    refusals: {
      in_sample: plain,
      needs_recovery_code: plain,
      /** Below the folder of the store itself: what takes the one takes the other. */
      same_place: plain,
      not_written: z.strictObject({ why: whyNotWritten }),
    },
  }),
  /** No more copies there; what is there stays. */
  forgetSecondMedium: act({ input: nothing, output: nothing, refusals: {} }),
  showFolder: act({
    input: z.strictObject({ which: z.enum(['backups', 'second', 'put_aside']) }),
    output: nothing,
    refusals: {},
  }),

  /** Asks for a backup file, such as one on a drive brought from another PC; null when the person cancelled. */
  chooseFile: act({
    input: nothing,
    output: backupShape.nullable(),
    refusals: { not_a_backup: plain },
  }),
  /** What going back to it would mean. Nothing is changed. */
  previewRestore: act({
    input: backupRef,
    output: z.strictObject({
      backup: backupShape,
      /** Of the store in it; null while it is encrypted. */
      storeName: z.string().nullable(),
      /** It is a backup of another store than the one that is open. */
      otherStore: z.boolean(),
      /** What was recorded since and would be lost, most first; null where no store is open to compare with. */
      lost: lost.nullable(),
      /** Encrypted: opened by the recovery code that was in use when it was made. */
      needsRecoveryCode: z.boolean(),
      /** Whose PIN opens it where nobody is signed in; empty = it has no PINs, or is opened by the code alone. */
      owners: z.array(personShape),
      /** What has to be typed to restore over a store that works. */
      phrase: z.string(),
    }),
    refusals: notReadable,
  }),
  /** Puts a backup in the place of the open store, which is kept and can be brought back by `undoRestore`. */
  restore: act({
    input: backupRef.extend({ phrase: z.string().max(60), recoveryCode: z.string().max(80).nullable() }),
    output: z.strictObject({ madeAt: instantShape }),
    refusals: {
      ...notReadable,
      ...notSwitched,
      in_sample: plain,
      wrong_phrase: plain,
      code_mistyped: plain,
      wrong_code: plain,
      proof_needed: plain,
    },
  }),
  /** What was recorded since the last restore, and would be lost by taking it back. */
  previewUndo: query(nothing, lost),
  /** Brings back the store that the last restore has put aside; the restored one is put aside in its turn. */
  undoRestore: act({
    input: nothing,
    output: nothing,
    refusals: { ...notReadable, ...notSwitched, nothing_to_undo: plain },
  }),
  /**
   * The same while no store is open: it is damaged, gone, or this is a new PC. The damaged file is put
   * aside, never deleted. No phrase: nothing that works is lost.
   */
  restoreAfterFault: act({
    input: backupRef.extend({ proof }),
    output: z.strictObject({ madeAt: instantShape }),
    refusals: {
      ...notReadable,
      ...notSwitched,
      ...notProven,
      /** A store is open, or it does not open for a reason that a backup does not mend. */
      no_fault: plain,
    },
  }),
  /** Asks for a folder and writes what can still be read of a damaged store as tables; null when cancelled. */
  salvage: act({
    input: z.strictObject({ proof }),
    output: z
      .strictObject({
        folder: z.string(),
        tables: z.array(
          z.strictObject({
            name: z.string(),
            rows: count,
            /** Rows that could not be read; null = nobody can say how many. */
            lost: count.nullable(),
          }),
        ),
      })
      .nullable(),
    refusals: {
      ...notProven,
      no_fault: plain,
      /** Not even its list of tables can be read. */
      nothing_readable: plain,
      not_written: z.strictObject({ why: whyNotWritten }),
    },
  }),
  /** Which copies still hold a person, oldest first, and when each of them goes by itself. */
  personHeldIn: query(z.strictObject({ memberId: id }), z.array(heldShape)),
}));
