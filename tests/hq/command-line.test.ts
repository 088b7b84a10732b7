import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { aFolder, TestOffice, TestStore } from './support';

const project = fileURLToPath(new URL('../..', import.meta.url));

it('npm run hq: from the keys to the figures, a kill between them, on plain Node without a display', async () => {
  const folder = join(aFolder(), 'office');
  const env = { ...process.env, DISPLAY: '', INIT_CWD: folder, LANG: 'zh_CN.UTF-8', LC_ALL: '' };
  const hq = (...args: string[]) =>
    spawnSync(process.execPath, [join(project, 'electron/setup/hq.mjs'), ...args], { env, encoding: 'utf8' });
  const asked = (...args: string[]) => {
    const { stdout } = hq(...args, '--office', folder, '--json');
    return JSON.parse(stdout) as unknown;
  };

  const made = spawnSync(
    process.execPath,
    [join(project, 'electron/setup/hq.mjs'), 'init', folder, '--name', '总部'],
    { env: { ...env, INIT_CWD: project }, encoding: 'utf8' },
  );
  expect(made.stdout).toContain('总部指纹');
  const store = new TestStore(1);
  store.recipient = new TestOffice(folder).card().recipient;
  expect(hq('register', store.sheet()).status).toBe(0);
  for (let number = 0; number < 12; number++) await store.pack([1, 2]);

  const reader = spawn(
    process.execPath,
    [join(project, 'out/hq/index.mjs'), 'ingest', store.folder, '--office', folder],
    { stdio: 'ignore' },
  );
  const ended = once(reader, 'exit');
  await wait(400);
  reader.kill('SIGKILL');
  await ended;

  hq('ingest', store.folder, '--lang', 'en');
  expect(asked('query', 'select count(*) as bills, sum(paid_fen) as paid from purchase_now')).toEqual([
    { bills: 24, paid: 36 },
  ]);
  expect(asked('status')).toMatchObject([{ counted: { sequence: 12 }, missing: [], forks: [] }]);
  expect(asked('ack')).toMatchObject({ files: [`ACK_${store.id.slice(-8)}_AAAAAA-000012.shuke-ack`] });
  expect([hq('nonsense').status, hq('--help').status, hq('settle').status]).toEqual([2, 0, 1]);
}, 120_000);
