/**
 * `npm run setup`: dependencies, Electron, system libraries. Plain JavaScript on Node's built-ins
 * (Node 18 or newer), because it runs before anything is installed. A second run changes nothing.
 */
import { pathToFileURL } from 'node:url';
import { ensureDependencies } from './dependencies.mjs';
import { ensureRuntime } from './runtime.mjs';
import { fail, say } from './say.mjs';
import { ensureWindowPackages } from './system-packages.mjs';

/** Makes this checkout runnable and resolves to the Electron runtime. */
export async function setup() {
  await ensureDependencies();
  await ensureWindowPackages();
  const runtime = await ensureRuntime();
  say(`Electron ${runtime.version}, ${runtime.why}`);
  return runtime;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  setup().then(() => say('ready: npm start opens Shuke'), fail);
}
