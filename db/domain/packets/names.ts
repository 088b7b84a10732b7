import type { PacketManifest } from './manifest';

/** What a packet holds besides its data. */
export const MANIFEST_NAME = 'manifest.json';
export const SIGNATURE_NAME = 'manifest.sig';
export const SCHEMA_NAME = 'schema.json';

/** A packet's file name ends so; beside it lies the same name with `.sha256` behind. */
export const PACKET_END = '.shuke';

type Named = Pick<PacketManifest, 'epoch' | 'sequence' | 'kind'> & {
  readonly store: { readonly id: string };
};

/** `SHK_<last 8 of the store's id>_<epoch>-<number in 6 digits>_<delta|full>.shuke`: sorts in the order of making. */
export const packetFileName = (packet: Named): string =>
  `SHK_${shortId(packet.store.id)}_${packet.epoch}-${sixDigits(packet.sequence)}_${packet.kind}${PACKET_END}`;

/** The answer to all packets of a store up to this one. */
export const ackFileName = (ack: { storeId: string; epoch: string; sequence: number }): string =>
  `ACK_${shortId(ack.storeId)}_${ack.epoch}-${sixDigits(ack.sequence)}.shuke-ack`;

const shortId = (storeId: string): string => storeId.replaceAll('-', '').slice(-8);
const sixDigits = (sequence: number): string => String(sequence).padStart(6, '0');
