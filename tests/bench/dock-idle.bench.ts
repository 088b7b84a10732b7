import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { crowdedStore } from './crowded-store';
import { type Inspected, inspect } from './devtools';
import { type BenchTable, median, ms, percentile } from './table';
import { end, openGround, pageAddress, project, readPage, start } from './window';

const MEMBERS = 10_000;
/** What follows an opening (the daily pass, the look at the trail) is over by then. */
const SETTLE_MS = 90_000;
const IDLE_MS = 30_000;
const SUMMONS = 50;

type Ground = Awaited<ReturnType<typeof openGround>>;
/** Per kind of process: megabytes that are its own alone, and the share of one core while nothing is done. */
type Idle = readonly { readonly kind: string; readonly megabytes: number; readonly percent: number }[];

/** What the dock costs beside the till's own program while nobody uses it, and how soon it is there when called. */
export default async function dockIdle(): Promise<BenchTable> {
  const ground = await openGround();
  const folder = mkdtempSync(join(tmpdir(), 'shuke-bench-'));
  try {
    const blank = await measureBlank(ground, join(folder, 'blank'));
    const shuke = await measureShuke(ground, join(folder, 'shuke'));
    return {
      title: 'The dock while nobody uses it',
      columns: ['what', 'memory', 'of that main', 'page', 'CPU of one core', 'of that main', 'page'],
      rows: [
        row('a blank window of Electron, shown', blank.shown),
        row('the same, hidden', blank.hidden),
        row('the dock, summoned and idle', shuke.shown),
        row('the dock, put away', shuke.hidden),
        [
          `called ${SUMMONS} times: to the painted box with the keys`,
          `median ${ms(median(shuke.summons))}`,
          `99 % ${ms(percentile(shuke.summons, 0.99))}`,
          '',
          '',
          '',
          '',
        ],
      ],
      notes: [
        `A store of ${MEMBERS.toLocaleString('en')} members, ${ground.named}, each over ${IDLE_MS / 1000} s after ${SETTLE_MS / 1000} s to settle.`,
        'Memory is what is a process’s own (pages it has written, swapped out or not; on other systems than Linux and Windows its working set), from app.getAppMetrics and /proc; CPU from app.getAppMetrics.',
        'A call is timed from the handler of the key in main to the frame after the box has the keys.',
      ],
    };
  } finally {
    ground.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function row(what: string, idle: Idle): string[] {
  const of = (figure: 'megabytes' | 'percent', ...kinds: readonly string[]) =>
    sum(idle.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind)).map((each) => each[figure]));
  const told = (figure: 'megabytes' | 'percent', say: (value: number) => string) =>
    [of(figure), of(figure, 'Browser'), of(figure, 'Tab')].map(say);
  return [
    what,
    ...told('megabytes', (value) => `${value.toFixed(0)} MB`),
    ...told('percent', (value) => `${value.toFixed(2)} %`),
  ];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** The least that Electron can be: one empty field in a window of the dock's size. */
async function measureBlank({ runtime }: Ground, folder: string): Promise<{ shown: Idle; hidden: Idle }> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "name": "blank", "main": "main.cjs" }');
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
    app.whenReady().then(() => new BrowserWindow({ width: 380, height: 768 }).loadURL('data:text/html,<input autofocus>'));`,
  );
  const { child, main } = start(runtime, folder, folder);
  const inside = await inspect(await main);
  await pause(5_000);
  const shown = await idleOf(inside);
  await inside.evaluate(`require('electron').BrowserWindow.getAllWindows()[0].hide()`);
  const hidden = await idleOf(inside);
  inside.close();
  await end(child);
  return { shown, hidden };
}

async function measureShuke(
  { runtime }: Ground,
  userData: string,
): Promise<{ shown: Idle; hidden: Idle; summons: number[] }> {
  await crowdedStore(userData, MEMBERS);
  const { child, port, main } = start(runtime, userData, project);
  const inside = await inspect(await main);
  await readPage(await port, `document.querySelector('[data-lookup-box]') === null ? null : true`);
  const page = await inspect(await pageAddress(await port));
  await page.evaluate(`window.shuke.invoke('dock.turn', { input: { form: 'dock' } })`);
  await pause(SETTLE_MS);
  const shown = await idleOf(inside);
  await page.evaluate(DISMISS);
  const hidden = await idleOf(inside);
  const summons: number[] = [];
  for (let time = 0; time < SUMMONS; time += 1) summons.push(await summon(inside, page));
  page.close();
  inside.close();
  await end(child);
  return { shown, hidden, summons };
}

const DISMISS = `window.shuke.invoke('dock.dismiss', { input: {} })`;

/** Milliseconds from the call in main to the frame that follows the focus in the box; put away again afterwards. */
async function summon(inside: Inspected, page: Inspected): Promise<number> {
  await pause(300);
  await page.evaluate(`window.there = new Promise((resolve) => {
    const look = () => {
      const box = document.querySelector('[data-lookup-box]');
      if (!document.hasFocus() || document.activeElement !== box) return requestAnimationFrame(look);
      requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())));
    };
    requestAnimationFrame(look);
  }); null`);
  // A second start calls the same function as the key does.
  const called = await inside.evaluate<number>(
    `(() => { const at = performance.timeOrigin + performance.now(); require('electron').app.emit('second-instance'); return at; })()`,
  );
  const there = await page.evaluate<number>('window.there');
  await page.evaluate(DISMISS);
  return there - called;
}

interface Metric {
  readonly pid: number;
  readonly type: string;
  readonly cpu: { readonly percentCPUUsage: number };
  readonly memory: { readonly workingSetSize: number; readonly privateBytes?: number };
}

/** The share of CPU is since the question before, so there are two. */
async function idleOf(inside: Inspected): Promise<Idle> {
  const ask = () => inside.evaluate<Metric[]>(`require('electron').app.getAppMetrics()`);
  await ask();
  await pause(IDLE_MS);
  return (await ask()).map(({ pid, type, cpu, memory }) => ({
    kind: type,
    megabytes: (ownKilobytes(pid) ?? memory.privateBytes ?? memory.workingSetSize) / 1024,
    // Electron tells the share of all cores together.
    percent: cpu.percentCPUUsage * cpus().length,
  }));
}

/**
 * Linux tells of a process's own pages here and not through Electron; null elsewhere. Pages of the program's file are
 * left out: whether they count as its own depends on who else runs Electron at the moment.
 */
function ownKilobytes(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  const told = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return sum(
    [...told.matchAll(/^(?:Private_Dirty|Swap):\s+(\d+) kB/gm)].map(([, kilobytes]) => Number(kilobytes)),
  );
}
