/**
 * `npm run demo`: where there is a display, Shuke opens on the sample store. Where there is none (or with
 * `-- --walk`), the main job is walked step by step under a virtual one, in Chinese and in English, with a
 * numbered picture of each step and the head-office export in out/demo/.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../electron/setup/build.mjs';
import { modulesFolder, projectFolder, projectNode } from '../../electron/setup/places.mjs';
import { projectEnv } from '../../electron/setup/run-command.mjs';
import { electronRuntime, ensureDisplay, launchArgs, runtimeEnv } from '../../electron/setup/runtime.mjs';
import { fail, say } from '../../electron/setup/say.mjs';
import { setup } from '../../electron/setup/setup.mjs';

const output = join(projectFolder, 'out', 'demo');

async function demo() {
  await setup();
  await ensureBuilt();
  const display = await ensureDisplay();
  const walks = display.virtual || process.argv.includes('--walk');
  const child = walks ? walk() : open();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.once('error', fail);
  child.once('close', (code, signal) => {
    display.stop();
    process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
  });
}

/** The window itself, for a person; what is done in it stays for the next time. */
function open() {
  const userData = join(output, 'user-data');
  mkdirSync(userData, { recursive: true });
  say('opening the sample store (the first time it is made: 2,000 members, two years of purchases)');
  return spawn(electronRuntime().executable, [...launchArgs(), projectFolder, '--sample'], {
    stdio: 'inherit',
    env: { ...runtimeEnv(), SHUKE_USER_DATA: userData },
  });
}

function walk() {
  for (const part of ['zh', 'en', 'export']) rmSync(join(output, part), { recursive: true, force: true });
  say('no display: walking the main job under a virtual one; each step is a picture in out/demo/');
  const runner = join(modulesFolder, '@playwright', 'test', 'cli.js');
  const config = join(projectFolder, 'tests', 'demo', 'playwright.config.ts');
  return spawn(projectNode, [runner, 'test', '--config', config], {
    stdio: 'inherit',
    env: projectEnv(),
    cwd: projectFolder,
  });
}

demo().catch(fail);
