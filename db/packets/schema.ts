import { canonical } from '../canonical';
import { PACKET_KINDS } from '../domain/packets/entries';
import { PACKET_VERSION } from '../domain/packets/manifest';

/** What the columns of a packet are, for whoever reads one without Shuke: `schema.json`. */
export const packetSchema = (): string =>
  canonical({ format: 'shuke-packet-schema', version: PACKET_VERSION, kinds: PACKET_KINDS });
