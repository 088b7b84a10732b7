import { createPrivateKey, createPublicKey, hkdfSync, timingSafeEqual } from 'node:crypto';
import { sha256 } from '../canonical';

/**
 * What follows from the 16 bytes of a recovery code. Each key has a name of its own, so that what the
 * store keeps of one tells nothing of the other: the store holds `recoveryHash` and the recipient,
 * never the code, the verifier or the identity.
 */
const NAMES = { verifier: 'shuke/recovery/verifier/1', age: 'shuke/recovery/age-x25519/1' };

const keyOf = (secret: Uint8Array, name: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), name, 32));

/** What the store keeps to know the code again, in hexadecimal. 128 random bits need no slow hash. */
export const recoveryHash = (secret: Uint8Array): string => sha256(keyOf(secret, NAMES.verifier));

export function fitsRecoveryHash(secret: Uint8Array, hash: string): boolean {
  const [asked, kept] = [Buffer.from(recoveryHash(secret), 'hex'), Buffer.from(hash, 'hex')];
  return asked.length === kept.length && timingSafeEqual(asked, kept);
}

/** The age identity (`AGE-SECRET-KEY-1…`) that opens backups made to `ageRecipient`, also with the official age program. */
export const ageIdentity = (secret: Uint8Array): string =>
  bech32('age-secret-key-', keyOf(secret, NAMES.age)).toUpperCase();

/** The age recipient (`age1…`) to which backups on a second medium are encrypted. */
export const ageRecipient = (secret: Uint8Array): string =>
  bech32('age', publicKeyOf(keyOf(secret, NAMES.age)));

/** PKCS #8 of an X25519 private key up to its 32 bytes; node takes no raw key. */
const PKCS8_X25519 = Buffer.from('302e020100300506032b656e04220420', 'hex');

function publicKeyOf(scalar: Buffer): Buffer {
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8_X25519, scalar]),
    format: 'der',
    type: 'pkcs8',
  });
  // The key is the last 32 bytes of its SubjectPublicKeyInfo.
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
}

const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** BIP 173, as the age format uses it: no limit of length, checksum constant 1. */
function bech32(prefix: string, bytes: Uint8Array): string {
  const data = inFives(bytes);
  const spread = [...prefix].map((letter) => letter.charCodeAt(0));
  const head = [...spread.map((code) => code >> 5), 0, ...spread.map((code) => code & 31)];
  const sum = polymod([...head, ...data, 0, 0, 0, 0, 0, 0]) ^ 1;
  const check = [25, 20, 15, 10, 5, 0].map((shift) => (sum >>> shift) & 31);
  return `${prefix}1${[...data, ...check].map((five) => BECH32[five] ?? '').join('')}`;
}

function inFives(bytes: Uint8Array): number[] {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => Number.parseInt(five.padEnd(5, '0'), 2));
}

function polymod(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, generator] of GENERATORS.entries()) if ((top >>> bit) & 1) sum ^= generator;
  }
  return sum;
}
