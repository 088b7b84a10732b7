import { BulkInsert } from '@db/exchange/bulk-insert';
import SQLite from 'better-sqlite3';
import { expect, it } from 'vitest';

it.each([0, 1, 63, 64, 65, 200])('%i rows come into their table, in their order, once', (count) => {
  const raw = new SQLite(':memory:');
  raw.exec('create table list (seq integer primary key autoincrement, word text, more integer)');
  const list = new BulkInsert(raw, 'list', ['word', 'more']);
  for (let n = 0; n < count; n++) list.add(`row ${n}`, n % 2 === 0 ? n : undefined);
  expect(raw.prepare('select count(*) from list').pluck().get()).toBe(0);
  list.flush();
  list.flush();
  expect(raw.prepare('select seq, word, more from list order by seq').raw().all()).toEqual(
    Array.from({ length: count }, (_, n) => [n + 1, `row ${n}`, n % 2 === 0 ? n : null]),
  );
});
