/** How much of a packet head office takes in before it says no. A packet is a stranger's until it is verified. */
export interface PacketCaps {
  /** Bytes of the file. */
  readonly file: number;
  /** Of the age header: a packet has two recipients. */
  readonly header: number;
  readonly manifest: number;
  /** Bytes of all files together, unpacked. */
  readonly inflated: number;
  /** Unpacked to packed, for all files together. */
  readonly ratio: number;
  /** Characters of one line. */
  readonly line: number;
}

const MIB = 1024 * 1024;

/** A store of 1,000,000 members and 10,000,000 purchases sends about 5 GB unpacked, 0.7 GB packed. */
export const PACKET_CAPS: PacketCaps = {
  file: 4096 * MIB,
  header: 64 * 1024,
  manifest: MIB,
  inflated: 16 * 1024 * MIB,
  ratio: 200,
  line: 16 * 1024,
};
