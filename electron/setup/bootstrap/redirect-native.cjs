/**
 * better-sqlite3 ships binaries for Node-API 10; this runtime has 9 and gets the one built for it
 * beside this file. The product's code knows nothing of it. Each thread has its own `process`, so
 * worker threads are made to load this file first.
 */
const { syncBuiltinESMExports } = require('node:module');
const { join } = require('node:path');
const workerThreads = require('node:worker_threads');

const shipped = /better-sqlite3[\\/]prebuilds[\\/][^\\/]+\.node$/;
const open = process.dlopen;

process.dlopen = function dlopen(module, filename, ...rest) {
  const file = shipped.test(filename) ? join(__dirname, 'better_sqlite3.node') : filename;
  return open.call(this, module, file, ...rest);
};

workerThreads.Worker = class extends workerThreads.Worker {
  constructor(filename, options = {}) {
    super(filename, { ...options, execArgv: [...(options.execArgv ?? []), '--require', __filename] });
  }
};
syncBuiltinESMExports();
