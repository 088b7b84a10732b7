/**
 * `npm run bench [-- NAME…] [--keep]`: every benchmark beside its yardstick, one after the other, each in a
 * process of its own. Prints the tables; `--keep` writes each into docs/benchmarks.md, in the place of the one with
 * the same title, which tells the size: so that a store of a million, which takes its time, need not be measured
 * whenever a small one is. Without names all of them run and are kept.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { projectNode } from '../../electron/setup/places.mjs';
import { projectEnv } from '../../electron/setup/run-command.mjs';
import { setup } from '../../electron/setup/setup.mjs';
import { workersOf } from '../support/run-folders.ts';
import { bundle } from './bundle.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const page = join(root, 'docs/benchmarks.md');
const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: 'boolean' } },
});
const isKept = values.keep || asked.length === 0;
/** Of this run, which the workers that are bundled for it bear in their folder's name. */
const env = projectEnv({ SHUKE_TEST_RUN: String(process.pid) });

await setup();
const names = readdirSync(here)
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.replace('.bench.ts', ''))
  .filter((name) => asked.length === 0 || asked.includes(name))
  .sort();

process.once('exit', () => rmSync(workersOf(String(process.pid)), { recursive: true, force: true }));
await prepareWorkers();
for (const name of names) {
  const began = performance.now();
  const table = await measure(name);
  const text = markdown(table, Math.round((performance.now() - began) / 1000));
  process.stdout.write(`\n${text}\n`);
  if (isKept) keep(text);
}

/** Into the page, in its place or at the end; what the page says of versions is said anew. */
function keep(section) {
  const kept = readFileSync(page, 'utf8')
    .split(/^(?=## )/m)
    .filter((part) => part.startsWith('## '));
  const titleOf = (part) => part.slice(0, part.indexOf('\n'));
  const at = kept.findIndex((part) => titleOf(part) === titleOf(section));
  const parts = at < 0 ? [...kept, section] : kept.with(at, section);
  writeFileSync(page, [preface(), ...parts.map((part) => part.trim())].join('\n\n').concat('\n'));
}

/** Bundles one benchmark below node_modules, where it finds the packages, and runs it alone. */
async function measure(name) {
  const folder = join(root, 'node_modules/.cache/shuke-bench', name);
  await bundle(`tests/bench/${name}.bench.ts`, folder);
  const result = join(folder, 'result.json');
  writeFileSync(
    join(folder, 'main.mjs'),
    `import { writeFileSync } from 'node:fs';\nimport bench from './bundle.mjs';\nwriteFileSync(${JSON.stringify(result)}, JSON.stringify(await bench()));\nprocess.exit(0);\n`,
  );
  process.stdout.write(`\n… ${name}\n`);
  start(name, join(folder, 'main.mjs'));
  return JSON.parse(readFileSync(result, 'utf8'));
}

/** The bundler takes hundreds of megabytes: in a process whose memory is measured it would be most of it. */
async function prepareWorkers() {
  const folder = join(root, 'node_modules/.cache/shuke-bench/workers');
  await bundle('tests/support/worker.ts', folder);
  writeFileSync(
    join(folder, 'main.mjs'),
    "import { prepareWorkers } from './bundle.mjs';\nawait prepareWorkers();\nprocess.exit(0);\n",
  );
  start('workers', join(folder, 'main.mjs'));
}

function start(name, file) {
  const ran = spawnSync(projectNode, [file], { cwd: root, env, stdio: 'inherit' });
  if (ran.status !== 0) throw new Error(`the benchmark ${name} ended with ${ran.status ?? ran.signal}`);
}

function markdown({ title, columns, rows, notes }, seconds) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const table = [line(columns), line(columns.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)];
  return [
    `## ${title}`,
    '',
    ...table,
    '',
    ...[
      ...(notes ?? []),
      `${new Date().toISOString().slice(0, 10)}, took ${seconds} s, on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}.`,
    ].map((note) => `- ${note}`),
  ].join('\n');
}

function preface() {
  const { node } = process.versions;
  const modules = ['electron', 'better-sqlite3', 'kysely', '@duckdb/node-api'].map(
    (name) =>
      `${name} ${JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version}`,
  );
  return [
    '# Benchmarks',
    '',
    `Written by \`npm run bench\`: ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}, Node ${node}, ${modules.join(', ')}.`,
    'Each table says the processor it was measured on.',
    `Yardsticks: the sqlite3 program ${programVersion()}, DuckDB as its package says.`,
    'Small shared machines are noisy: ratios within one run count, single times do not.',
  ].join('\n');
}

/** The sqlite3 program of this machine, or that there is none. */
function programVersion() {
  const asked = spawnSync('sqlite3', ['--version'], { encoding: 'utf8' });
  return asked.status === 0 ? asked.stdout.split(' ')[0] : '(not there)';
}
