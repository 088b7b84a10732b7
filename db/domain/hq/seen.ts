import type { PacketManifest, PacketRef } from '../packets/manifest';

/** What head office remembers of a packet that passed every check; who it is, and what it follows. */
export interface SeenPacket extends PacketRef {
  /** Epoch ms UTC, by the store's clock. */
  readonly epochStartedAt: number;
  readonly parent: PacketRef | null;
  readonly kind: 'full' | 'delta';
  /** Hash of the packet before it in its epoch; null for the first. */
  readonly previous: string | null;
  readonly firstEntry: number;
  /** One below `firstEntry` when there is nothing new. */
  readonly lastEntry: number;
  /** Epoch ms UTC, by the store's clock. */
  readonly madeAt: number;
}

/**
 * What a person decided about a fork. It names its fork, so that it never settles another one.
 * `sequence`: of the packets with that number the one with the hash `keep` counts, and what follows it.
 * `epoch`: the newer epoch counts, or it does not.
 */
export type Settlement =
  | {
      readonly kind: 'sequence';
      readonly epoch: string;
      readonly sequence: number;
      readonly keep: string;
    }
  | { readonly kind: 'epoch'; readonly epoch: string; readonly keep: 'newer' | 'older' };

export function seenPacket(manifest: PacketManifest, hash: string): SeenPacket {
  const { epoch, sequence, parent, kind, previous, firstEntry, lastEntry } = manifest;
  return {
    epoch,
    sequence,
    hash,
    epochStartedAt: Date.parse(manifest.epochStartedAt),
    parent,
    kind,
    previous,
    firstEntry,
    lastEntry,
    madeAt: Date.parse(manifest.clock.madeAt),
  };
}
