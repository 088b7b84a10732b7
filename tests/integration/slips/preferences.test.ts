import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PreferencesFile } from '../../../electron/main/preferences';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuke-preferences-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = () => join(folder, 'preferences.json');
const DEFAULTS = {
  slip: { paper: 58, printer: null },
  sheet: { paper: 'a4', printer: null },
  display: { open: false, screenId: null },
  clipboard: { allowed: false },
  tour: 'none',
  zoom: 100,
  dock: { form: 'wide', side: 'right', screen: null, hotkey: 'F8' },
};

describe('what a PC prefers', () => {
  it('of an older Shuke, knows language and theme, and takes the rest as it comes', () => {
    writeFileSync(path(), JSON.stringify({ locale: 'en', theme: 'dark' }));
    expect(new PreferencesFile(path(), 'zh-CN').get()).toEqual({ locale: 'en', theme: 'dark', ...DEFAULTS });
  });

  it('speaks the language of the system where none was chosen', () => {
    writeFileSync(path(), JSON.stringify({ tour: 'over' }));
    const kept = { locale: 'en', theme: 'auto', ...DEFAULTS, tour: 'over' };
    expect(new PreferencesFile(path(), 'en-US').get()).toEqual(kept);
  });

  it('changes one part and keeps the others, also over a restart', () => {
    const first = new PreferencesFile(path(), 'zh-CN');
    first.change({ display: { open: true, screenId: 7 } });
    first.change({ locale: 'en' });
    expect(new PreferencesFile(path(), 'zh-CN').get()).toEqual({
      locale: 'en',
      theme: 'auto',
      ...DEFAULTS,
      display: { open: true, screenId: 7 },
    });
    expect(readFileSync(path(), 'utf8')).not.toContain('.part');
  });

  it('is the defaults again when it is damaged', () => {
    writeFileSync(path(), '{"locale":"zh-CN","theme":"light","slip":{"paper":99}}');
    expect(new PreferencesFile(path(), 'en-US').get()).toEqual({ locale: 'en', theme: 'auto', ...DEFAULTS });
  });
});
