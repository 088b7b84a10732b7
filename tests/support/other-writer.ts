import { parentPort, workerData } from 'node:worker_threads';
import { giveWay, Slices } from '@db/exchange/slices';
import { connect } from '@db/open';
import { Turn } from '@db/turn';

/** Where it writes, and the store's `Turn`. */
export interface OtherWriter {
  readonly path: string;
  readonly turn: SharedArrayBuffer;
}

/** A thread that writes to a store in slices, one right after the other, as insight does beside an import. */
const { path, turn } = workerData as OtherWriter; // what the test hands over
const raw = connect(path);
const counter = new Turn(turn);
const slices = new Slices(raw, counter);
const asleep = new Int32Array(new SharedArrayBuffer(4));
parentPort?.postMessage('begun');
for (;;) {
  slices.run(() => undefined);
  if (!slices.full) {
    Atomics.wait(asleep, 0, 0, 1); // it only has to hold the lock
    continue;
  }
  slices.end();
  await giveWay(counter);
}
