import { type MadePacket, nextPlace, packetKind } from '@domain/head-office/epoch';
import { describe, expect, it } from 'vitest';

const made = (epoch: string, sequence: number): MadePacket => ({
  ...{ epoch, sequence, hash: `${epoch}${sequence}`, epochStartedAt: 0, parent: null },
  lastEntry: sequence * 10,
});
const head = (epoch: string, sequence: number, storeId = 'S') => ({
  ...{ storeId, epoch, sequence, hash: `${epoch}${sequence}` },
});
const ref = (epoch: string, sequence: number) => ({ epoch, sequence, hash: `${epoch}${sequence}` });

describe('where the next packet stands', () => {
  const three = [made('A', 1), made('A', 2), made('A', 3)];
  it('goes on where store and folder agree', () => {
    expect(nextPlace('S', three, head('A', 3))).toEqual({ begins: false, follows: three[2] });
  });
  it('goes on where the folder was cut off before it was told', () => {
    expect(nextPlace('S', three, head('A', 2))).toEqual({ begins: false, follows: three[2] });
  });
  it('begins an epoch after the folder’s last packet where the store was restored', () => {
    expect(nextPlace('S', three.slice(0, 2), head('A', 3))).toEqual({ begins: true, parent: ref('A', 3) });
    expect(nextPlace('S', [], head('A', 3))).toEqual({ begins: true, parent: ref('A', 3) });
  });
  it('begins one where the store says something else under the same number', () => {
    const other = [...three.slice(0, 2), { ...made('A', 3), hash: 'other' }];
    expect(nextPlace('S', other, head('A', 3))).toEqual({ begins: true, parent: ref('A', 3) });
  });
  it('begins one after the store’s own last packet on another PC, or beside another store’s folder', () => {
    expect(nextPlace('S', three, null)).toEqual({ begins: true, parent: ref('A', 3) });
    expect(nextPlace('S', three, head('Z', 9, 'T'))).toEqual({ begins: true, parent: ref('A', 3) });
  });
  it('has no parent the very first time', () => {
    expect(nextPlace('S', [], null)).toEqual({ begins: true, parent: null });
  });
});

describe('whether everything goes', () => {
  const DAY = 86_400_000;
  const usual = {
    ...{ wanted: 'delta' as const, begins: false, recipient: 'age1', personal: 1, now: 100 * DAY },
    lastFull: { madeAt: 90 * DAY },
    before: { recipient: 'age1', personal: 1 },
  };
  it('what is new as a rule, everything every thirty days', () => {
    expect(packetKind(usual)).toBe('delta');
    expect(packetKind({ ...usual, lastFull: { madeAt: 70 * DAY } })).toBe('full');
    expect(packetKind({ ...usual, lastFull: { madeAt: 70 * DAY + 1 } })).toBe('delta');
  });
  it.each([
    { wanted: 'full' as const },
    { begins: true },
    { personal: 0 },
    { recipient: 'age2' },
    { lastFull: null },
    { before: null },
  ])('everything when %j', (other) => {
    expect(packetKind({ ...usual, ...other })).toBe('full');
  });
});
