import { CODE_BYTES, readRecoveryCode, recoveryCode } from '@domain/staff/recovery-code';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const secrets = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES });
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const mistyped = { code: 'code_mistyped' };

describe('trust, People: the recovery code', () => {
  it('is six groups of five that nobody reads as something else', () =>
    fc.assert(
      fc.property(secrets, (secret) => {
        expect(recoveryCode(secret)).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$/);
      }),
    ));

  it('gives back the bytes of which it was made', () =>
    fc.assert(
      fc.property(secrets, (secret) => {
        expect(readRecoveryCode(recoveryCode(secret))).toEqual(Uint8Array.from(secret));
      }),
    ));

  it('stays as it was printed for ever', () => {
    expect(recoveryCode(Uint8Array.from({ length: 16 }, (_, at) => at))).toBe(
      '00041-06105-0R3GG-28A1C-60T3G-FACDG',
    );
  });

  it('is read as people type it: case, dashes, spaces, full width, O for 0, I and L for 1', () =>
    fc.assert(
      fc.property(secrets, fc.constantFrom('-', ' ', '', '—', ' - '), (secret, between) => {
        const code = recoveryCode(secret);
        const typed = code.replaceAll('-', between).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
        const wide = code.replace(/[0-9A-Z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
        for (const way of [typed, wide, `  ${code}\n`, typed.replaceAll('l', 'i')])
          expect(readRecoveryCode(way)).toEqual(Uint8Array.from(secret));
      }),
    ));

  it('shows every single wrong digit and every two that were swapped', () =>
    fc.assert(
      fc.property(secrets, fc.nat(29), fc.constantFrom(...ALPHABET), (secret, at, other) => {
        const digits = [...recoveryCode(secret).replaceAll('-', '')];
        const wrong = digits.with(at, other).join('');
        if (wrong !== digits.join('')) expect(readRecoveryCode(wrong)).toMatchObject(mistyped);
        if (at === 29) return;
        const swapped = digits
          .with(at, digits[at + 1] ?? '')
          .with(at + 1, digits[at] ?? '')
          .join('');
        if (swapped !== digits.join('')) expect(readRecoveryCode(swapped)).toMatchObject(mistyped);
      }),
    ));

  it.each(['', '2RX7K', 'U'.repeat(30), 'Z'.repeat(30), '口令'])('%j is none', (typed) => {
    expect(readRecoveryCode(typed)).toMatchObject(mistyped);
  });

  it('is made of sixteen bytes and of nothing else', () => {
    expect(() => recoveryCode(new Uint8Array(15))).toThrow('16 bytes');
  });
});
