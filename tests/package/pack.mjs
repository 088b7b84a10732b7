/** Once per run: the packed app, a display to start it on. Tells the tests through SHUKE_PACKED. */
import { packageApp } from '../../electron/setup/package.mjs';
import { ensureDisplay, launchArgs } from '../../electron/setup/runtime.mjs';

export default async function pack() {
  const { folder, executable, runtime } = await packageApp();
  const display = await ensureDisplay();
  process.env.SHUKE_PACKED = JSON.stringify({
    folder,
    executable,
    args: launchArgs(),
    electron: runtime.version,
  });
  return display.stop;
}
