import { base32, numberOf, readBase32 } from '../base32';
import { type NoParams, type Refusal, refuse } from '../refusal';

/** Random bytes of a code. */
export const CODE_BYTES = 16;
const SECRET_DIGITS = 26;
const CHECK_DIGITS = 4;
const GROUP = 5;
/** The largest prime below 32^4: every single wrong digit and every swap of two neighbours shows. */
const CHECK_PRIME = 1_048_573n;

/**
 * The owner's recovery code, as it is printed: 128 random bits and a check, in six groups of five,
 * such as `2RX7K-…`. Whoever holds it sets an owner's PIN anew and opens the backups on a second
 * medium. Source: trust "People".
 */
export function recoveryCode(secret: Uint8Array): string {
  if (secret.length !== CODE_BYTES) throw new Error(`a recovery code is made of ${CODE_BYTES} bytes`);
  const value = numberOf(secret);
  const digits = base32(value, SECRET_DIGITS) + base32(value % CHECK_PRIME, CHECK_DIGITS);
  return digits.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? digits;
}

/** Digits of a code, or of a part of it, as a person types it: in any case, with or without its dashes, full-width too, O for 0, I and L for 1. */
export const codeDigits = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');

/** The 16 bytes of a code as a person types it. Refuses what is no code, or does not fit its own check. */
export function readRecoveryCode(typed: string): Uint8Array | Refusal<'code_mistyped', NoParams> {
  const digits = codeDigits(typed);
  if (digits.length !== SECRET_DIGITS + CHECK_DIGITS) return refuse('code_mistyped');
  const value = readBase32(digits.slice(0, SECRET_DIGITS));
  const check = readBase32(digits.slice(SECRET_DIGITS));
  const wrong = value === undefined || value >> BigInt(CODE_BYTES * 8) !== 0n;
  if (wrong || check !== value % CHECK_PRIME) return refuse('code_mistyped');
  return Uint8Array.from({ length: CODE_BYTES }, (_, at) =>
    Number((value >> BigInt(8 * (CODE_BYTES - 1 - at))) & 0xffn),
  );
}
