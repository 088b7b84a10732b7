import { randomBytes } from 'node:crypto';
import { CODE_BYTES, recoveryCode } from '../../db/domain/staff/recovery-code';
import type { KeptCode } from '../../db/staff/commands';
import { ageRecipient, recoveryHash } from '../../db/staff/recovery-key';

/** A new recovery code as it is shown once, and what the store keeps of it. */
export function newRecoveryCode(): { readonly code: string; readonly kept: KeptCode } {
  const secret = randomBytes(CODE_BYTES);
  return {
    code: recoveryCode(secret),
    kept: { hash: recoveryHash(secret), recipient: ageRecipient(secret) },
  };
}
