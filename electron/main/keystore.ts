import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { safeStorage } from 'electron';
import { z } from 'zod';
import { PERSON_PATIENCE_MS, writeDurablyNow } from '../../db/durable-file';
import type { Pepper } from '../../db/staff/pin-hash';
import type { Keystore } from './context';

/** The pepper as the system has sealed it. */
const fileShape = z.strictObject({ id: z.string().regex(/^[0-9a-f]{8}$/), sealed: z.base64() });

/**
 * The pepper of this PC's PINs, sealed by the keystore of its system (DPAPI, Keychain, a secret
 * service). Where there is none, PINs go without: a seal that anybody can open would protect nothing.
 */
export function systemKeystore(path: string): Keystore {
  let found: Pepper | null | undefined;
  return {
    pepper: () => {
      found ??= hasKeystore() ? (read(path) ?? make(path)) : null;
      return found;
    },
  };
}

/** On Linux without a secret service Electron would seal with a word that stands in its source. */
function hasKeystore(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}

/** Lost, damaged or of another account: a new one is made, and PINs are set anew by the recovery code. */
function read(path: string): Pepper | undefined {
  try {
    const { id, sealed } = fileShape.parse(JSON.parse(readFileSync(path, 'utf8')));
    const key = Buffer.from(safeStorage.decryptString(Buffer.from(sealed, 'base64')), 'base64');
    return { id, key };
  } catch {
    return undefined;
  }
}

function make(path: string): Pepper {
  const key = randomBytes(32);
  const id = randomBytes(4).toString('hex');
  const sealed = safeStorage.encryptString(key.toString('base64')).toString('base64');
  writeDurablyNow(path, JSON.stringify({ id, sealed }), PERSON_PATIENCE_MS);
  return { id, key };
}
