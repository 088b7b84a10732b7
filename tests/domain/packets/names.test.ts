import { ackFileName, PACKET_END, packetFileName } from '@domain/packets/names';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const STORE = { id: '0190a5d0-0000-7000-8000-0000a1b2c3d4' };
const packet = fc.record({
  store: fc.record({ id: fc.uuid({ version: 7 }) }),
  epoch: fc.stringMatching(/^[2-9A-HJ-NP-Z]{6}$/),
  sequence: fc.integer({ min: 1, max: 999_999 }),
  kind: fc.constantFrom('full' as const, 'delta' as const),
});

describe('the name of a packet (exchange, Packet)', () => {
  it('says whose it is, of which epoch, the how manieth, and whether it is all', () => {
    const told = { store: STORE, epoch: '7KQ2ZD', sequence: 42, kind: 'delta' } as const;
    expect(packetFileName(told)).toBe('SHK_a1b2c3d4_7KQ2ZD-000042_delta.shuke');
    expect(packetFileName({ ...told, kind: 'full' })).toBe('SHK_a1b2c3d4_7KQ2ZD-000042_full.shuke');
    expect(ackFileName({ storeId: STORE.id, epoch: '7KQ2ZD', sequence: 42 })).toBe(
      'ACK_a1b2c3d4_7KQ2ZD-000042.shuke-ack',
    );
  });

  it('every system takes it, and it ends as packets do', () => {
    fc.assert(
      fc.property(packet, (told) => {
        expect(packetFileName(told)).toMatch(/^SHK_[0-9a-f]{8}_[0-9A-Z]{6}-\d{6}_(full|delta)\.shuke$/);
        expect(packetFileName(told).endsWith(PACKET_END)).toBe(true);
      }),
    );
  });

  it('of one epoch, sorted by name is sorted by making: head office reads them in that order', () => {
    fc.assert(
      fc.property(packet, fc.integer({ min: 1, max: 999_999 }), fc.boolean(), (one, sequence, isFull) => {
        const other = { ...one, sequence, kind: isFull ? ('full' as const) : ('delta' as const) };
        fc.pre(sequence !== one.sequence);
        expect(packetFileName(one) < packetFileName(other)).toBe(one.sequence < sequence);
      }),
    );
  });
});
