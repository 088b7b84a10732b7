import { FORMULA_STARTS, guardFormula, guardNumber, unguard } from '@domain/exchange/formula-guard';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../support/any-text';

const nasty = fc.oneof(
  fc.tuple(fc.constantFrom(...FORMULA_STARTS, "'"), fc.string()).map(([start, rest]) => start + rest),
  anyText(),
  fc.constantFrom(
    '=HYPERLINK("http://x","y")',
    '@SUM(1)',
    "+cmd|' /C calc'!A0",
    '＝1+1',
    '\t=1',
    ' =1',
    '-1+1',
  ),
);

describe('a cell that a spreadsheet opens', () => {
  it('never begins with what could run', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(FORMULA_STARTS.some((start) => guardFormula(text).startsWith(start))).toBe(false);
        expect(FORMULA_STARTS.some((start) => guardNumber(text).startsWith(start))).toBe(false);
      }),
      { numRuns: 20_000 },
    );
  });

  it('is read back as it was', () => {
    fc.assert(
      fc.property(
        nasty.filter((text) => !text.startsWith("'")),
        (text) => {
          expect(unguard(guardFormula(text))).toBe(text);
          expect(unguard(guardNumber(text))).toBe(text);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['13812348812', '13812348812'],
    ['013812348812', "'013812348812"],
    ['+8613812348812', "'+8613812348812"],
    ['000000018', "'000000018"],
    ['123456789012', "'123456789012"],
    ['1E5', "'1E5"],
    ['3-4', "'3-4"],
    ['VIP001', 'VIP001'],
    ['138****8812', '138****8812'],
    ['', ''],
  ])('the number %s is written %s', (number, written) => expect(guardNumber(number)).toBe(written));
});
