/** Once per run: runtime, build, display, and who the app runs as. Tells the workers through SHUKE_E2E. */
import { rmSync } from 'node:fs';
import { ensureBuilt } from '../../../electron/setup/build.mjs';
import { projectFolder } from '../../../electron/setup/places.mjs';
import { ensureDisplay, launchArgs, runtimeEnv } from '../../../electron/setup/runtime.mjs';
import { say } from '../../../electron/setup/say.mjs';
import { setup } from '../../../electron/setup/setup.mjs';
import { isRoot, sandboxIsPossible, stageForNobody } from './unprivileged.mjs';

export default async function globalSetup() {
  const { executable } = await setup();
  await ensureBuilt();
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
  process.env.SHUKE_E2E = JSON.stringify(target);
  return () => {
    display.stop();
    if (staged) rmSync(staged.folder, { recursive: true, force: true });
  };
}
