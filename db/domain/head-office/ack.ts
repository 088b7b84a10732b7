import type { PacketRef } from '../packets/manifest';

/** What head office answers, as far as this store goes by it. */
export interface AckSaid {
  readonly epoch: string;
  /** The last packet without a hole before it; null when head office has none of the epoch. */
  readonly upto: PacketRefLike | null;
  /** Packets from `from` to `to`, both included. */
  readonly missing: readonly { readonly epoch: string; readonly from: number; readonly to: number }[];
}
type PacketRefLike = Pick<PacketRef, 'sequence' | 'hash'>;

export interface AckEffect<Packet> {
  /** Head office has these, and everything before them. */
  readonly acked: readonly Packet[];
  readonly askedAgain: readonly Packet[];
  /** Head office has another packet in the place of one of these: two stores send under one name. */
  readonly forked: boolean;
}

/**
 * What an acknowledgement says of the packets that this store has made. One whose last packet is another than
 * this store's own speaks of somebody else's: nothing counts as acknowledged by it.
 */
export function effectOf<Packet extends PacketRef>(
  ack: AckSaid,
  packets: readonly Packet[],
): AckEffect<Packet> {
  const { epoch, upto } = ack;
  const own = packets.find((packet) => packet.epoch === epoch && packet.sequence === upto?.sequence);
  const forked = upto !== null && own !== undefined && own.hash !== upto.hash;
  const isMissing = (packet: Packet) =>
    ack.missing.some(
      ({ epoch: of, from, to }) => packet.epoch === of && packet.sequence >= from && packet.sequence <= to,
    );
  const isCovered = (packet: Packet) =>
    upto !== null && packet.epoch === epoch && packet.sequence <= upto.sequence && !isMissing(packet);
  return {
    acked: forked ? [] : packets.filter(isCovered),
    askedAgain: packets.filter(isMissing),
    forked,
  };
}
