import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { connect } from '@db/open';
import type { OtherWriter } from '../../support/other-writer';

/** Where it holds the lock, and the `Turn` that it waits for. */
export type LateCounter = OtherWriter;

/** A thread that lets go of a store while the counter still waits; a moment later the counter waits no more. */
const { path, turn } = workerData as LateCounter; // what the test hands over
const raw = connect(path);
raw.exec('begin immediate');
parentPort?.postMessage('begun');
await wait(50);
raw.exec('commit');
await wait(50);
Atomics.sub(new Int32Array(turn), 0, 1);
raw.close();
