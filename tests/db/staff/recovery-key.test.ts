import { createHash } from 'node:crypto';
import { ageIdentity, ageRecipient, fitsRecoveryHash, recoveryHash } from '@db/staff/recovery-key';
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';

const secret = Uint8Array.from({ length: 16 }, (_, at) => at);
const others = Array.from({ length: 20 }, (_, at) =>
  Uint8Array.from(createHash('sha256').update(`${at}`).digest().subarray(0, 16)),
);

describe('trust, People: what follows from the recovery code', () => {
  it('is an age identity whose recipient the age library names the same', async () => {
    for (const of of [secret, ...others])
      expect(await identityToRecipient(ageIdentity(of))).toBe(ageRecipient(of));
  });

  it('stays the same for the same code for ever: old backups are opened by it', () => {
    expect(ageRecipient(secret)).toBe('age1p0z7sr2nwd2stcc26fnemx2g0a4xasx24n2xec29yj7awaqwvg3skh2yg3');
    expect(recoveryHash(secret)).toBe('1ef8dac307695e26366b5a0314050ffa226f8a556c54616e1e3653c6944d62f1');
  });

  it('opens what was encrypted to the recipient', async () => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(ageRecipient(secret));
    const sealed = await encrypter.encrypt('店里的备份');
    const decrypter = new Decrypter();
    decrypter.addIdentity(ageIdentity(secret));
    expect(await decrypter.decrypt(sealed, 'text')).toBe('店里的备份');
  });

  it('knows the code again by its hash, and no other code', () => {
    const hash = recoveryHash(secret);
    expect(fitsRecoveryHash(secret, hash)).toBe(true);
    for (let at = 0; at < 16; at++) {
      const other = secret.map((byte, place) => (place === at ? byte ^ 1 : byte));
      expect(fitsRecoveryHash(other, hash)).toBe(false);
    }
    expect(fitsRecoveryHash(secret, 'short')).toBe(false);
  });

  it('keeps nothing of which the identity follows', () => {
    const identity = ageIdentity(secret).toLowerCase();
    expect(identity).not.toContain(recoveryHash(secret));
    expect(identity.slice(-58, -6)).not.toBe(ageRecipient(secret).slice(-58, -6));
  });
});
