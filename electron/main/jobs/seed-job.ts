import { parentPort, workerData } from 'node:worker_threads';
import { v7 as newId } from 'uuid';
import { createStore } from '../../../db/open';
import { fillSample, sampleOpening } from '../../../db/sample/fill';
import { SAMPLE_RULES } from '../../../db/sample/rules';
import { fillNewStore } from '../../../db/settings/commands';
import type { SampleOrder } from './make-sample';

/** Which of the possible stories the sample store tells; the guide and the demo know its people. */
const SEED = 20_261_122;

/** What the worker says while it works; that it is done, it says by ending without an error. */
export interface SeedProgress {
  readonly done: number;
  readonly total: number;
}

const { path, name, now, zone } = workerData as SampleOrder; // what make-sample.ts hands over

const opened = createStore(path, now, (raw) => {
  fillNewStore(raw, {
    id: newId(),
    name,
    calendar: { zone, dayStartHour: 0 },
    sample: true,
    owner: { id: newId(), name: '店主' },
    rules: SAMPLE_RULES,
    now: sampleOpening({ now, zone }),
  });
  const progress = (done: number, total: number) => {
    if (done % 73 === 0) parentPort?.postMessage({ done, total } satisfies SeedProgress);
  };
  fillSample(raw, { now, seed: SEED, zone, progress });
});
await opened.close();
