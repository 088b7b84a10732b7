/**
 * `npm test`: sets up what is missing, then runs every layer to its end, so that one run tells all.
 * `node tests/run.mjs domain db` runs only those. The last line is `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureBuilt } from '../electron/setup/build.mjs';
import { modulesFolder, projectFolder, projectNode } from '../electron/setup/places.mjs';
import { projectEnv } from '../electron/setup/run-command.mjs';
import { fail, SetupError } from '../electron/setup/say.mjs';
import { setup } from '../electron/setup/setup.mjs';

const reports = join(projectFolder, 'out', 'reports');

/** Checks pass or fail as a whole; test layers report how many tests did. */
const layers = {
  lint: check('@biomejs/biome', 'biome', ['check', '.', '--max-diagnostics=50']),
  types: check('typescript', 'tsc', []),
  layers: check('dependency-cruiser', 'depcruise', ['electron', 'renderer', 'db', 'tests', '--config']),
  'dead code': check('knip', 'knip', []),
  domain: vitest('domain'),
  db: vitest('db'),
  rpc: vitest('rpc'),
  renderer: vitest('renderer'),
  integration: vitest('integration'),
  faults: vitest('fault'),
  build: async () => ({ ok: await ensureBuilt().then(() => true, told) }),
  e2e: playwright,
  package: vitest('package', 'tests/package/vitest.config.ts'),
};

async function main() {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !(name in layers));
  if (unknown.length > 0)
    throw new SetupError(`no layer ${unknown.join(', ')}; there are: ${Object.keys(layers).join(', ')}`);
  await setup();
  mkdirSync(reports, { recursive: true });
  const results = [];
  for (const name of asked.length > 0 ? asked : Object.keys(layers)) {
    process.stdout.write(`\n━━ ${name} ${'━'.repeat(Math.max(0, 60 - name.length))}\n`);
    const started = Date.now();
    const outcome = await layers[name]();
    const result = { name, seconds: (Date.now() - started) / 1000, ...countsOf(outcome) };
    process.stdout.write(`── ${summary(result)}\n`);
    results.push(result);
  }
  report(results);
}

/** A layer that did not even start, or ended badly without a failed test, counts as one failure. */
function countsOf({ ok, passed = 0, failed = 0, skipped = 0, isCheck = passed + failed === 0 }) {
  return { ok: ok && failed === 0, passed, failed: ok ? failed : Math.max(1, failed), skipped, isCheck };
}

function report(results) {
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  process.stdout.write(`\n━━ summary ${'━'.repeat(53)}\n`);
  for (const result of results) process.stdout.write(`${summary(result)}\n`);
  process.stdout.write(`${'all'.padEnd(12)} ${total('seconds').toFixed(1).padStart(7)} s\n`);
  process.stdout.write(`${total('passed')} passed, ${total('failed')} failed\n`);
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
}

function summary({ name, seconds, ok, passed, failed, skipped, isCheck }) {
  const counts = isCheck
    ? ok
      ? 'ok'
      : 'FAILED'
    : `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return `${name.padEnd(12)} ${seconds.toFixed(1).padStart(7)} s  ${counts}`;
}

/** A tool that has nothing to say when all is well. */
function check(packageName, command, args) {
  return async () => ({ ok: (await runTool(packageName, command, args)) === 0 });
}

function vitest(project, config = 'tests/vitest.config.ts') {
  return async () => {
    const file = join(reports, `${project}.json`);
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const code = await withReport(file, () =>
      runTool('vitest', 'vitest', ['run', '--config', config, '--project', project, ...reporters]),
    );
    const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = readReport(file);
    return { ok: code === 0, passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  };
}

async function playwright() {
  const file = join(projectFolder, 'out', 'e2e-report.json');
  const code = await withReport(file, () =>
    runTool('@playwright/test', 'playwright', ['test', '--config', 'tests/e2e/playwright.config.ts']),
  );
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = readReport(file).stats ?? {};
  return { ok: code === 0, passed: expected, failed: unexpected + flaky, skipped };
}

/** Last run's numbers must not stand in for a run that did not happen. */
async function withReport(file, work) {
  rmSync(file, { force: true });
  return await work();
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** Runs the command of a package on the project's Node; resolves to its exit code. */
function runTool(packageName, command, args) {
  const manifestFile = join(modulesFolder, packageName, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const script = join(dirname(manifestFile), typeof bin === 'string' ? bin : bin[command]);
  const env = projectEnv(process.stdout.isTTY ? {} : { NO_COLOR: '1' });
  return new Promise((resolve) => {
    const child = spawn(projectNode, [script, ...args], {
      cwd: projectFolder,
      env,
      stdio: 'inherit',
    });
    child.once('error', (error) => resolve(told(error) || 1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

function told(error) {
  process.stdout.write(`${error.message}\n`);
  return false;
}

main().catch(fail);
