/**
 * `npm run package`: the unpacked app of this machine, in dist/. `npm run package -- --installer`
 * makes the installers too (they need tools that electron-builder downloads).
 */
import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { installedVersion, modulesFolder, projectFolder, projectNode } from './places.mjs';
import { registryDistribution, registryElectronVersion, registrySqlite } from './registry-runtime.mjs';
import { projectEnv, run } from './run-command.mjs';
import { fail, say, step } from './say.mjs';
import { setup } from './setup.mjs';

const output = join(projectFolder, 'dist');

/** Resolves to the packed app's folder and the file to start. */
export async function packageApp({ installer = false } = {}) {
  const runtime = await setup();
  await ensureBuilt();
  const folder = join(output, unpackedFolder());
  rmSync(folder, { recursive: true, force: true });
  await step(installer ? 'Packing and making installers' : 'Packing', () => pack(runtime.kind, installer));
  // A registry runtime is for trying out only: its better-sqlite3 goes where the shipped one was.
  if (runtime.kind === 'registry') copyFileSync(registrySqlite(), unpackedBinary(folder));
  return { folder, executable: join(folder, executableName()), runtime };
}

async function pack(kind, installer) {
  const tool = join(modulesFolder, 'electron-builder', 'cli.js');
  const args = [tool, installer ? '' : '--dir', '--publish', 'never'].filter((argument) => argument !== '');
  const electron =
    kind === 'registry'
      ? [`-c.electronDist=${registryDistribution()}`, `-c.electronVersion=${registryElectronVersion}`]
      : [
          `-c.electronDist=${join(modulesFolder, 'electron', 'dist')}`,
          `-c.electronVersion=${installedVersion('electron')}`,
        ];
  await run(projectNode, [...args, ...electron], { cwd: projectFolder, env: projectEnv() });
}

function unpackedFolder() {
  const arch = process.arch === 'x64' ? '' : `-${process.arch}`;
  if (process.platform === 'darwin') return `mac${arch}`;
  return process.platform === 'win32' ? `win${arch}-unpacked` : `linux${arch}-unpacked`;
}

function executableName() {
  if (process.platform === 'darwin') return join('Shuke.app', 'Contents', 'MacOS', 'Shuke');
  return process.platform === 'win32' ? 'Shuke.exe' : 'shuke';
}

function unpackedBinary(folder) {
  const prebuilds = join(
    folder,
    'resources',
    'app.asar.unpacked',
    'node_modules',
    'better-sqlite3',
    'prebuilds',
  );
  return join(prebuilds, readdirSync(prebuilds)[0]);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const installer = process.argv.includes('--installer');
  packageApp({ installer }).then(({ executable }) => say(`packed: ${executable}`), fail);
}
