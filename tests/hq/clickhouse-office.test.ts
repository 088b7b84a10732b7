import { afterAll, beforeAll, expect, it } from 'vitest';
import { init } from '../../electron/hq/commands/init';
import { query } from '../../electron/hq/commands/query';
import { register } from '../../electron/hq/commands/register';
import { settle } from '../../electron/hq/commands/settle';
import { tidy } from '../../electron/hq/commands/tidy';
import { type ClickHouse, startClickHouse } from '../support/clickhouse';
import { aFolder, TestOffice, TestStore } from './support';

let clickhouse: ClickHouse | null = null;
beforeAll(async () => {
  clickhouse = await startClickHouse(1);
});
afterAll(async () => {
  await clickhouse?.stop();
});

it('exchange, head office: the same commands with the facts in ClickHouse, the books beside it', async (context) => {
  if (!clickhouse) return context.skip('no ClickHouse server on this system');
  const office = new TestOffice();
  await office.run(init, [office.folder], {
    name: '总部',
    clickhouse: clickhouse.servers[0],
    database: 'hq_commands',
  });
  const store = new TestStore(1);
  store.recipient = office.card().recipient;
  await office.run(register, [store.sheet()]);
  const paid = async () =>
    (await office.run(query, ['select coalesce(sum(paid_fen), 0) as paid from purchase_now'])).answer;

  await store.pack([1]);
  const restore = store.backup();
  const mine = await store.pack([20]);
  await office.ingest(store.folder);
  await office.ingest(store.folder);
  expect(await paid()).toEqual([{ paid: 21 }]);
  restore();
  const clone = aFolder();
  const theirs = await store.pack([300], undefined, clone);
  await office.ingest(clone);
  expect(await paid()).toEqual([{ paid: 1 }]);
  await office.run(settle, [], { store: store.id, keep: theirs.manifestHash });
  expect(await paid()).toEqual([{ paid: 301 }]);
  expect(mine.manifestHash).not.toBe(theirs.manifestHash);
  await store.pack([5], 'full', clone);
  await office.ingest(clone);
  expect(await office.run(tidy)).toMatchObject({ answer: { rows: 2 } });
  expect(await paid()).toEqual([{ paid: 5 }]);
  await expect(office.run(query, ['drop table purchase'])).rejects.toThrow('failed');
});
