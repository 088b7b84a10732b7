/**
 * Programs of Debian that tests hold Shuke against (a ClickHouse server, the reference `age`), unpacked
 * into the cache: nothing is installed, no service starts, no root is needed.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cached } from '../../electron/setup/cache.mjs';
import { has, run } from '../../electron/setup/run-command.mjs';
import { SetupError } from '../../electron/setup/say.mjs';

/**
 * The folder that holds package `name` and those of its libraries that this machine lacks, and the
 * environment its programs start with. Null, after a loud line, where there is no apt or the package
 * cannot be had; in CI on Linux that is a failure, since a test that nobody misses is no test.
 */
export async function debianPackage(name) {
  try {
    if (process.platform !== 'linux' || !has('apt-get')) throw new SetupError('this system has no apt');
    const root = await cached(`debian-${name}-${release()}-${process.arch}`, (folder) =>
      unpack(name, folder),
    );
    return { root, env: { ...process.env, LD_LIBRARY_PATH: libraries(root).join(delimiter) } };
  } catch (error) {
    if (!(error instanceof SetupError) || (process.env.CI && process.platform === 'linux')) throw error;
    process.stderr.write(`\n!!! NOT TESTED: Debian's ${name} cannot be had here: ${error.message}\n\n`);
    return null;
  }
}

/** A library of one release may not fit the next one. */
function release() {
  return /^VERSION_CODENAME=(\w+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'unknown';
}

async function unpack(name, folder) {
  await download(name, folder).catch(async () => {
    // An image without package lists, or with old ones that name what is gone; only root may fetch them.
    await run('apt-get', ['update', '-q']);
    await download(name, folder);
  });
  for (const file of readdirSync(folder).filter((one) => one.endsWith('.deb'))) {
    await run('dpkg-deb', ['-x', file, '.'], { cwd: folder });
    rmSync(join(folder, file));
  }
}

const download = async (name, folder) =>
  await run('apt-get', ['download', '-q', ...(await missing(name))], { cwd: folder });

/** What an installation would bring. A package that is installed already is fetched all the same. */
async function missing(name) {
  const plan = await run('apt-get', ['install', '--simulate', '-q', '--no-install-recommends', name]);
  return [...new Set([name, ...[...plan.matchAll(/^Inst (\S+)/gm)].map(([, one]) => one)])];
}

function libraries(root) {
  return ['usr/lib', 'lib']
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((one) => one.endsWith('-linux-gnu'))
        .map((one) => join(folder, one)),
    );
}
