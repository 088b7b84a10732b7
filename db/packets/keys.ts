import { createHash, createPrivateKey, createPublicKey, randomBytes, sign, verify } from 'node:crypto';
import { age } from '../age';
import { base32, numberOf } from '../domain/base32';

/** What a signature is for stands in front of what is signed, so that one for a packet never passes for another. */
const PURPOSES = { packet: 'shuke-hq-v1\0', ack: 'shuke-ack-v1\0', rules: 'shuke-rules-v1\0' } as const;
export type Purpose = keyof typeof PURPOSES;

/** PKCS #8 and SubjectPublicKeyInfo of Ed25519 (RFC 8410) up to their 32 bytes; node takes no raw key. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

const FINGERPRINT_DIGITS = 20;

/** A new Ed25519 private key: 32 bytes in base64. A secret. */
export const newSigningKey = (): string => randomBytes(32).toString('base64');

/** The Ed25519 public key that belongs to it: 32 bytes in base64. */
export const publicKeyOf = (signingKey: string): string =>
  createPublicKey(privateKey(signingKey))
    .export({ format: 'der', type: 'spki' })
    .subarray(SPKI.length)
    .toString('base64');

/** What people compare and registers name: 100 bits of the SHA-256 of the public key, such as `2RX7-K0QF-…`. */
export function fingerprintOf(publicKey: string): string {
  const hash = createHash('sha256').update(raw(publicKey)).digest().subarray(0, 13);
  // 13 bytes are 104 bits; the 20 digits take the first 100 of them.
  const digits = base32(numberOf(hash) >> 4n, FINGERPRINT_DIGITS);
  return digits.match(/.{4}/g)?.join('-') ?? digits;
}

/** Signs the SHA-256 of the content for this purpose; base64. */
export const signFor = (purpose: Purpose, content: string | Uint8Array, signingKey: string): string =>
  sign(null, signed(purpose, content), privateKey(signingKey)).toString('base64');

/** False for anything that is not this key's signature of just this content for just this purpose. */
export function isSigned(
  purpose: Purpose,
  content: string | Uint8Array,
  signature: string,
  publicKey: string,
): boolean {
  const key = createPublicKey({ key: Buffer.concat([SPKI, raw(publicKey)]), format: 'der', type: 'spki' });
  return verify(null, signed(purpose, content), key, Buffer.from(signature, 'base64'));
}

/** A new age identity (`AGE-SECRET-KEY-1…`, a secret), to whose recipient packets are encrypted. */
export const newIdentity = async (): Promise<string> => (await age()).generateX25519Identity();

/** The age recipient (`age1…`) of an identity. */
export const recipientOf = async (identity: string): Promise<string> =>
  (await age()).identityToRecipient(identity);

const signed = (purpose: Purpose, content: string | Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(PURPOSES[purpose]), createHash('sha256').update(content).digest()]);

const privateKey = (signingKey: string) =>
  createPrivateKey({ key: Buffer.concat([PKCS8, raw(signingKey)]), format: 'der', type: 'pkcs8' });

function raw(key: string): Buffer {
  const bytes = Buffer.from(key, 'base64');
  if (bytes.length !== 32) throw new Error('an Ed25519 key has 32 bytes');
  return bytes;
}
