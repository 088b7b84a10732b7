/** The Electron binary the `electron` package downloads (checked against the checksums it carries). */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, installedVersion, modulesFolder, projectNode } from './places.mjs';
import { projectEnv, run } from './run-command.mjs';
import { SetupError, say, step } from './say.mjs';

const packageFolder = join(modulesFolder, 'electron');
const downloads = () => join(cacheFolder(), 'electron-downloads');
const reachTimeoutMs = 6000;
const downloadTimeoutMs = 20 * 60_000;
/** A blocked network is asked again after this time, so that later starts do not wait for it. */
const rememberFailureMs = 6 * 3_600_000;

/** The executable, or undefined when it was not downloaded. */
export function officialExecutable() {
  const path = read(join(packageFolder, 'path.txt'));
  const version = read(join(packageFolder, 'dist', 'version'))?.replace(/^v/, '');
  if (!path || version !== installedVersion('electron')) return undefined;
  const executable = join(packageFolder, 'dist', path);
  return existsSync(executable) ? executable : undefined;
}

/** Resolves to undefined when the binary is there, otherwise to the reason why not, in words. */
export async function fetchOfficialRuntime() {
  if (officialExecutable()) return undefined;
  const version = installedVersion('electron');
  const refusal = join(cacheFolder(), `electron-${version}-unreachable.txt`);
  const base = mirror() ?? 'https://github.com/electron/electron/releases/download/';
  const remembered = read(refusal)?.split('\n');
  if (remembered && remembered[1] === base && Date.now() - Number(remembered[0]) < rememberFailureMs) {
    return remembered[2];
  }
  const reason = hasDownloaded(version) ? undefined : await reach(`${base}v${version}/SHASUMS256.txt`);
  const failure = reason ?? (await download(version));
  if (!failure) {
    rmSync(refusal, { force: true });
    return undefined;
  }
  const told = `${new URL(base).host} cannot be reached (${failure})`;
  remember(refusal, [Date.now(), base, told].join('\n'));
  return told;
}

function remember(file, text) {
  try {
    mkdirSync(cacheFolder(), { recursive: true });
    writeFileSync(file, text);
  } catch {
    // A cache that another user owns serves well enough for reading.
  }
}

function mirror() {
  const { ELECTRON_MIRROR, npm_config_electron_mirror } = process.env;
  return npm_config_electron_mirror || ELECTRON_MIRROR;
}

function hasDownloaded(version) {
  const file = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  return (
    existsSync(downloads()) && readdirSync(downloads(), { recursive: true }).some((at) => at.endsWith(file))
  );
}

/** A short try, before a download that may take minutes. Resolves to a reason when it fails. */
async function reach(url) {
  const probe = `fetch(process.argv[1], { method: 'HEAD', signal: AbortSignal.timeout(${reachTimeoutMs}) })
    .then((answer) => console.log(answer.ok ? '' : 'status ' + answer.status),
          (error) => console.log(error.cause?.code ?? error.name))`;
  const env = projectEnv({ NODE_USE_ENV_PROXY: '1' });
  const answer = await run(projectNode, ['-e', probe, url], { env, timeout: reachTimeoutMs + 4000 });
  return answer.trim() || undefined;
}

async function download(version) {
  const env = projectEnv({
    electron_config_cache: downloads(),
    ELECTRON_GET_USE_PROXY: '1',
    ELECTRON_OVERRIDE_DIST_PATH: '',
  });
  try {
    await step(`Downloading Electron ${version}`, () =>
      run(projectNode, [join(packageFolder, 'install.js')], { env, timeout: downloadTimeoutMs }),
    );
    return officialExecutable() ? undefined : 'nothing was unpacked';
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    return 'the download broke off';
  }
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
