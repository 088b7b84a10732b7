import { parentPort, workerData } from 'node:worker_threads';
import { v7 as newId } from 'uuid';
import { businessDateOf } from '../../../db/domain/calendar/business-day';
import { runInsights } from '../../../db/insights/run';
import { connect, createStore } from '../../../db/open';
import { PRACTICE_CASES } from '../../../db/sample/cases';
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

/** Enough that a name, a tail or a list is not found by chance; made while somebody waits. */
const PRACTICE_MEMBERS = 240;

const { path, name, now, zone, practice } = workerData as SampleOrder; // what make-sample.ts hands over

const calendar = { zone, dayStartHour: 0 };
const opened = createStore(path, now, (raw) => {
  fillNewStore(raw, {
    id: newId(),
    name,
    calendar,
    sample: true,
    owner: { id: newId(), name: '店主' },
    rules: SAMPLE_RULES,
    now: sampleOpening({ now, zone }),
  });
  const progress = (done: number, total: number) => {
    if (done % 73 === 0) parentPort?.postMessage({ done, total } satisfies SeedProgress);
  };
  const told = practice ? { members: PRACTICE_MEMBERS, cases: PRACTICE_CASES } : {};
  fillSample(raw, { now, seed: SEED, zone, progress, ...told });
});
// Whoever looks around first finds insight there already.
const reader = connect(path, { readonly: true });
const { raw: writer, turn } = opened;
await runInsights({
  ...{ reader, writer, turn, now, asOf: businessDateOf(now, calendar) },
  told: () => undefined,
});
reader.close();
await opened.close();
