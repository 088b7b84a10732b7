import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { packed } from './packed';

const app = packed();
const folder = mkdtempSync(join(tmpdir(), 'shuke-packed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

test('the packed app opens, answers its page, and quits', async () => {
  const report = join(folder, 'smoke.json');
  const output = await start([`--smoke=${report}`]);
  expect(existsSync(report), output).toBe(true);
  const told = JSON.parse(readFileSync(report, 'utf8'));
  expect(told).toMatchObject({ ok: true, versions: { electron: app.electron } });
}, 60_000);

test('no debugger can be attached to the packed app from the command line', async () => {
  const output = await start([
    `--smoke=${join(folder, 'debugged.json')}`,
    '--inspect=0',
    '--remote-debugging-port=0',
  ]);
  expect(output).toContain('ended with 0');
  expect(output).not.toMatch(/listening on ws:/i);
}, 60_000);

async function start(args: readonly string[]): Promise<string> {
  const env = { ...process.env, SHUKE_USER_DATA: join(folder, 'user-data') };
  const child = spawn(app.executable, [...app.args, ...args], { env, timeout: 45_000 });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const [code, signal] = await once(child, 'close');
  return `ended with ${code ?? signal}\n${output}`;
}
