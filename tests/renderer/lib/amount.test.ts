import { readAmount, typedAmount } from '@renderer/lib/amount';
import { describe, expect, it } from 'vitest';

describe('an amount as it is typed', () => {
  it.each([
    ['128', 12800],
    ['128.5', 12850],
    ['128.50', 12850],
    ['0.05', 5],
    ['.5', 50],
    ['128.', 12800],
    ['１２８．５', 12850],
    ['128。5', 12850],
    ['¥ 128', 12800],
    ['1,280.00', 128000],
    ['007', 700],
  ])('%s is read', (text, fen) => expect(readAmount(text)).toEqual({ ok: true, fen }));

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['abc', 'malformed'],
    ['-5', 'malformed'],
    ['1.2.3', 'malformed'],
    ['1,28', 'malformed'],
    ['1e5', 'malformed'],
    ['128.505', 'too_precise'],
    ['12345678901', 'too_large'],
  ])('%j is refused: %s', (text, why) => expect(readAmount(text)).toEqual({ ok: false, why }));

  it('comes back as one would type it', () => {
    expect(typedAmount(12800)).toBe('128');
    expect(typedAmount(12850)).toBe('128.50');
    expect(typedAmount(5)).toBe('0.05');
  });

  it('survives the round trip for every fen of a small bill', () => {
    for (let fen = 0; fen <= 20_000; fen += 1)
      expect(readAmount(typedAmount(fen))).toEqual({ ok: true, fen });
  });
});
