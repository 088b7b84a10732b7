/** Once per run: runtime, build, display, sample stores, and who the app runs as. Tells the workers through SHUKE_E2E. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ensureBuilt } from '../../../electron/setup/build.mjs';
import { projectFolder } from '../../../electron/setup/places.mjs';
import { ensureDisplay, launchArgs, runtimeEnv } from '../../../electron/setup/runtime.mjs';
import { say } from '../../../electron/setup/say.mjs';
import { setup } from '../../../electron/setup/setup.mjs';
import { isRoot, sandboxIsPossible, stageForNobody } from './unprivileged.mjs';

/** One for every hour: in one of them it is between ten in the morning and six. */
const ZONES = ['Asia/Shanghai', 'Africa/Lagos', 'America/Bogota', 'Pacific/Honolulu'];

/** As the app calls them in what the system speaks. */
const SAMPLE_NAMES = { 'zh-CN': '示例店铺', 'en-US': 'Sample store' };

export default async function globalSetup() {
  // A shop is open by day: at night nobody may be called, and the lists of the desk are empty.
  process.env.TZ = ZONES.find(isDay);
  const { executable } = await setup();
  await ensureBuilt();
  const samples = makeSamples();
  const display = await ensureDisplay();
  const direct = {
    executable,
    app: projectFolder,
    args: launchArgs(),
    sandboxed: !isRoot,
    env: runtimeEnv(),
  };
  let staged;
  if (isRoot && sandboxIsPossible()) staged = stageForNobody(executable);
  else if (isRoot) say('end-to-end: this kernel gives no user namespaces, so the sandbox is off');
  const target = staged
    ? { ...direct, ...staged, args: [], sandboxed: true, env: { ...direct.env, HOME: staged.home } }
    : direct;
  const made = await samples;
  process.env.SHUKE_E2E = JSON.stringify({ ...target, samples: made });
  return () => {
    display.stop();
    for (const folder of Object.values(made)) rmSync(folder, { recursive: true, force: true });
    if (staged) rmSync(staged.folder, { recursive: true, force: true });
  };
}

function isDay(timeZone) {
  const hour = Number(
    new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(Date.now()),
  );
  return hour >= 10 && hour < 18;
}

/** The sample stores take seconds to make: once for all who only look around in them, side by side, by the app's own worker. */
async function makeSamples() {
  const names = Object.entries(SAMPLE_NAMES);
  const folders = await Promise.all(names.map(([, name]) => makeSample(name)));
  return Object.fromEntries(names.map(([locale], at) => [locale, folders[at]]));
}

async function makeSample(name) {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-sample-'));
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const order = { path: join(folder, 'shuke.db'), name, now: Date.now(), zone, practice: false };
  const worker = new Worker(join(projectFolder, 'out', 'main', 'seed-job.js'), { workerData: order });
  await new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', resolve);
  });
  return folder;
}
