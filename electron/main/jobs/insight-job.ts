import { parentPort, workerData } from 'node:worker_threads';
import { runInsights } from '../../../db/insights/run';
import { connect } from '../../../db/open';
import { Turn } from '../../../db/turn';
import type { RunOrder, RunProgress } from '../insight-runs';

/** A window needs no more than four pictures a second of how far a run is. */
const TELL_EVERY_MS = 250;

/** The worker thread of a run: it ends without an error when all is written. Cut off anywhere, it leaves a store to run again. */
const { storePath, turn, now, asOf } = workerData as RunOrder; // what insight-runs.ts hands over
const reader = connect(storePath, { readonly: true });
const writer = connect(storePath);
let last: { readonly step: string; readonly at: number } = { step: '', at: 0 };
try {
  await runInsights({
    ...{ reader, writer, now, asOf },
    turn: new Turn(turn),
    told: (step, done, total) => {
      const at = performance.now();
      if (step === last.step && at - last.at < TELL_EVERY_MS) return;
      last = { step, at };
      parentPort?.postMessage({ step, done, total } satisfies RunProgress);
    },
  });
} finally {
  reader.close();
  writer.close();
}
