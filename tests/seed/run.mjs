/**
 * `npm run seed -- --members 1000000 --purchases 10000000 [--folder F] [--until YYYY-MM-DD]`: a large store of one's
 * own, to try Shuke on: two and a half years of bills, the last of them with points. The same order gives the same
 * rows; without `--until` the bills end yesterday. Without `--folder` it goes to out/seed.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { modulesFolder, projectFolder } from '../../electron/setup/places.mjs';
import { fail } from '../../electron/setup/say.mjs';
import { setup } from '../../electron/setup/setup.mjs';
import { bundle } from '../bench/bundle.mjs';

async function run() {
  await setup();
  const folder = join(modulesFolder, '.cache', 'shuke-seed');
  const file = await bundle('tests/seed/seed.ts', folder);
  const { default: seed } = await import(pathToFileURL(file).href);
  await seed(process.argv.slice(2), join(projectFolder, 'out', 'seed'));
}

run().catch(fail);
