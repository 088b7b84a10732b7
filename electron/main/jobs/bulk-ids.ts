import { randomFillSync } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';

const POOLED = 1024;
const BYTES = 16;

/**
 * UUIDv7 for very many rows: the system is asked for random bytes once in a thousand ids, not for each.
 * A counter keeps the ids of one worker in their order.
 */
export function bulkIds(clock: () => number): () => string {
  const pool = new Uint8Array(POOLED * BYTES);
  let used = POOLED;
  let seq = 0;
  return () => {
    if (used === POOLED) {
      randomFillSync(pool);
      used = 0;
    }
    const random = pool.subarray(used * BYTES, ++used * BYTES);
    seq = (seq + 1) & 0x7fffffff;
    return uuidv7({ msecs: clock(), seq, random });
  };
}
