/** Once per run: runtime, build, display, sample store, and who the app runs as. Tells the workers through SHUKE_E2E. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ensureBuilt } from '../../../electron/setup/build.mjs';
import { projectFolder } from '../../../electron/setup/places.mjs';
import { displayArgs, ensureDisplay, launchArgs, runtimeEnv } from '../../../electron/setup/runtime.mjs';
import { say } from '../../../electron/setup/say.mjs';
import { setup } from '../../../electron/setup/setup.mjs';
import { isRoot, sandboxIsPossible, stageForNobody } from './unprivileged.mjs';

/** One for every hour: in one of them it is between ten in the morning and six. */
const ZONES = ['Asia/Shanghai', 'Africa/Lagos', 'America/Bogota', 'Pacific/Honolulu'];

/** As the app calls it where the system speaks Chinese, as it does in nearly all tests. */
const SAMPLE_NAME = '示例店铺';

export default async function globalSetup() {
  // A shop is open by day: at night nobody may be called, and the lists of the desk are empty.
  process.env.TZ = ZONES.find(isDay);
  const { executable } = await setup();
  await ensureBuilt();
  const making = makeSample();
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
    ? {
        ...direct,
        ...staged,
        args: displayArgs(),
        sandboxed: true,
        env: { ...direct.env, HOME: staged.home },
      }
    : direct;
  const sample = await making;
  process.env.SHUKE_E2E = JSON.stringify({ ...target, sample });
  return () => {
    display.stop();
    rmSync(sample, { recursive: true, force: true });
    if (staged) rmSync(staged.folder, { recursive: true, force: true });
  };
}

function isDay(timeZone) {
  const hour = Number(
    new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(Date.now()),
  );
  return hour >= 10 && hour < 18;
}

/** The sample store takes seconds to make: once for all who only look around in it, by the app's own worker. */
async function makeSample() {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-sample-'));
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const order = { path: join(folder, 'shuke.db'), name: SAMPLE_NAME, now: Date.now(), zone, practice: false };
  const worker = new Worker(join(projectFolder, 'out', 'main', 'seed-job.js'), { workerData: order });
  await new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', resolve);
  });
  return folder;
}
