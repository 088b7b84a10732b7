import { DOT_MM, moduleMm, PAPERS, PRINTABLE_MM } from '@domain/slips/paper';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('barcodes on thermal paper', () => {
  it('modules are whole dots of the print head, so that no bar falls between two', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 300 }), fc.constantFrom(...PAPERS), (modules, paper) => {
        const dots = moduleMm(modules, paper) / DOT_MM;
        expect(Number.isInteger(dots)).toBe(true);
        expect(dots).toBeGreaterThanOrEqual(1);
        expect(dots).toBeLessThanOrEqual(6);
        expect(modules * moduleMm(modules, paper)).toBeLessThanOrEqual(PRINTABLE_MM[paper]);
      }),
    );
  });

  it('one more dot to a module would not fit, or would be wider than readers need', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 300 }), fc.constantFrom(...PAPERS), (modules, paper) => {
        const wider = moduleMm(modules, paper) + DOT_MM;
        expect(wider > 6 * DOT_MM || modules * wider > PRINTABLE_MM[paper]).toBe(true);
      }),
    );
  });

  it('a coupon code with its quiet zones has two dots to a bar on 58 mm and three on 80 mm', () => {
    expect(moduleMm(154, 58)).toBe(2 * DOT_MM);
    expect(moduleMm(154, 80)).toBe(3 * DOT_MM);
  });
});
