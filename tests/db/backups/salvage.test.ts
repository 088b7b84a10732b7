import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSalvage } from '@db/backups/salvage';
import SQLite from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStoreFile } from '../../support/store-file';

const ROWS = 3000;

describe('trust, Durability: what can still be read of a damaged store', () => {
  let folder: string;
  let whole: string;
  let pages: number;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'shuke-salvage-'));
    whole = join(folder, 'whole.db');
    const raw = new SQLite(whole);
    raw.exec(`
      create table sale (seq integer primary key autoincrement, note text not null, amount integer) strict;
      create table tag (member text not null, tag text not null, primary key (member, tag)) strict, without rowid;
      create table staff_pin (staff_id text primary key not null, hash text not null) strict;
      insert into staff_pin values ('owner', 'secret');`);
    const sale = raw.prepare('insert into sale (note, amount) values (?, ?)');
    const tag = raw.prepare('insert into tag values (?, ?)');
    raw.transaction(() => {
      for (let row = 1; row <= ROWS; row++) {
        sale.run(`鱼油 ${row}`.padEnd(40, '.'), row);
        tag.run(String(row).padStart(6, '0'), '老客');
      }
    })();
    pages = Number(raw.pragma('page_count', { simple: true }));
    raw.close();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const read = (path: string) => {
    const store = openSalvage(path);
    if (store === null) return null;
    const tables = new Map(
      store.tables.map((table) => {
        const rows = [...table.slices()].flat();
        return [table.name, { columns: table.columns, rows, lost: table.lost() }];
      }),
    );
    store.close();
    return tables;
  };

  it('of a whole file: everything, nothing lost, and no secret', () => {
    const tables = read(whole);
    expect([...(tables?.keys() ?? [])]).toEqual(['sale', 'tag']);
    expect(tables?.get('sale')).toMatchObject({ columns: ['seq', 'note', 'amount'], lost: 0 });
    expect(tables?.get('sale')?.rows).toHaveLength(ROWS);
    expect(tables?.get('tag')?.rows).toHaveLength(ROWS);
  });

  it('of a store: what its people wrote, and not what Shuke looks things up by', async () => {
    const store = aStoreFile();
    await store.release();
    const names = [...(read(store.path)?.keys() ?? [])];
    await store.close();
    expect(names).toEqual(expect.arrayContaining(['complaint', 'member', 'member_tag', 'purchase']));
    expect(names.filter((name) => /lookup|grams|_text|import_key|staff_pin|recovery/.test(name))).toEqual([]);
  });

  it('with pages overwritten: every row it writes is true, and what it does not write it counts or says it cannot', () => {
    const path = join(folder, 'damaged.db');
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: pages - 1 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 255 }),
        (damaged, byte) => {
          copyFileSync(whole, path);
          const content = readFileSync(path);
          for (const page of damaged) content.fill(byte, page * 4096, (page + 1) * 4096);
          writeFileSync(path, content);
          const before = content.toString('latin1');
          const tables = read(path);
          expect(readFileSync(path).toString('latin1') === before).toBe(true);
          const sales = tables?.get('sale');
          if (sales === undefined) return;
          for (const [seq, note, amount] of sales.rows)
            if (typeof note === 'string' && note.startsWith('鱼油'))
              expect([note.trimEnd(), amount]).toEqual([`鱼油 ${seq}`.padEnd(40, '.'), seq]);
          expect(new Set(sales.rows.map(([seq]) => seq)).size).toBe(sales.rows.length);
          if (sales.lost !== null) expect(sales.rows.length + sales.lost).toBeGreaterThanOrEqual(ROWS);
        },
      ),
      { numRuns: 6 },
    );
  });

  it('one dead leaf costs its own rows and no others', () => {
    const path = join(folder, 'leaf.db');
    copyFileSync(whole, path);
    const raw = new SQLite(whole, { readonly: true });
    const needle = raw.prepare('select note from sale where seq = 1500').pluck().get();
    raw.close();
    const content = readFileSync(path);
    const at = content.indexOf(Buffer.from(String(needle)));
    const page = Math.floor(at / 4096);
    content.fill(0x5a, page * 4096, (page + 1) * 4096);
    writeFileSync(path, content);
    const sales = read(path)?.get('sale');
    expect(sales?.lost).toBeGreaterThan(10);
    expect(sales?.lost).toBeLessThan(120);
    expect((sales?.rows.length ?? 0) + (sales?.lost ?? 0)).toBe(ROWS);
  });

  it('of what is no store: nothing', () => {
    const path = join(folder, 'text.db');
    writeFileSync(path, 'no store '.repeat(1000));
    expect(openSalvage(path)).toBeNull();
    expect(openSalvage(join(folder, 'absent.db'))).toBeNull();
  });
});
