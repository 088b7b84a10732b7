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
  // Several checkers each work out the types of the catalogues and the contract again: twice the work in all.
  types: check('typescript', 'tsc', ['--singleThreaded']),
  layers: check('dependency-cruiser', 'depcruise', ['electron', 'renderer', 'db', 'tests', '--config']),
  'dead code': check('knip', 'knip', []),
  domain: vitest('domain'),
  db: vitest('db'),
  rpc: vitest('rpc'),
  renderer: vitest('renderer'),
  integration: vitest('integration'),
  hq: vitest('hq'),
  faults: vitest('fault'),
  build: async () => ({ ok: await ensureBuilt().then(() => true, told) }),
  e2e: playwright,
  package: vitest('package', 'tests/package/vitest.config.ts'),
};

/** What keeps one core busy runs beside its like; what measures or waits for a moment runs alone. */
const sideBySide = [['lint', 'types', 'layers', 'dead code']];

async function main() {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !(name in layers));
  if (unknown.length > 0)
    throw new SetupError(`no layer ${unknown.join(', ')}; there are: ${Object.keys(layers).join(', ')}`);
  await setup();
  mkdirSync(reports, { recursive: true });
  const started = Date.now();
  const results = [];
  for (const names of groupsOf(asked.length > 0 ? asked : Object.keys(layers))) {
    const done = names.length === 1 ? [await runAlone(names[0])] : await Promise.all(names.map(runBeside));
    results.push(...done);
  }
  report(results, (Date.now() - started) / 1000);
}

function groupsOf(names) {
  const groupOf = (name) => sideBySide.find((group) => group.includes(name)) ?? [name];
  const groups = new Set(names.map(groupOf));
  return [...groups].map((group) => names.filter((name) => group.includes(name)));
}

/** Writes to the terminal itself, as it comes. */
async function runAlone(name) {
  process.stdout.write(headline(name));
  const result = await timed(name);
  process.stdout.write(`── ${summary(result)}\n`);
  return result;
}

/** Its output is said whole at its end: lines of several layers would be nobody's. */
async function runBeside(name) {
  const said = [];
  const result = await timed(name, (text) => said.push(text));
  process.stdout.write(`${headline(name)}${said.join('')}── ${summary(result)}\n`);
  return result;
}

async function timed(name, say) {
  const started = Date.now();
  const outcome = await layers[name](say);
  return { name, seconds: (Date.now() - started) / 1000, ...countsOf(outcome) };
}

const headline = (name) => `\n━━ ${name} ${'━'.repeat(Math.max(0, 60 - name.length))}\n`;

/** A layer that did not even start, or ended badly without a failed test, counts as one failure. */
function countsOf({ ok, passed = 0, failed = 0, skipped = 0, launchedAgain = 0 }) {
  return {
    ...{ ok: ok && failed === 0, passed, failed: ok ? failed : Math.max(1, failed), skipped, launchedAgain },
    isCheck: passed + failed === 0,
  };
}

function report(results, wall) {
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  process.stdout.write(`\n━━ summary ${'━'.repeat(53)}\n`);
  for (const result of results) process.stdout.write(`${summary(result)}\n`);
  process.stdout.write(
    `${'all'.padEnd(12)} ${wall.toFixed(1).padStart(7)} s  (${total('seconds').toFixed(1)} s of layers)\n`,
  );
  process.stdout.write(`${total('passed')} passed, ${total('failed')} failed\n`);
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
}

function summary({ name, seconds, ok, passed, failed, skipped, launchedAgain, isCheck }) {
  const seldom = [
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(launchedAgain > 0 ? [`${launchedAgain} launched again after Electron had died`] : []),
  ];
  const counts = isCheck
    ? ok
      ? 'ok'
      : 'FAILED'
    : [`${passed} passed`, `${failed} failed`, ...seldom].join(', ');
  return `${name.padEnd(12)} ${seconds.toFixed(1).padStart(7)} s  ${counts}`;
}

/** A tool that has nothing to say when all is well. */
function check(packageName, command, args) {
  return async (say) => ({ ok: (await runTool(packageName, command, args, say)) === 0 });
}

function vitest(project, config = 'tests/vitest.config.ts') {
  return async (say) => {
    const file = join(reports, `${project}.json`);
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const code = await withReport(file, () =>
      runTool('vitest', 'vitest', ['run', '--config', config, '--project', project, ...reporters], say),
    );
    const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = readReport(file);
    return { ok: code === 0, passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  };
}

async function playwright(say) {
  const file = join(projectFolder, 'out', 'e2e-report.json');
  const code = await withReport(file, () =>
    runTool('@playwright/test', 'playwright', ['test', '--config', 'tests/e2e/playwright.config.ts'], say),
  );
  const { stats = {}, suites = [] } = readReport(file);
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats;
  return {
    ...{ ok: code === 0, passed: expected, failed: unexpected + flaky, skipped },
    launchedAgain: suites.reduce((sum, suite) => sum + launchedAgainIn(suite), 0),
  };
}

/** Launches that Electron itself did not survive, before Shuke had begun (tests/e2e/support/launch.ts). */
function launchedAgainIn({ suites = [], specs = [] }) {
  const annotations = specs.flatMap(({ tests }) => tests).flatMap((test) => test.annotations);
  const own = annotations.filter(({ type }) => type === 'launched again').length;
  return suites.reduce((sum, suite) => sum + launchedAgainIn(suite), own);
}

/** Last run's numbers must not stand in for a run that did not happen. */
async function withReport(file, work) {
  rmSync(file, { force: true });
  return await work();
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** Runs the command of a package on the project's Node; resolves to its exit code. `say` takes its output. */
function runTool(packageName, command, args, say) {
  const manifestFile = join(modulesFolder, packageName, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const script = join(dirname(manifestFile), typeof bin === 'string' ? bin : bin[command]);
  const env = projectEnv(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' });
  return new Promise((resolve) => {
    const child = spawn(projectNode, [script, ...args], {
      cwd: projectFolder,
      env,
      stdio: say === undefined ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', say);
    child.once('error', (error) => resolve(told(error) || 1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

function told(error) {
  process.stdout.write(`${error.message}\n`);
  return false;
}

main().catch(fail);
