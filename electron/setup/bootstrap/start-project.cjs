/**
 * Does for the registry runtime what Electron's own default app does: the first argument that is no
 * option is the project folder (or file) to run.
 */
const { app } = require('electron');
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join, resolve } = require('node:path');
const { pathToFileURL } = require('node:url');

require('./redirect-native.cjs');

const required = [];
let target;
for (let at = 1; at < process.argv.length && target === undefined; at += 1) {
  const argument = process.argv[at];
  if (argument === '-r' || argument === '--require') required.push(process.argv[++at]);
  else if (!argument.startsWith('-')) target = resolve(argument);
}
if (required.length > 0) Module._preloadModules(required);

if (target === undefined) {
  process.stdout.write(`Electron ${process.versions.electron} (from the npm registry)\n`);
  app.exit(0);
} else {
  exports.started = start(target);
}

async function start(folder) {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  const manifestFile = join(folder, 'package.json');
  const hasManifest = existsSync(manifestFile);
  if (hasManifest) {
    const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
    if (manifest.version) app.setVersion(manifest.version);
    app.setName(manifest.productName ?? manifest.name ?? 'Electron');
    app.setDesktopName(`${app.getName()}.desktop`);
  }
  const main = Module._resolveFilename(folder, null, true);
  app.setAppPath(hasManifest ? folder : dirname(main));
  try {
    await import(pathToFileURL(main).href);
  } catch (error) {
    process.stderr.write(`${error.stack ?? error}\n`);
    app.exit(1);
  }
}
