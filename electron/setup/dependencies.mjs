/** Installs the dependencies when, and only when, they are not those of package-lock.json. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modulesFolder, projectFolder, projectNode } from './places.mjs';
import { npm, run } from './run-command.mjs';
import { step } from './say.mjs';

const stampFile = join(modulesFolder, '.shuke-installed');

/** Milliseconds when nothing changed. */
export async function ensureDependencies() {
  const lockText = readFileSync(join(projectFolder, 'package-lock.json'), 'utf8');
  const stamp = `${createHash('sha256').update(lockText).digest('hex')} ${process.platform}-${process.arch}`;
  if (read(stampFile) === stamp && existsSync(projectNode)) return;
  if (!matchesLock(lockText)) await step('Installing dependencies (npm, a minute or so)', install);
  if (!existsSync(projectNode)) await step('Installing Node 24 for the tools', installNode);
  writeFileSync(stampFile, stamp);
}

/** npm keeps what it installed in node_modules/.package-lock.json, written last. */
function matchesLock(lockText) {
  const hidden = read(join(modulesFolder, '.package-lock.json'));
  if (!hidden) return false;
  const installed = JSON.parse(hidden).packages;
  return Object.entries(JSON.parse(lockText).packages).every(
    ([path, wanted]) => path === '' || wanted.optional || installed[path]?.version === wanted.version,
  );
}

async function install() {
  // On Windows `npm ci` cannot delete a Node that is running this very script from node_modules.
  const inUse = process.platform === 'win32' && existsSync(modulesFolder);
  const command = inUse ? ['install', '--no-save'] : ['ci'];
  // loglevel error: on an older system Node every package would print an EBADENGINE warning,
  // though none of them runs on that Node.
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  await npm([...command, ...quiet], { cwd: projectFolder });
}

/** Needed where npm is set to run no install scripts. */
export async function installNode() {
  const folder = join(modulesFolder, 'node');
  await run(process.execPath, [join(folder, 'installArchSpecificPackage.js')], { cwd: folder });
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
