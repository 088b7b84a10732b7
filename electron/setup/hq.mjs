/**
 * `npm run hq -- <command>`: the head-office reader. No Electron and no display: it runs on the project's
 * Node, bundled into out/hq when a source has changed since.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureReaderBuilt } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { projectFolder, projectNode } from './places.mjs';
import { projectEnv } from './run-command.mjs';
import { fail } from './say.mjs';

async function hq() {
  // Standard output is the reader's own: programs read what it prints.
  const { write } = process.stdout;
  process.stdout.write = process.stderr.write.bind(process.stderr);
  await ensureDependencies();
  await ensureReaderBuilt();
  process.stdout.write = write;
  const reader = spawn(projectNode, [join(projectFolder, 'out/hq/index.mjs'), ...process.argv.slice(2)], {
    stdio: 'inherit',
    // npm runs scripts in the project's folder; paths are meant from where the person is.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: projectEnv(),
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => reader.kill(signal));
  reader.once('error', fail);
  reader.once('close', (code) => {
    process.exitCode = code ?? 1;
  });
}

hq().catch(fail);
