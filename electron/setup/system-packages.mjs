/** What an Electron window needs from a Linux system that was installed without a desktop. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { has, run } from './run-command.mjs';
import { SetupError, say, step } from './say.mjs';

// Debian's names; newer Ubuntus call some of them <name>t64
const windowPackages =
  'libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libxtst6 libatk-bridge2.0-0 libdrm2 fonts-noto-cjk'.split(
    ' ',
  );
const virtualDisplayPackages = ['xvfb', 'xauth'];
const compilerPackages = ['g++'];

const isDebian = process.platform === 'linux' && existsSync('/usr/bin/apt-get');
const isRoot = process.getuid?.() === 0;

export const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Installs (as root on Debian or Ubuntu) or names what the window needs. Does nothing elsewhere. */
export async function ensureWindowPackages() {
  if (process.platform !== 'linux') return;
  const wanted = hasDisplay ? windowPackages : [...windowPackages, ...virtualDisplayPackages];
  await ensurePackages(
    wanted,
    'for the window',
    hasDisplay || has('Xvfb', ['-help']) ? 'may go on' : 'must stop',
  );
}

export async function ensureCompiler() {
  if (!has('g++')) await ensurePackages(compilerPackages, 'to build better-sqlite3', 'must stop');
}

async function ensurePackages(names, purpose, otherwise) {
  if (!isDebian) return;
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  if (isRoot) {
    await step(`Installing system packages ${purpose}: ${missing.join(' ')}`, () => install(missing));
    return;
  }
  const message = `system packages are missing ${purpose}; please run\n\n  sudo apt-get install -y ${available(missing).join(' ')}\n`;
  if (otherwise === 'must stop') throw new SetupError(message);
  say(message);
}

function isInstalled(name) {
  // dpkg -s would do for one name; with two it fails although one of them is there.
  return [name, `${name}t64`].some((one) => {
    const { stdout } = spawnSync('dpkg', ['-s', one], { encoding: 'utf8' });
    return /^Status: install ok installed$/m.test(stdout ?? '');
  });
}

async function install(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env });
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...available(names)], { env });
}

function available(names) {
  return names.map((name) => {
    const { status } = spawnSync('apt-cache', ['show', `${name}t64`], { stdio: 'ignore' });
    return status === 0 ? `${name}t64` : name;
  });
}

/** Stops the set-up when the runtime could not start, naming the libraries it misses. */
export function checkLibraries(executable) {
  if (process.platform !== 'linux' || !has('ldd')) return;
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  const missing = [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name);
  if (missing.length === 0) return;
  throw new SetupError(`Electron needs libraries that this system lacks: ${missing.join(', ')}`);
}

/** A normal user must never go without the sandbox; some systems (Ubuntu 24.04) hinder it by default. */
export function checkSandbox(executable) {
  if (process.platform !== 'linux' || isRoot || !has('unshare')) return;
  if (spawnSync('unshare', ['-Ur', 'true']).status === 0) return;
  const helper = join(dirname(executable), 'chrome-sandbox');
  const { uid, mode } = statSync(helper);
  if (uid === 0 && mode & 0o4000) return;
  throw new SetupError(
    'this system keeps Electron from building its sandbox by itself; please run once\n\n' +
      `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\n`,
  );
}
