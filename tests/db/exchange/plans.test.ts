import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStoreFile, type StoreFile } from '../../support/store-file';

describe('the searches of an import', () => {
  let store: StoreFile;
  beforeAll(() => {
    store = aStoreFile();
  });
  afterAll(() => store.close());

  const plan = (sql: string) =>
    store.raw
      .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
      .all(...Array<string>(sql.split('?').length - 1).fill('x'))
      .map(({ detail }) => detail)
      .join('; ');

  it.each([
    ["select n from member where card_no = +? and state = 'active'", 'member_card'],
    ["select n from member where phone = +? and state = 'active'", 'member_phone_any'],
    ["select n from member where external_id = +? and state = 'active'", 'member_external'],
    ['select 1 from import_key where kind = +? and key = +?', 'PRIMARY KEY'],
    ['select 1 from receipt where business_date = +? and receipt_no = +?', 'PRIMARY KEY'],
    ['select id from purchase p where member_id = +? and +import_id is ?', 'purchase_member'],
    ['select * from points_entry where +import_id = ? and member_id = +?', 'points_entry_member'],
  ])('%s walks %s', (sql, index) => {
    expect(plan(sql)).toContain(index);
  });
});
