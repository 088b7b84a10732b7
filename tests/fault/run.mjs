/**
 * `npm run test:faults`: the fault suites by themselves, at their fast bars. `-- --long` runs the long ones;
 * `--seed N` and `-n N` replay what a run has found; names choose suites (`kill`, `power-cut`).
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { modulesFolder, projectFolder, projectNode } from '../../electron/setup/places.mjs';
import { projectEnv } from '../../electron/setup/run-command.mjs';
import { fail, SetupError } from '../../electron/setup/say.mjs';
import { setup } from '../../electron/setup/setup.mjs';

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { long: { type: 'boolean' }, seed: { type: 'string' }, n: { type: 'string', short: 'n' } },
  });
  for (const name of ['seed', 'n'])
    if (values[name] !== undefined && !/^\d{1,10}$/.test(values[name]))
      throw new SetupError(`${name}: a whole number, not ${values[name]}`);
  await setup();
  const env = {
    ...(values.long ? { SHUKE_FAULTS_LONG: '1' } : {}),
    ...(values.seed ? { SHUKE_FAULTS_SEED: values.seed } : {}),
    ...(values.n ? { SHUKE_FAULTS_N: values.n } : {}),
  };
  const vitest = join(modulesFolder, 'vitest', 'vitest.mjs');
  const chosen = positionals.map((name) => `tests/fault/${name}`);
  const ran = spawnSync(
    projectNode,
    [vitest, 'run', '--config', 'tests/vitest.config.ts', '--project', 'fault', ...chosen],
    { cwd: projectFolder, env: projectEnv(env), stdio: 'inherit' },
  );
  process.exitCode = ran.status ?? 1;
}

main().catch(fail);
