import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import log from 'electron-log/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LOG_FILE, logTail } from '../../../electron/main/support/log-tail';
import { openLog } from '../../../electron/main/support/logging';

log.transports.console.level = false;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuke-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const written = () => readFileSync(join(folder, LOG_FILE), 'utf8');

describe('the log', () => {
  it('never holds more than two files, whatever is written', () => {
    const most = 64 * 1024;
    const { report } = openLog(folder, most);
    for (let fault = 0; fault < 2000; fault++) report('a fault', new Error('again'));
    const files = readdirSync(folder);
    expect(files.sort()).toEqual(['shuke.log', 'shuke.old.log']);
    for (const file of files) expect(statSync(join(folder, file)).size).toBeLessThan(most + 4096);
  });

  it('masks numbers that could be a phone, a card or a payment code, wherever they come from', () => {
    const { note } = openLog(folder);
    note('started 0.1.0 with 13812348812 and 134567890123456789 in line 12');
    log.info({ phone: '13812348812' }, new Error('13812348812'));
    expect(written()).toContain('13***11 and 13***18 in line 12');
    expect(written()).not.toMatch(/\d{7}/);
  });

  it('takes away what earlier versions wrote, whose errors quoted what they stumbled over', () => {
    mkdirSync(folder, { recursive: true });
    for (const name of ['main.log', 'main.old.log']) writeFileSync(join(folder, name), 'SyntaxError: 张三');
    openLog(folder);
    expect(existsSync(join(folder, 'main.log')) || existsSync(join(folder, 'main.old.log'))).toBe(false);
  });

  it('its tail is the newest lines, with one line for each fault', async () => {
    expect(await logTail(folder)).toEqual({ lines: [], faults: [] });
    const { report, note } = openLog(folder);
    note('Shuke 0.1.0 started');
    const reference = report('points.adjust', new RangeError('张三'));
    const { lines, faults } = await logTail(folder, 2);
    expect(lines).toHaveLength(2);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`\\[${reference}\\] points\\.adjust: RangeError$`));
  });
});
