import { code128Bars, qrBars } from '@renderer/lib/bars';
import { describe, expect, it } from 'vitest';

/** Bars and gaps from left to right, as a row of modules. */
function modulesOf(path: string, width: number): string {
  const row = Array.from({ length: width }, () => '0');
  for (const [, start, wide] of path.matchAll(/M(\d+) 0h(\d+)/g))
    row.fill('1', Number(start), Number(start) + Number(wide));
  return row.join('');
}

describe('barcodes', () => {
  it('a coupon code is a Code 128: start B, ten symbols, the stop pattern', () => {
    const { width, height, path, quiet } = code128Bars('Q1234567890123');
    const modules = modulesOf(path, width);
    expect(modules.startsWith('11010010000')).toBe(true);
    expect(modules.endsWith('1100011101011')).toBe(true);
    expect([(width - 13) % 11, height, quiet]).toEqual([0, 1, 10]);
  });

  it('another code is another picture', () =>
    expect(code128Bars('Q1234567890124').path).not.toBe(code128Bars('Q1234567890123').path));

  it('a member number is the smallest QR code, 21 modules to a side', () => {
    const { width, height, unitsPerModule, quiet } = qrBars('000000018');
    expect([width / unitsPerModule, height / unitsPerModule, quiet]).toEqual([21, 21, 4]);
  });
});
