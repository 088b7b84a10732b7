import type { PacketRef } from '../packets/manifest';

/** The last packet that was ever made here: it lies beside the store, and no backup brings an older one back. */
export interface OutboxHead extends PacketRef {
  readonly storeId: string;
}

/** A packet as the store remembers it. */
export interface MadePacket extends PacketRef {
  /** Epoch ms UTC. */
  readonly epochStartedAt: number;
  readonly parent: PacketRef | null;
  readonly lastEntry: number;
}

/** Where the next packet stands. */
export type NextPlace =
  | {
      /** The first of its epoch: `parent` is the packet that the older one ended with here; null for the first of all. */
      readonly begins: true;
      readonly parent: PacketRef | null;
    }
  | { readonly begins: false; readonly follows: MadePacket };

/**
 * Whether packets go on as they were, or in an epoch of their own. The store knows what it has made, newest
 * last; `head` is what the folder beside it knows. A store that was restored is behind its folder, or says
 * something else; one that was brought to another PC has no folder. A folder that is behind is one whose last
 * writing was cut off. Source: exchange, "Packet" ("a restored old backup starts a new epoch with its parent").
 */
export function nextPlace(storeId: string, made: readonly MadePacket[], head: OutboxHead | null): NextPlace {
  const last = made.at(-1);
  if (head === null || head.storeId !== storeId) {
    return { begins: true, parent: last === undefined ? null : refOf(last) };
  }
  if (last === undefined || !made.some((packet) => isSame(packet, head))) {
    return { begins: true, parent: refOf(head) };
  }
  return { begins: false, follows: last };
}

export const refOf = ({ epoch, sequence, hash }: PacketRef): PacketRef => ({ epoch, sequence, hash });

const isSame = (a: PacketRef, b: PacketRef): boolean =>
  a.epoch === b.epoch && a.sequence === b.sequence && a.hash === b.hash;

const FULL_EVERY_MS = 30 * 86_400_000;

/**
 * Whether everything goes, or what is new. Everything: at the beginning of an epoch, when asked, thirty days
 * after the last time, and when somebody else reads it or is to know another share of people's data.
 */
export function packetKind(asked: {
  readonly wanted: 'full' | 'delta';
  readonly begins: boolean;
  readonly lastFull: { readonly madeAt: number } | null;
  readonly before: { readonly recipient: string; readonly personal: number } | null;
  readonly recipient: string;
  readonly personal: number;
  /** Epoch ms UTC. */
  readonly now: number;
}): 'full' | 'delta' {
  const { before, lastFull } = asked;
  const same = before?.recipient === asked.recipient && before.personal === asked.personal;
  const old = lastFull === null || asked.now - lastFull.madeAt >= FULL_EVERY_MS;
  return asked.wanted === 'full' || asked.begins || !same || old ? 'full' : 'delta';
}
