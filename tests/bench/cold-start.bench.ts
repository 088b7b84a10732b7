import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crowdedStore } from './crowded-store';
import { type BenchTable, median, ms } from './table';
import { end, openGround, readPage, start } from './window';

const RUNS = 9;

/** From the start of the process to the box that takes a keystroke, by the page's own clock. */
export default async function coldStart(): Promise<BenchTable> {
  const ground = await openGround();
  const folder = mkdtempSync(join(tmpdir(), 'shuke-bench-'));
  try {
    const rows: string[][] = [];
    for (const [what, members] of [
      ['empty store', 0],
      ['100,000 members, 1,000,000 bills', 100_000],
    ] as const) {
      const userData = join(folder, String(members));
      await crowdedStore(userData, members);
      const times: { whole: number; page: number }[] = [];
      // The first run fills the caches of system and Chromium and is told apart.
      for (let run = 0; run <= RUNS; run += 1) times.push(await once(ground.runtime, userData));
      const [first, ...warm] = times;
      const whole = warm.map((time) => time.whole).sort((a, b) => a - b);
      rows.push([
        what,
        ms(median(whole)),
        ms(whole.at(-1) ?? Number.NaN),
        ms(median(warm.map(({ page }) => page))),
        ms(first?.whole ?? Number.NaN),
      ]);
    }
    return {
      title: 'Cold start: from starting the process to the box that takes a keystroke',
      columns: ['store', 'median', 'slowest', 'of that, the page itself', 'the very first start'],
      rows,
      notes: [
        `${RUNS} starts of a new process each, ${ground.named}, the development build's folder (no asar).`,
        'Ends where the counter has put the focus into the box (performance.mark "box-usable"); "the page itself" is from its navigation on.',
      ],
    };
  } finally {
    ground.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function once(
  runtime: Parameters<typeof start>[0],
  userData: string,
): Promise<{ whole: number; page: number }> {
  const started = performance.timeOrigin + performance.now();
  const { child, port } = start(runtime, userData);
  const [origin, usable] = await readPage<[number, number]>(
    await port,
    `(() => {
      const mark = performance.getEntriesByName('box-usable')[0];
      return mark === undefined ? null : [performance.timeOrigin, mark.startTime];
    })()`,
  );
  await end(child);
  return { whole: origin + usable - started, page: usable };
}
