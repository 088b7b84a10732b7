import { statSync } from 'node:fs';
import { it } from 'vitest';
import { pathsIn } from '../../electron/main/paths';
import { chances } from '../support/member-rows';
import { aShop, type TestShop } from '../support/shop';
import { bar, measure } from './support/measure';
import { broken } from './support/store-check';
import { TillWork } from './support/till-work';

const MB = 1024 ** 2;
/** Nobody rests here as often as at a counter: SQLite itself moves the log into the store at 64 MB (db/open.ts). */
const WAL_MB = 72;
/** Memory may grow by so much per 100,000 acts, by the line of least squares through its samples. */
const SLOPE_MB = 1;
/** Acts after which caches are full: what comes before says nothing about a leak. */
const WARM = 20_000;
const SAMPLED_EVERY = 5000;
/** A till rests now and then; what is put off until it is quiet must have its moment. */
const RESTS_EVERY = 25_000;
const REST_MS = 2500;

it('trust, soak: acts without end keep memory flat and the log small', async () => {
  await measure({ test: 'soak', what: 'acts', bar: bar(400, 1_000_000) }, async ({ n, seed }) => {
    const shop = await aShop();
    const work = new TillWork(shop, chances(seed));
    const samples: (readonly [acts: number, mb: number])[] = [];
    let wal = 0;
    for (let done = 1; done <= n; done += 1) {
      await work.next();
      wal = Math.max(wal, done % 100 === 0 ? walOf(shop) : 0);
      if (done % RESTS_EVERY === 0) await new Promise((resume) => setTimeout(resume, REST_MS));
      if (done > WARM && done % SAMPLED_EVERY === 0) samples.push([done, heapMb()]);
    }
    const slope = slopeOf(samples) * 100_000;
    const failures = await broken(shop.main.app.session.shop().opened);
    if (wal > WAL_MB * MB) failures.push(`the log grew to ${(wal / MB).toFixed(1)} MB`);
    if (slope > SLOPE_MB) failures.push(`memory grows by ${slope.toFixed(2)} MB per 100,000 acts`);
    await shop.close();
    const told = samples.length < 2 ? 'too short for a slope' : `${slope.toFixed(2)} MB per 100,000 acts`;
    return { n, failures, notes: [`log at most ${(wal / MB).toFixed(1)} MB`, told] };
  });
});

function walOf({ userData }: TestShop): number {
  return statSync(`${pathsIn(userData).store}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}

function heapMb(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / MB;
}

/** Of the line of least squares. */
function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / Math.max(1, of.length);
  const [mx, my] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const spread = points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  return spread === 0 ? 0 : points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / spread;
}
