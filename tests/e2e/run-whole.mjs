/**
 * `npm run test:looks`: the end-to-end tests that go through a matrix (sizes, themes, papers, places of a scan), each
 * through the whole of it. `npm test` takes of each what stands for the rest (tests/e2e/support/whole.ts).
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { modulesFolder, projectFolder, projectNode } from '../../electron/setup/places.mjs';
import { projectEnv } from '../../electron/setup/run-command.mjs';
import { fail } from '../../electron/setup/say.mjs';
import { setup } from '../../electron/setup/setup.mjs';

const TESTS = ['/looks.test', '/printed-pages.test', '/scanner.test'];

async function main() {
  await setup();
  const playwright = join(modulesFolder, '@playwright', 'test', 'cli.js');
  const ran = spawnSync(
    projectNode,
    [playwright, 'test', '--config', 'tests/e2e/playwright.config.ts', ...TESTS],
    { cwd: projectFolder, env: projectEnv({ SHUKE_LOOKS: 'whole' }), stdio: 'inherit' },
  );
  process.exitCode = ran.status ?? 1;
}

main().catch(fail);
