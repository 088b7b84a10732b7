/** Makes what the fault suites start, once for a run: children bundled as main is, the shim compiled. At the end the table is told. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, parse } from 'node:path';
import { build } from 'vite';
import { run } from '../../electron/setup/run-command.mjs';
import { ensureCompiler } from '../../electron/setup/system-packages.mjs';
import { figuresFolder } from './support/figure.ts';
import { tellTable } from './support/table.ts';

const root = process.cwd();

export default async function prepare(project) {
  // Below node_modules, so that a bundle finds better-sqlite3; per process, so that two runs do not meet.
  const tools = join(root, 'node_modules', '.cache', 'shuke-faults', String(process.pid));
  rmSync(figuresFolder, { recursive: true, force: true });
  mkdirSync(tools, { recursive: true });
  await Promise.all([bundleChildren(join(tools, 'children')), compileShim(join(tools, 'disk.so'))]);
  project.provide('faultTools', tools);
  return () => {
    tellTable();
    rmSync(tools, { recursive: true, force: true });
  };
}

async function bundleChildren(outDir) {
  const folder = join(root, 'tests', 'fault', 'children');
  const names = readdirSync(folder).map((file) => parse(file).name);
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: {
      alias: {
        '@contract': join(root, 'electron/contract'),
        '@domain': join(root, 'db/domain'),
        '@db': join(root, 'db'),
      },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      outDir,
      rollupOptions: {
        input: Object.fromEntries(names.map((name) => [name, join(folder, `${name}.ts`)])),
        external: ['better-sqlite3', 'vite'],
        // By their names Node knows what they are without reading them twice.
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
}

/** On Linux only: elsewhere no variable of the environment puts a library before the system's. */
async function compileShim(library) {
  if (process.platform !== 'linux') {
    process.stdout.write(
      `\nNOT RUN ON ${process.platform}: power cut, I/O errors, files, full drive. They need Linux.\n\n`,
    );
    return;
  }
  await ensureCompiler();
  const source = join(root, 'tests', 'fault', 'shim', 'disk.c');
  await run('gcc', [
    '-shared',
    '-fPIC',
    '-O2',
    '-Wall',
    '-Winit-self',
    '-Wshadow',
    '-Werror',
    '-pthread',
    '-o',
    library,
    source,
    '-ldl',
  ]);
}
