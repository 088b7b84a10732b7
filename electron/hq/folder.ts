import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, PERSON_PATIENCE_MS, writeDurablyNow } from '../../db/durable-file';
import { cardText } from '../../db/packets/documents';
import { fingerprintOf, newIdentity, newSigningKey, publicKeyOf, recipientOf } from '../../db/packets/keys';

/** Where the facts are; null: in head office's own DuckDB file. */
export type ClickHouseAt = {
  readonly servers: readonly [string, ...string[]];
  readonly database: string;
  readonly cluster: string | null;
} | null;

interface OfficeFile {
  readonly format: 'shuke-hq-office';
  readonly version: 1;
  readonly name: string;
  readonly clickhouse: ClickHouseAt;
}

/** Both are secrets: whoever has them reads every packet and speaks as head office. */
export interface Keys {
  /** Ed25519, base64. */
  readonly signingKey: string;
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
}

const OFFICE = 'office.json';
const KEYS = 'keys.json';
export const CARD = 'head-office.shuke-hq';

export const isOffice = (folder: string): boolean => existsSync(join(folder, OFFICE));

/** The office file comes last: a folder with one is whole. Keys that are there already stay. */
export async function makeOffice(folder: string, name: string, clickhouse: ClickHouseAt) {
  makeFolder(folder);
  const keysFile = join(folder, KEYS);
  if (!existsSync(keysFile)) {
    const keys: Keys = { signingKey: newSigningKey(), identity: await newIdentity() };
    writePrivately(keysFile, json(keys));
  }
  const { signingKey, identity } = keysOf(folder);
  const card = cardText({ name, recipient: await recipientOf(identity), signingKey });
  writeDurablyNow(join(folder, CARD), card, PERSON_PATIENCE_MS);
  const office: OfficeFile = { format: 'shuke-hq-office', version: 1, name, clickhouse };
  writeDurablyNow(join(folder, OFFICE), json(office), PERSON_PATIENCE_MS);
  return {
    card,
    cardFile: join(folder, CARD),
    keysFile,
    fingerprint: fingerprintOf(publicKeyOf(signingKey)),
  };
}

// Both files were written by `makeOffice`.
export const officeOf = (folder: string): OfficeFile => parsed(folder, OFFICE) as OfficeFile;
export const keysOf = (folder: string): Keys => parsed(folder, KEYS) as Keys;

const parsed = (folder: string, name: string): unknown =>
  JSON.parse(readFileSync(join(folder, name), 'utf8'));
const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** For nobody else's eyes, from the first byte on. */
function writePrivately(path: string, text: string): void {
  const before = process.umask(0o077);
  try {
    writeDurablyNow(path, text, PERSON_PATIENCE_MS);
  } finally {
    process.umask(before);
  }
}
