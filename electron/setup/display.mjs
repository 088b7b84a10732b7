/** A screen to open windows on: the real one, or a virtual one where there is none. */
import { spawn } from 'node:child_process';
import { SetupError } from './say.mjs';
import { hasDisplay } from './system-packages.mjs';

const wholeDesk = '1920x1080x24';

/**
 * Starts Xvfb when this Linux has no display and sets DISPLAY for this process and its children.
 * @returns {Promise<{ virtual: boolean, stop: () => void }>}
 */
export async function ensureDisplay() {
  if (hasDisplay) return { virtual: false, stop() {} };
  const { name, stop } = await virtualDisplay(wholeDesk);
  process.env.DISPLAY = name;
  process.once('exit', stop);
  return { virtual: true, stop };
}

/**
 * An Xvfb of its own. `screen` is width x height x colour depth.
 * @param {string} screen
 * @returns {Promise<{ name: string, stop: () => void }>}
 */
export async function virtualDisplay(screen) {
  // -displayfd lets Xvfb choose a free number, so that several runs can go on at once.
  // -noreset: otherwise it begins anew when its last window goes, and refuses whoever comes meanwhile.
  const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve, reject) => {
    server.once('error', () =>
      reject(new SetupError('there is no display and no Xvfb; please run: npm run setup')),
    );
    server.once('exit', (code) => reject(new SetupError(`the virtual display (Xvfb) ended with ${code}`)));
    server.stdio[3].once('data', (chunk) => resolve(String(chunk).trim()));
  });
  server.unref();
  return { name: `:${number}`, stop: () => server.kill() };
}
