import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SCANNER_PATIENCE_MS, writeDurably } from '../durable-file';

/** An entry that is known to have been there, outside of the store itself. */
export interface KnownHead {
  readonly seq: number;
  readonly hash: string;
}

/**
 * Beside the store stands how far its trail had come: a number and a hash, nothing else. An end that was
 * cut off, or an older copy put in the place of the store, shows by it. Whoever changes both files is
 * found only by the head on a printed day close.
 */
const fileOf = (storePath: string): string => join(dirname(storePath), 'audit-head.json');

/** Null where none was ever noted, or what is there cannot be read. */
export function knownHead(storePath: string): KnownHead | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(fileOf(storePath), 'utf8'));
    return isHead(kept) ? { seq: kept.seq, hash: kept.hash } : null;
  } catch {
    return null;
  }
}

export async function noteHead(storePath: string, { seq, hash }: KnownHead): Promise<void> {
  await writeDurably(fileOf(storePath), `${JSON.stringify({ seq, hash })}\n`, SCANNER_PATIENCE_MS);
}

function isHead(value: unknown): value is KnownHead {
  if (typeof value !== 'object' || value === null || !('seq' in value) || !('hash' in value)) return false;
  return Number.isSafeInteger(value.seq) && typeof value.hash === 'string';
}
