import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { type Preferences, preferencesShape } from '../contract/settings';

/** What one PC prefers, whichever store is open: language and theme. Lost or damaged, it is the defaults again. */
export class PreferencesFile {
  private current: Preferences;

  constructor(
    private readonly path: string,
    systemLocale: string,
  ) {
    this.current = read(path) ?? { locale: systemLocale.startsWith('en') ? 'en' : 'zh-CN', theme: 'auto' };
  }

  get(): Preferences {
    return this.current;
  }

  set(preferences: Preferences): Preferences {
    const unfinished = `${this.path}.part`;
    const file = openSync(unfinished, 'w');
    try {
      writeSync(file, JSON.stringify(preferences));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, this.path);
    this.current = preferences;
    return preferences;
  }
}

function read(path: string): Preferences | undefined {
  try {
    return preferencesShape.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined; // absent or unreadable: the defaults serve, and the next choice writes it anew
  }
}
