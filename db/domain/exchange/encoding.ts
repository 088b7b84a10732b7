import type { Encoding } from './fields';

/** Bytes of a byte-order mark at the start, to be left out of the first cell. */
export function bomLength(bytes: Uint8Array, encoding: Encoding): number {
  const starts = (...mark: number[]) => mark.every((byte, at) => bytes[at] === byte);
  if (encoding === 'utf-8') return starts(0xef, 0xbb, 0xbf) ? 3 : 0;
  if (encoding === 'utf-16le') return starts(0xff, 0xfe) ? 2 : 0;
  if (encoding === 'utf-16be') return starts(0xfe, 0xff) ? 2 : 0;
  return starts(0x84, 0x31, 0x95, 0x33) ? 4 : 0;
}

/**
 * The encoding of a file by its beginning: a mark decides; zeros in every other byte are UTF-16;
 * what is well-formed UTF-8 is that; anything else is what Chinese Windows writes (GBK is part of GB18030).
 */
export function guessEncoding(bytes: Uint8Array): Encoding {
  for (const marked of ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const) {
    if (bomLength(bytes, marked) > 0) return marked;
  }
  const [even, odd] = zerosByPlace(bytes);
  const few = bytes.length / 100;
  // Commas, digits and line ends are ASCII even in a file of Han text: a good share of every CSV.
  if (odd > few * 5 && even <= few) return 'utf-16le';
  if (even > few * 5 && odd <= few) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'gb18030';
}

function zerosByPlace(bytes: Uint8Array): [number, number] {
  const zeros: [number, number] = [0, 0];
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) zeros[at % 2 === 0 ? 0 : 1]++;
  return zeros;
}

/** The sample may end inside a character; anything else that is malformed is not UTF-8. */
function isUtf8(bytes: Uint8Array): boolean {
  for (let cut = 0; cut <= 3 && cut <= bytes.length; cut++) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length - cut));
      return true;
    } catch {
      // Perhaps cut inside its last character: try without the last byte.
    }
  }
  return false;
}
