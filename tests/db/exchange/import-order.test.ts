import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { done, guessed, importWork } from '../../integration/exchange/in-process';
import { aFile } from '../../integration/exchange/support';
import { aStoreFile, type StoreFile } from '../../support/store-file';

let store: StoreFile;
beforeEach(() => {
  store = aStoreFile();
});
afterEach(() => store.close());

it('bills go into the ledger day by day; what was refused is told in the lines of the file', async () => {
  const file = aFile(
    [
      '手机,消费日期,金额,小票号',
      '13812340001,2026-03-02,2.00,B1',
      '13812340001,2026-03-02,x,B2',
      '13812340001,2026-01-05,1.00,A1',
      '13812340001,2026-01-05,y,A2',
      '13812340001,2026-03-02,3.00,B3',
      '13812340001,2026-01-05,1.00,A1',
    ].join('\n'),
  );
  const reading = await guessed(file, 'purchases');
  if (typeof reading === 'string') throw new Error(reading);
  const ended = await done(store, importWork(file, 'purchases', { ...reading, createMembers: true }));
  const result = ended.type === 'done' && ended.result?.kind === 'import' ? ended.result : undefined;
  expect(result?.groups).toMatchObject({
    newPurchases: 3,
    refusedBy: [
      { why: 'amount_malformed', rows: 2, firstLine: 3 },
      { why: 'doubled_in_file', rows: 1, firstLine: 7 },
    ],
  });
  const bills = store.raw.prepare('select receipt_no from purchase order by seq').pluck().all();
  expect(bills).toEqual(['A1', 'B1', 'B3']);
  const [, ...refused] = readFileSync(result?.refusedFile ?? '', 'utf8')
    .trim()
    .split('\r\n');
  expect(refused.map((line) => line.split(',')[0])).toEqual(['"3"', '"5"', '"7"']);
});
