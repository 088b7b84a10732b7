import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finishSwitch, switchStore } from '@db/backups/switch';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const textOf = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null);

describe('trust, Durability: one store in the place of another', () => {
  let folder: string;
  let store: string;
  let staged: string;
  let aside: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shuke-switch-'));
    store = join(folder, 'shuke.db');
    staged = `${store}.restore`;
    aside = join(folder, 'before-restore', '20260518T040000Z');
    writeFileSync(store, 'the present');
    writeFileSync(`${store}-wal`, 'its last sales');
    writeFileSync(staged, 'the backup');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('the one that was there is kept whole, with its log, which is never played into the other', () => {
    switchStore(store, staged, aside);
    expect(textOf(store)).toBe('the backup');
    expect(existsSync(`${store}-wal`)).toBe(false);
    expect(textOf(join(aside, 'shuke.db'))).toBe('the present');
    expect(textOf(join(aside, 'shuke.db-wal'))).toBe('its last sales');
    expect(existsSync(join(folder, 'switching.json'))).toBe(false);
    finishSwitch(store);
    expect(textOf(store)).toBe('the backup');
  });

  it('where nothing was there, nothing is put aside', () => {
    rmSync(store);
    rmSync(`${store}-wal`);
    switchStore(store, staged, aside);
    expect(textOf(store)).toBe('the backup');
  });

  it('what cannot be put in place changes nothing', () => {
    writeFileSync(join(folder, 'in the way'), '');
    expect(() => switchStore(store, staged, join(folder, 'in the way', 'x'))).toThrow();
    rmSync(staged);
    expect(() => switchStore(store, staged, aside)).toThrow();
    expect([textOf(store), textOf(`${store}-wal`)]).toEqual(['the present', 'its last sales']);
  });

  /** The steps of a switch, in the order in which it takes them. */
  const steps = (log: boolean) => [
    ...(log ? [[`${store}-wal`, join(aside, 'shuke.db-wal')] as const] : []),
    [store, join(aside, 'shuke.db')] as const,
    [staged, store] as const,
  ];

  it.each([
    [0, true],
    [1, true],
    [2, true],
    [3, true],
    [0, false],
    [1, false],
    [2, false],
  ])(
    'cut off after %i steps (a log: %s), the next start finds one of the two whole, never both mixed',
    (done, log) => {
      if (!log) rmSync(`${store}-wal`);
      mkdirSync(aside, { recursive: true });
      writeFileSync(join(folder, 'switching.json'), JSON.stringify({ aside, staged }));
      const all = steps(log);
      for (const [from, to] of all.slice(0, done)) renameSync(from, to);
      finishSwitch(store);
      const present = ['the present', log ? 'its last sales' : null];
      expect([textOf(store), textOf(`${store}-wal`)]).toEqual(
        done === all.length ? ['the backup', null] : present,
      );
      expect(existsSync(join(folder, 'switching.json'))).toBe(false);
    },
  );
});
