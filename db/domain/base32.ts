/** Crockford's base 32: no I, L, O or U, which people read as something else. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** So many digits of a number, the lowest ones, with zeros in front. */
export function base32(value: bigint, length: number): string {
  const at = (place: number) => DIGITS[Number((value >> BigInt(5 * place)) & 31n)] ?? '';
  return Array.from({ length }, (_, place) => at(length - 1 - place)).join('');
}

/** Undefined where a character is no digit. */
export function readBase32(digits: string): bigint | undefined {
  let value = 0n;
  for (const digit of digits) {
    const worth = DIGITS.indexOf(digit);
    if (worth < 0) return undefined;
    value = (value << 5n) | BigInt(worth);
  }
  return value;
}

/** Bytes as one number, the first of them highest. */
export const numberOf = (bytes: Uint8Array): bigint =>
  bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
