/** One package from the npm registry, fetched with npm itself and checked before it is opened. */
import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npm, run } from './run-command.mjs';
import { SetupError } from './say.mjs';

/** Unpacks `name@version` into `folder`/package; refuses bytes other than those of `integrity`. */
export async function unpackFromRegistry({ name, version, integrity }, folder) {
  const download = join(folder, 'download');
  mkdirSync(download);
  await npm(['pack', `${name}@${version}`, '--silent', '--pack-destination', download], { cwd: folder });
  const [file] = readdirSync(download).filter((entry) => entry.endsWith('.tgz'));
  const tarball = join(download, file);
  const found = await sha512(tarball);
  if (found !== integrity) {
    throw new SetupError(`${name}@${version} from the registry is not what it should be (${found})`);
  }
  await run('tar', ['-xzf', tarball, '-C', folder]);
  rmSync(download, { recursive: true });
  return join(folder, 'package');
}

async function sha512(path) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  return `sha512-${hash.digest('base64')}`;
}
