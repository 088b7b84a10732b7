import { v7 } from 'uuid';
import type { Instant } from '../domain/units';
import type { Random } from './random';

/** UUIDv7 of the moment that the story has reached, ordered as they are made, the same for the same seed. */
export function idsFrom(random: Random): (at: Instant) => string {
  const bytes = new Uint8Array(16);
  const words = new Uint32Array(bytes.buffer);
  let seq = 0;
  return (at) => {
    words[2] = random.next() * 2 ** 32;
    words[3] = random.next() * 2 ** 32;
    seq += 1;
    return v7({ msecs: at, random: bytes, seq });
  };
}
