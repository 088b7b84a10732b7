/** `npm start`: sets up what is missing, builds what changed, opens Shuke. Arguments go to the app. */
import { spawn } from 'node:child_process';
import { ensureBuilt } from './build.mjs';
import { projectFolder } from './places.mjs';
import { ensureDisplay, launchArgs, runtimeEnv } from './runtime.mjs';
import { fail, say } from './say.mjs';
import { setup } from './setup.mjs';

async function start() {
  const { executable } = await setup();
  await ensureBuilt();
  const display = await ensureDisplay();
  if (display.virtual)
    say('no display: running under a virtual one; use npm run demo to see it (Ctrl+C ends it)');
  // On a bare Linux Chromium complains about the missing desktop bus; that says nothing about Shuke.
  const quiet = display.virtual ? ['--log-level=3'] : [];
  const app = spawn(executable, [...launchArgs(), ...quiet, projectFolder, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: runtimeEnv(),
  });
  app.once('spawn', () => say('Shuke is opening'));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => app.kill(signal));
  app.once('error', fail);
  app.once('close', (code, signal) => {
    display.stop();
    process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
  });
}

start().catch(fail);
