import { groupsOf, sealText } from '@renderer/features/days/seal';
import { qrBars } from '@renderer/lib/bars';
import { describe, expect, it } from 'vitest';

const SEAL = { date: '2026-05-18', round: 2, auditSeq: 1234, auditHash: 'ab12'.repeat(16) };

describe('the seal of a day close on paper', () => {
  it('is read aloud in sixteen groups of four', () => {
    expect(groupsOf(SEAL.auditHash)).toEqual(Array.from({ length: 16 }, () => 'ab12'));
  });

  it('stands in the code with day, round and number, in what a QR code writes shortest', () => {
    const text = sealText(SEAL);
    expect(text).toBe(`SHUKE DAY 2026-05-18/2 1234 ${'AB12'.repeat(16)}`);
    expect(text).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
    // Version 6 holds it; the same in bytes would need version 8.
    expect(qrBars(text).width / qrBars(text).unitsPerModule).toBeLessThanOrEqual(41);
  });
});
