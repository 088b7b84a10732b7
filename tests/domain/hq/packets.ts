import type { SeenPacket } from '@domain/hq/seen';
import type { PacketRef } from '@domain/packets/manifest';

const DAY_MS = 86_400_000;

/** One step of a random program: a store makes a packet from any state that there was. */
export interface Made {
  readonly from: number;
  readonly isFull: boolean;
  readonly isNewEpoch: boolean;
  readonly at: number;
}

interface Asked {
  readonly epoch: string;
  /** Epoch ms; the packets are made a day after each other from then on. */
  readonly startedAt: number;
  readonly many: number;
  readonly fulls?: readonly number[];
  readonly parent?: PacketRef;
}

/** The packets of an epoch, ten entries each, made by a store to which nothing happens. */
export function makePackets({ epoch, startedAt, many, fulls = [1], parent }: Asked): SeenPacket[] {
  const hash = (sequence: number) => `${epoch}-${sequence}`;
  return Array.from({ length: many }, (_, at) => ({
    epoch,
    epochStartedAt: startedAt,
    parent: parent ? { epoch: parent.epoch, sequence: parent.sequence, hash: parent.hash } : null,
    sequence: at + 1,
    hash: hash(at + 1),
    previous: at === 0 ? null : hash(at),
    kind: fulls.includes(at + 1) ? 'full' : 'delta',
    firstEntry: at * 10 + 1,
    lastEntry: at * 10 + 10,
    madeAt: startedAt + at * DAY_MS,
  }));
}
