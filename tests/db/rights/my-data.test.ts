import { readFileSync } from 'node:fs';
import { FIELD_KINDS, SECTIONS } from '@domain/rights/my-data';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { myData, TOLD } from '../../../db/rights/my-data';
import { aStoreFile, STORE_NOW, type StoreFile } from '../../support/store-file';

/** Tables that name nobody, and those that name a member without saying anything of them. */
const UNTOLD: Readonly<Record<string, string>> = {
  store: 'of the shop',
  staff_pin: 'of the staff',
  recovery_code: 'of the owner',
  rule_version: 'of the shop',
  command_outcome: 'ids and numbers of requests, no words',
  import_batch: 'the name of the file is told with the record',
  import_key: 'hashes of rows, which tell an import from its second time',
  import_key_waiting: 'the same, while the import runs',
  export_run: 'folders; what is in them is the store once more',
  daily_pass: 'counts',
  history_mark: 'how far the histories are',
  insight_run: 'of all members together',
  insight_finding: 'of all members together',
  segment: 'rules for groups',
  care_round: 'what it made of a member is among the tasks',
  service_change: 'what the shop changed',
  staff_note: 'of the staff',
  self_check: 'of the staff',
  checklist_run: 'of the shop',
  day_close: 'sums of a day',
  hq_setup: 'of the shop',
  hq_key: 'of the shop',
  hq_mark: 'how far packets are',
  hq_change: 'which rows go to head office again',
  hq_packet: 'counts; what went to head office is the store once more',
  hq_ack: 'what head office said of packets',
  hq_rules: 'rules that head office asks for',
  pos_source: 'of the shop',
  pos_file: 'counts of the files of the till',
  pos_refused: 'receipts of the till that were not booked, which name nobody',
  pos_receipt: 'what the till said of a bill, which is told itself',
  pos_refund: 'what the till said of a refund, which is told itself',
};

let store: StoreFile;
beforeAll(() => {
  store = aStoreFile();
});
afterAll(() => store.close());

const aMember = (): string => {
  const id = '0190a5d0-0000-7000-8000-00000000aaaa';
  store.raw
    .prepare(
      `insert into member (id, member_no, name, source, joined_on, created_at, updated_at, staff_id)
       select ?, '000001', '张三', 'walk_in', '2026-05-18', 1, 1, id from staff`,
    )
    .run(id);
  return id;
};

describe('S28 my data', () => {
  it('tells every table of the store, or a reason why not', () => {
    const tables = store.raw
      .prepare<[], string>(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not glob '*_text_*' and name not glob 'member_grams_*'",
      )
      .pluck()
      .all();
    expect(tables.toSorted()).toEqual([...TOLD, ...Object.keys(UNTOLD)].toSorted());
  });

  it('tells every table that names a member', () => {
    const named = store.raw
      .prepare<[], string>(
        `select distinct s.name from sqlite_schema s join pragma_foreign_key_list(s.name) f
         where s.type = 'table' and f."table" = 'member'`,
      )
      .pluck()
      .all();
    expect(named.filter((table) => !TOLD.has(table))).toEqual([]);
  });

  it('has a word in both languages for every part and every field', async () => {
    const told = await myData(store.db, { memberId: aMember(), now: STORE_NOW }, store.raw);
    expect(told?.sections.map(({ name }) => name)).toEqual(SECTIONS);
    const fields = (told?.sections ?? []).flatMap((section) => section.fields);
    for (const { kind } of fields) expect(FIELD_KINDS).toContain(kind);
    const names = [...new Set(fields.map(({ name }) => name))].toSorted();
    for (const locale of ['zh-CN', 'en']) {
      const text = readFileSync(`renderer/locales/${locale}/rights.json`, 'utf8');
      const words = JSON.parse(text) as { section: object; field: object };
      expect(Object.keys(words.section)).toEqual(SECTIONS);
      expect(Object.keys(words.field).toSorted()).toEqual(names);
    }
  });

  it('is nothing for somebody who is not there', async () => {
    expect(await myData(store.db, { memberId: 'nobody', now: STORE_NOW }, store.raw)).toBeNull();
  });
});
