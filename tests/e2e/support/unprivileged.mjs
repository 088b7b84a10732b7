/**
 * Chromium refuses its sandbox to root, and CI containers are root. So that the tests see what a shop
 * sees, the app then runs as `nobody`, from a copy (hard links) that `nobody` can read.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { linkTree } from '../../../electron/setup/link-tree.mjs';
import { projectFolder } from '../../../electron/setup/places.mjs';

const nobody = 65534;
const asNobody = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];

export const isRoot = process.platform === 'linux' && process.getuid() === 0;

/** Whether this kernel lets `nobody` have the namespaces that the sandbox is made of. */
export function sandboxIsPossible() {
  return spawnSync('setpriv', [...asNobody, 'unshare', '-Ur', 'true'], { cwd: '/' }).status === 0;
}

/** Stages runtime and built app; resolves to what Playwright launches instead. */
export function stageForNobody(executable) {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-e2e-'));
  chmodSync(folder, 0o755);
  linkTree(dirname(executable), join(folder, 'runtime'));
  const app = join(folder, 'app');
  const sqlite = join('node_modules', 'better-sqlite3');
  mkdirSync(join(app, sqlite), { recursive: true });
  for (const part of [
    'out',
    'package.json',
    ...['lib', 'prebuilds', 'package.json'].map((at) => join(sqlite, at)),
  ]) {
    cpSync(join(projectFolder, part), join(app, part), { recursive: true });
  }
  const home = join(folder, 'home');
  mkdirSync(home);
  chownSync(home, nobody, nobody);
  const launcher = join(folder, 'electron-as-nobody');
  const command = `exec setpriv ${asNobody.join(' ')} '${join(folder, 'runtime', basename(executable))}' "$@"`;
  writeFileSync(launcher, `#!/bin/sh\n${command}\n`, { mode: 0o755 });
  return { folder, executable: launcher, app, home, owner: nobody };
}
