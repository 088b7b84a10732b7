/**
 * `npm test`: sets up what is missing, then runs every layer to its end, so that one run tells all.
 * `node tests/run.mjs domain db` runs only those. The last line is `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join, normalize, sep } from 'node:path';
import { ensureBuilt } from '../electron/setup/build.mjs';
import { modulesFolder, projectFolder, projectNode } from '../electron/setup/places.mjs';
import { projectEnv } from '../electron/setup/run-command.mjs';
import { fail, SetupError } from '../electron/setup/say.mjs';
import { setup } from '../electron/setup/setup.mjs';

const reports = join(projectFolder, 'out', 'reports');

/** Each is run by itself and answers how it went. Checks pass or fail as a whole; tests are counted. */
const alone = {
  lint: check('@biomejs/biome', 'biome', ['check', '.', '--max-diagnostics=50']),
  // Several checkers each work out the types of the catalogues and the contract again: twice the work in all.
  // What a run of seconds leaves is not worth a third of its time to collect, as long as there is room.
  types: check('typescript', 'tsc', ['--singleThreaded'], { GOGC: 'off', GOMEMLIMIT: '4GiB' }),
  layers: check('dependency-cruiser', 'depcruise', ['electron', 'renderer', 'db', 'tests', '--config']),
  'dead code': check('knip', 'knip', []),
  build: async () => ({ ok: await ensureBuilt().then(() => true, told) }),
  e2e: playwright,
  package: packaged,
};

/** Layers of vitest, each with its project: one run does all that are asked for. */
const projects = {
  domain: 'domain',
  db: 'db',
  rpc: 'rpc',
  renderer: 'renderer',
  integration: 'integration',
  hq: 'hq',
  faults: 'fault',
};

/** In this order. What keeps one core busy runs beside its like; vitest begins once, and only its end is a wait. */
const groups = [
  { names: ['lint', 'types', 'layers', 'dead code'], run: (names) => Promise.all(names.map(runBeside)) },
  { names: Object.keys(projects), run: vitest },
  ...['build', 'e2e', 'package'].map((name) => ({ names: [name], run: async () => [await runAlone(name)] })),
];

async function main() {
  const asked = process.argv.slice(2);
  const known = groups.flatMap(({ names }) => names);
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new SetupError(`no layer ${unknown.join(', ')}; there are: ${known.join(', ')}`);
  await setup();
  mkdirSync(reports, { recursive: true });
  const started = Date.now();
  const results = [];
  for (const { names, run } of groups) {
    const wanted = names.filter((name) => asked.length === 0 || asked.includes(name));
    if (wanted.length > 0) results.push(...(await run(wanted)));
  }
  report(results, (Date.now() - started) / 1000);
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
  const outcome = await alone[name](say);
  return resultOf(name, (Date.now() - started) / 1000, outcome);
}

const headline = (name) => `\n━━ ${name} ${'━'.repeat(Math.max(0, 60 - name.length))}\n`;

/** A layer that did not even start, or ended badly without a failed test, counts as one failure. */
function resultOf(name, seconds, { ok, passed = 0, failed = 0, skipped = 0, launchedAgain = 0 }) {
  return {
    ...{ name, seconds, ok: ok && failed === 0 },
    ...{ passed, failed: ok ? failed : Math.max(1, failed), skipped, launchedAgain },
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
function check(packageName, command, args, env) {
  return async (say) => ({ ok: (await runTool(packageName, command, args, { say, env })) === 0 });
}

/** One run for the layers `names`: it begins once, and a worker with nothing left to do in one goes on to the next. */
async function vitest(names) {
  process.stdout.write(headline(names.join(', ')));
  const asked = names.flatMap((name) => ['--project', projects[name]]);
  const { code, testResults } = await runVitest('tests/vitest.config.ts', asked);
  const results = names.map((name) => layerOf(name, testResults));
  // Something that is no test's own went wrong: no layer may look as if all were well.
  if (code !== 0 && results.every(({ ok }) => ok)) results.push(resultOf('vitest', 0, { ok: false }));
  for (const result of results) process.stdout.write(`── ${summary(result)}\n`);
  return results;
}

/** Its seconds: from its first file to its last. */
function layerOf(name, testResults) {
  const folder = join(projectFolder, 'tests', projects[name], sep);
  const files = testResults.filter((file) => normalize(file.name).startsWith(folder));
  if (files.length === 0) return resultOf(name, 0, { ok: false });
  const first = Math.min(...files.map(({ startTime }) => startTime));
  const last = Math.max(...files.map(({ endTime }) => endTime));
  return resultOf(name, (last - first) / 1000, outcomeOf(files));
}

async function packaged() {
  const { code, testResults } = await runVitest('tests/package/vitest.config.ts', []);
  const outcome = outcomeOf(testResults);
  return { ...outcome, ok: outcome.ok && code === 0 };
}

async function runVitest(config, more) {
  const file = join(reports, `${basename(dirname(config))}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await withReport(file, () =>
    runTool('vitest', 'vitest', ['run', '--config', config, ...more, ...reporters]),
  );
  const { testResults = [] } = readReport(file);
  return { code, testResults };
}

function outcomeOf(files) {
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const count = (...kinds) => tests.filter(({ status }) => kinds.includes(status)).length;
  const skipped = count('pending', 'skipped', 'todo', 'disabled');
  const ok = files.every(({ status }) => status === 'passed');
  return { ok, passed: count('passed'), failed: count('failed'), skipped };
}

async function playwright() {
  const file = join(projectFolder, 'out', 'e2e-report.json');
  const code = await withReport(file, () =>
    runTool('@playwright/test', 'playwright', ['test', '--config', 'tests/e2e/playwright.config.ts']),
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
function runTool(packageName, command, args, { say, env = {} } = {}) {
  const manifestFile = join(modulesFolder, packageName, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const script = join(dirname(manifestFile), typeof bin === 'string' ? bin : bin[command]);
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
  return new Promise((resolve) => {
    const child = spawn(projectNode, [script, ...args], {
      cwd: projectFolder,
      env: projectEnv({ ...colour, ...env }),
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
