/** Builds main, preload and renderer into out/, only when a source changed since. */
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
const stampFile = join(projectFolder, 'out', '.sources');

/** Resolves to whether anything had to be built. */
export async function ensureBuilt() {
  const isFresh = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint();
  // Two at once (a test run beside `npm start`) would empty each other's folders.
  const release = await lock(join(modulesFolder, '.shuke-build.lock'), isFresh);
  try {
    if (isFresh()) return false;
    const stamp = fingerprint();
    const tool = join(modulesFolder, 'electron-vite', 'bin', 'electron-vite.js');
    await step('Building', () =>
      run(projectNode, [tool, 'build'], { cwd: projectFolder, env: projectEnv() }),
    );
    writeFileSync(stampFile, stamp);
    return true;
  } finally {
    release();
  }
}

/** Of the contents, not the times: a branch switched there and back needs no build. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const source of sources) {
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
