/** Where things are: the checkout, the Node of the project, the cache shared by all checkouts. */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const windows = process.platform === 'win32';

export const projectFolder = resolve(fileURLToPath(import.meta.url), '../../..');
export const modulesFolder = join(projectFolder, 'node_modules');

/** Node 24 from the `node` package: what the tools run on, whatever the machine has. */
export const projectNode = join(modulesFolder, 'node', 'bin', windows ? 'node.exe' : 'node');

/** Outside the checkout, so that a fresh clone reuses what an earlier one downloaded or built. */
export function cacheFolder() {
  if (process.env.XDG_CACHE_HOME) return join(process.env.XDG_CACHE_HOME, 'shuke');
  if (windows) return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'shuke', 'Cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'shuke');
  return join(homedir(), '.cache', 'shuke');
}

/** The installed version of a dependency, or undefined when it is not there. */
export function installedVersion(name) {
  const file = join(modulesFolder, name, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
}
