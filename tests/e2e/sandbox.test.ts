import { readFileSync } from 'node:fs';
import { expect, launchTarget, test } from './support/launch';

test('the page runs in the sandbox of the operating system, wherever there is one', async ({ launch }) => {
  const { sandboxed } = launchTarget();
  const { app } = await launch();
  const seen = await app.evaluate(({ app: electron, BrowserWindow }) => ({
    off: electron.commandLine.hasSwitch('no-sandbox'),
    page: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  }));
  expect(seen.off).toBe(!sandboxed);
  if (process.platform !== 'linux' || !sandboxed) return;
  const status = readFileSync(`/proc/${seen.page}/status`, 'utf8');
  expect(status).toMatch(/^Seccomp:\s+2$/m); // a filter on system calls
  expect(status).toMatch(/^NSpid:\s+\d+\s+\d+/m); // its own process namespace
});
