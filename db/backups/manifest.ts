import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Instant } from '../domain/units';
import { SCANNER_PATIENCE_MS, writeDurablyNow } from '../durable-file';
import type { StoreFacts } from './verify';

/**
 * What stands beside each backup: a person can read it, and Shuke need not open the backup to list it.
 * Nothing in it names anybody; on a second medium it lies beside the encrypted file in the clear.
 */
export interface Manifest extends Omit<StoreFacts, 'photos' | 'storeName'> {
  readonly format: 1;
  readonly madeAt: Instant;
  /** When it was last read back whole. */
  readonly verifiedAt: Instant;
  /** Of the store file itself. */
  readonly bytes: number;
  readonly sha256: string;
  /** Of the encrypted file, where it is one, and to whom it was encrypted. */
  readonly encrypted: { readonly recipient: string; readonly bytes: number; readonly sha256: string } | null;
}

export function writeManifest(path: string, manifest: Manifest): void {
  writeDurablyNow(path, `${JSON.stringify(manifest, null, 2)}\n`, SCANNER_PATIENCE_MS);
}

/** Null where there is none, or what is there is none: an older Shuke has written none. */
export function readManifest(path: string): Manifest | null {
  try {
    return manifestIn(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** The same of a drive that may take its time. */
export const readManifestSoon = (path: string): Promise<Manifest | null> =>
  readFile(path, 'utf8').then(manifestIn, () => null);

function manifestIn(text: string): Manifest | null {
  try {
    const kept: unknown = JSON.parse(text);
    return isManifest(kept) ? kept : null;
  } catch {
    return null;
  }
}

const NUMBERS = [
  'madeAt',
  'verifiedAt',
  'bytes',
  'schemaVersion',
  'members',
  'purchases',
  'pointsEntries',
  'lastAt',
];
const TEXTS = ['sha256', 'storeId'];

function isManifest(value: unknown): value is Manifest {
  if (!isObject(value) || value.format !== 1) return false;
  const { audit, encrypted } = value;
  return (
    NUMBERS.every((name) => isCount(value[name])) &&
    TEXTS.every((name) => typeof value[name] === 'string') &&
    (audit === null || (isObject(audit) && isCount(audit.seq) && typeof audit.hash === 'string')) &&
    (encrypted === null ||
      (isObject(encrypted) &&
        isCount(encrypted.bytes) &&
        typeof encrypted.sha256 === 'string' &&
        typeof encrypted.recipient === 'string'))
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
