import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupProblem } from '../domain/backups/problem';
import type { Instant } from '../domain/units';
import { SCANNER_PATIENCE_MS, writeDurablyNow } from '../durable-file';
import { backupsOf } from './folder';

/** What is known of a store's safety; it lies with the backups, so that it outlives the store. */
export interface Standing {
  readonly second: SecondMedium | null;
  /** Why the last try failed; null after one that did not. */
  readonly failed: { readonly code: BackupProblem; readonly at: Instant } | null;
  readonly trial: {
    readonly at: Instant;
    readonly backupId: string;
    readonly good: boolean;
    readonly members: number;
    readonly purchases: number;
  } | null;
  /** The last restore over a store that worked: where that one was put. */
  readonly restored: { readonly at: Instant; readonly aside: string; readonly backupMadeAt: Instant } | null;
  /** Wrong PINs typed at the fault screen, by person. Written before they are compared. */
  readonly wrongPins: Readonly<Record<string, number>>;
}

export interface SecondMedium {
  readonly folder: string;
  readonly chosenAt: Instant;
  /** When the drive was last there. */
  readonly seenAt: Instant;
  readonly failed: { readonly code: BackupProblem; readonly at: Instant } | null;
}

const NOTHING: Standing = { second: null, failed: null, trial: null, restored: null, wrongPins: {} };

const fileOf = (storePath: string): string => join(backupsOf(storePath), 'standing.json');

/** Lost or damaged, nothing is known: the next backup, trial or choice begins it anew. */
export function readStanding(storePath: string): Standing {
  try {
    const kept: unknown = JSON.parse(readFileSync(fileOf(storePath), 'utf8'));
    // Nobody but Shuke writes it, and it is moved into place whole: parts of an older one are missing, never wrong.
    return typeof kept === 'object' && kept !== null ? { ...NOTHING, ...kept } : NOTHING;
  } catch {
    return NOTHING;
  }
}

/** Puts these parts in place of what was there, and keeps the rest. */
export function changeStanding(storePath: string, parts: Partial<Standing>): Standing {
  const changed = { ...readStanding(storePath), ...parts };
  mkdirSync(backupsOf(storePath), { recursive: true });
  writeDurablyNow(fileOf(storePath), JSON.stringify(changed), SCANNER_PATIENCE_MS);
  return changed;
}
