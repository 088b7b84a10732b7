import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** How dear one guess is: scrypt's N as a power of two, r, p. Source: trust "People"; about 0.44 s. */
export interface PinCost {
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

export const PIN_COST: PinCost = { log2N: 15, r: 8, p: 3 };

/** A secret of this PC, kept outside the store: who has copied the store's file alone cannot guess at it. */
export interface Pepper {
  /** Written beside each hash, so that one of another PC is known as such. */
  readonly id: string;
  readonly key: Uint8Array;
}

export interface HashedBy {
  readonly cost: PinCost;
  /** Null where the system has no keystore. */
  readonly pepper: Pepper | null;
}

const LENGTH = 32;
const NO_PEPPER = '-';

/** `scrypt$15,8,3$<pepper>$<salt>$<hash>`: how it was made stands in it, so that the cost can be raised. */
export async function hashPin(pin: string, { cost, pepper }: HashedBy): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(pin, salt, cost, pepper);
  const made = `${cost.log2N},${cost.r},${cost.p}`;
  return ['scrypt', made, pepper?.id ?? NO_PEPPER, salt.toString('base64'), hash.toString('base64')].join(
    '$',
  );
}

/** True for a hash with the pepper of another PC in it (a store that was restored here): nobody can compare with it. */
export function isOfAnotherPc(text: string, pepper: Pepper | null): boolean {
  const [, , pepperId = NO_PEPPER] = text.split('$');
  return pepperId !== NO_PEPPER && pepper?.id !== pepperId;
}

/**
 * Whether a PIN is the one of this hash; `stale` when it is, but was hashed by another cost or without
 * the pepper there is now.
 */
export async function comparePin(
  pin: string,
  text: string,
  by: HashedBy,
): Promise<'right' | 'stale' | 'wrong'> {
  const [kind, made = '', pepperId = '', salt = '', kept = ''] = text.split('$');
  const [log2N = 0, r = 0, p = 0] = made.split(',').map(Number);
  if (kind !== 'scrypt') throw new Error('a PIN hashed in no way that Shuke knows');
  const pepper = pepperId === NO_PEPPER ? null : by.pepper;
  const hash = await derive(pin, Buffer.from(salt, 'base64'), { log2N, r, p }, pepper);
  const expected = Buffer.from(kept, 'base64');
  if (expected.length !== hash.length || !timingSafeEqual(hash, expected)) return 'wrong';
  const { cost } = by;
  const asToday = cost.log2N === log2N && cost.r === r && cost.p === p && pepper === by.pepper;
  return asToday ? 'right' : 'stale';
}

function derive(pin: string, salt: Buffer, cost: PinCost, pepper: Pepper | null): Promise<Buffer> {
  const secret = pepper === null ? pin : createHmac('sha256', pepper.key).update(pin).digest();
  const [N, { r, p }] = [2 ** cost.log2N, cost];
  // Node's own cap lies below what these parameters need.
  const options = { N, r, p, maxmem: 256 * N * r + 1024 * 1024 };
  return new Promise((resolve, reject) =>
    scrypt(secret, salt, LENGTH, options, (error, key) => (error === null ? resolve(key) : reject(error))),
  );
}
