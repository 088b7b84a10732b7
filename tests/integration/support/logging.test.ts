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
import { isatty } from 'node:tty';
import log from 'electron-log/node';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LOG_FILE, logTail } from '../../../electron/main/support/log-tail';
import { openLog } from '../../../electron/main/support/logging';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuke-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const written = () => readFileSync(join(folder, LOG_FILE), 'utf8');

/** References of the faults that stand in the log whole. */
const references = () => written().match(/(?<=\[)[0-9A-F]{6}(?=\] )/g) ?? [];

describe('trust: a page that floods main with broken calls', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => vi.useRealTimers());

  it('is written sixty times a minute; one line then says what was left out, and the next minute is written again', () => {
    const { reportCall } = openLog(folder);
    for (let call = 0; call < 3000; call++) reportCall(`room.ask${call % 30}`, new TypeError('broken'));
    expect(references()).toHaveLength(60);
    const size = statSync(join(folder, LOG_FILE)).size;
    expect(size).toBeLessThan(100 * 1024);
    expect(written()).not.toContain('not written');
    vi.advanceTimersByTime(60_000);
    const said = written()
      .split('\n')
      .filter((line) => line.includes('not written'));
    expect(said).toEqual([
      expect.stringMatching(
        / 2940 more faults .*: (98 of room\.ask\d+, ){4}98 of room\.ask\d+, and of 25 more kinds$/,
      ),
    ]);
    const later = reportCall('room.ask0', new TypeError('broken'));
    expect(references()).toContain(later);
    vi.advanceTimersByTime(600_000);
    expect(written().match(/not written/g), 'nothing was left out of the minute after').toHaveLength(1);
  });

  it('hides neither what else is wrong with the page nor what is wrong with main', () => {
    const { report, reportCall } = openLog(folder);
    for (let call = 0; call < 3000; call++) reportCall('members.card', new TypeError('broken'));
    expect(references()).toHaveLength(20);
    const other = reportCall('purchases.record', new TypeError('broken'));
    const own = Array.from({ length: 200 }, () => report('the daily pass', new TypeError('broken')));
    expect(references()).toEqual(expect.arrayContaining([other, ...own]));
    vi.advanceTimersByTime(60_000);
    expect(written()).toMatch(/ 2980 more faults were not written in this minute: 2980 of members\.card\n/);
  });
});

describe('the log', () => {
  it('goes to the terminal only where there is one: here nobody would read it', () => {
    openLog(folder);
    expect(log.transports.console.level).toBe(isatty(2) ? 'silly' : false);
  });

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
