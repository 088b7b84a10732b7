/** Builds main, preload and renderer into out/, and the head-office reader into out/hq, only when a source changed since. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lock } from './lock.mjs';
import { modulesFolder, projectFolder, projectNode } from './places.mjs';
import { projectEnv, run } from './run-command.mjs';
import { step } from './say.mjs';

const sources = [
  'electron',
  'renderer',
  'db',
  'package-lock.json',
  'electron.vite.config.ts',
  'tsconfig.json',
];
const readerSources = ['electron/hq', 'db', 'package-lock.json', 'tsconfig.json'];

/** Resolves to whether anything had to be built. */
export function ensureBuilt() {
  const tool = join(modulesFolder, 'electron-vite', 'bin', 'electron-vite.js');
  return ensureFresh('out/.sources', sources, '.shuke-build.lock', () =>
    run(projectNode, [tool, 'build'], { cwd: projectFolder, env: projectEnv() }),
  );
}

/** The same for the head-office reader, out/hq. */
export function ensureReaderBuilt() {
  const tool = join(modulesFolder, 'vite', 'bin', 'vite.js');
  const args = [tool, 'build', '--config', 'electron/hq/vite.config.ts'];
  return ensureFresh('out/.hq-sources', readerSources, '.shuke-hq-build.lock', () =>
    run(projectNode, args, { cwd: projectFolder, env: projectEnv() }),
  );
}

async function ensureFresh(stamp, of, lockName, build) {
  const stampFile = join(projectFolder, stamp);
  const isFresh = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint(of);
  // Two at once (a test run beside `npm start`) would empty each other's folders.
  const release = await lock(join(modulesFolder, lockName), isFresh);
  try {
    if (isFresh()) return false;
    const now = fingerprint(of);
    await step('Building', build);
    writeFileSync(stampFile, now);
    return true;
  } finally {
    release();
  }
}

/** Of the contents, not the times: a branch switched there and back needs no build. */
function fingerprint(of) {
  const hash = createHash('sha256');
  for (const source of of) {
    for (const file of filesOf(source))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(projectFolder, file)));
  }
  return hash.digest('hex');
}

function filesOf(path) {
  if (path.includes('.')) return [path];
  return readdirSync(join(projectFolder, path), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(projectFolder.length + 1))
    .filter((file) => !file.startsWith(join('electron', 'setup')))
    .sort();
}
