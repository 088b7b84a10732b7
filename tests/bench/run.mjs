/**
 * `npm run bench [-- NAME…]`: every benchmark beside its yardstick, one after the other, each in a
 * process of its own. Prints the tables and writes docs/benchmarks.md when all of them ran.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectNode } from '../../electron/setup/places.mjs';
import { projectEnv } from '../../electron/setup/run-command.mjs';
import { setup } from '../../electron/setup/setup.mjs';
import { bundle } from './bundle.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const asked = process.argv.slice(2);

await setup();
const names = readdirSync(here)
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.replace('.bench.ts', ''))
  .filter((name) => asked.length === 0 || asked.includes(name))
  .sort();

const sections = [];
for (const name of names) {
  const began = performance.now();
  const table = await measure(name);
  const text = markdown(table, Math.round((performance.now() - began) / 1000));
  process.stdout.write(`\n${text}\n`);
  sections.push(text);
}
if (asked.length === 0) {
  writeFileSync(join(root, 'docs/benchmarks.md'), `${preface()}\n${sections.join('\n')}`);
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
  const ran = spawnSync(projectNode, [join(folder, 'main.mjs')], {
    cwd: root,
    env: projectEnv(),
    stdio: 'inherit',
  });
  if (ran.status !== 0) throw new Error(`the benchmark ${name} ended with ${ran.status ?? ran.signal}`);
  return JSON.parse(readFileSync(result, 'utf8'));
}

function markdown({ title, columns, rows, notes }, seconds) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const table = [line(columns), line(columns.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)];
  return [
    `## ${title}`,
    '',
    ...table,
    '',
    ...[...(notes ?? []), `Took ${seconds} s.`].map((note) => `- ${note}`),
    '',
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
    `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ` +
      `${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}, Node ${node}, ${modules.join(', ')}.`,
    `Yardsticks: the sqlite3 program ${programVersion()}, DuckDB as its package says.`,
    'Small shared machines are noisy: ratios within one run count, single times do not.',
    '',
  ].join('\n');
}

/** The sqlite3 program of this machine, or that there is none. */
function programVersion() {
  const asked = spawnSync('sqlite3', ['--version'], { encoding: 'utf8' });
  return asked.status === 0 ? asked.stdout.split(' ')[0] : '(not there)';
}
