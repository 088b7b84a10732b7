import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aStoreFile, type StoreFile } from '../../support/store-file';

const DECLARED = [
  'schema.ts',
  'tiers/tables.ts',
  'coupons/tables.ts',
  'complaints/tables.ts',
  'care/tables.ts',
  'invitations/tables.ts',
  'surveys/tables.ts',
  'handbook/tables.ts',
  'insights/tables.ts',
  'segments/tables.ts',
  'members/tables.ts',
  'quality/tables.ts',
  'staff/tables.ts',
  'audit/tables.ts',
  'days/tables.ts',
  'rights/tables.ts',
  'head-office/tables.ts',
  'pos/tables.ts',
];

/** The columns that TypeScript declares for a table, read from its text: types are gone at run time. */
function declaredColumns(): Map<string, string[]> {
  const text = DECLARED.map((file) =>
    readFileSync(new URL(`../../../db/${file}`, import.meta.url), 'utf8'),
  ).join('\n');
  const tables = /export interface Schema \{([^}]*)\}/.exec(text)?.[1] ?? '';
  return new Map(
    [...tables.matchAll(/(\w+): (\w+);/g)].map(([, table = '', type = '']) => {
      const body = new RegExp(`interface ${type} \\{([\\s\\S]*?)\\n\\}`).exec(text)?.[1] ?? '';
      return [table, [...body.matchAll(/^ {2}(\w+):/gm)].map(([, column = '']) => column)];
    }),
  );
}

describe('the schema', () => {
  let store: StoreFile;
  beforeEach(() => {
    store = aStoreFile();
  });
  afterEach(() => store.close());

  const tables = () =>
    store.raw
      .prepare<[], { name: string; sql: string }>(
        "select name, sql from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like 'member_grams%' and name not like 'complaint_text%'",
      )
      .all();

  it('declares in TypeScript exactly the columns of the file', () => {
    const inFile = new Map(
      tables().map(({ name }) => [
        name,
        store.raw
          .prepare<[string], { name: string }>('select name from pragma_table_xinfo(?)')
          .all(name)
          .map((column) => column.name),
      ]),
    );
    const inOrder = (columns: Map<string, string[]>) =>
      Object.fromEntries([...columns].map(([table, names]) => [table, [...names].sort()]));
    expect(inOrder(declaredColumns())).toEqual(inOrder(inFile));
  });

  it('has only STRICT tables without a REAL column: money and points are integers', () => {
    for (const { name, sql } of tables()) {
      expect(sql, name).toMatch(/\)\s*strict(, without rowid)?$/);
      expect(sql, name).not.toMatch(/\breal\b/i);
    }
  });

  it('indexes every foreign key and restricts deletion behind it', () => {
    for (const { name } of tables()) {
      const keys = store.raw
        .prepare<[string], { from: string; on_delete: string }>(
          'select "from", on_delete from pragma_foreign_key_list(?)',
        )
        .all(name);
      for (const key of keys) {
        expect(key.on_delete, `${name}.${key.from}`).toBe('RESTRICT');
        const leading = store.raw
          .prepare<[string, string], { name: string }>(
            'select l.name from pragma_index_list(?) l join pragma_index_info(l.name) i where i.seqno = 0 and i.name = ?',
          )
          .all(name, key.from);
        const isRowKey = store.raw
          .prepare<[string, string], { pk: number }>('select pk from pragma_table_info(?) where name = ?')
          .get(name, key.from)?.pk;
        expect(leading.length > 0 || isRowKey === 1, `${name}.${key.from} has no index`).toBe(true);
      }
    }
  });

  it('runs with every pragma of the house, read back', () => {
    const read = (pragma: string) => store.raw.pragma(pragma, { simple: true });
    expect({
      journal: read('journal_mode'),
      synchronous: read('synchronous'),
      foreignKeys: read('foreign_keys'),
      recursiveTriggers: read('recursive_triggers'),
      trustedSchema: read('trusted_schema'),
      cellSizeCheck: read('cell_size_check'),
      busyTimeout: read('busy_timeout'),
      applicationId: read('application_id'),
    }).toEqual({
      journal: 'wal',
      synchronous: 2,
      foreignKeys: 1,
      recursiveTriggers: 1,
      trustedSchema: 0,
      cellSizeCheck: 1,
      busyTimeout: 3000,
      applicationId: 0x5368756b,
    });
  });

  it.each([
    'rule_version',
    'consent_entry',
    'purchase',
    'purchase_line',
    'refund',
    'points_entry',
    'points_move',
    'complaint_event',
    'command_outcome',
    'tier_change',
    'daily_pass',
    'coupon_event',
    'coupon_batch_member',
  ])('%s is append-only: update, delete and replace abort', (table) => {
    const triggers = store.raw
      .prepare<[string], { sql: string }>(
        "select sql from sqlite_schema where type = 'trigger' and tbl_name = ?",
      )
      .all(table)
      .map(({ sql }) => sql);
    expect(triggers.some((sql) => /before update/.test(sql))).toBe(true);
    expect(triggers.some((sql) => /before delete/.test(sql))).toBe(true);
  });

  it('lets nothing rewrite the rules that were in force, not even INSERT OR REPLACE', () => {
    const { raw } = store;
    const before = raw.prepare('select * from rule_version').all();
    expect(() => raw.exec("update rule_version set rules = '{}'")).toThrow('append-only');
    expect(() => raw.exec('delete from rule_version')).toThrow('append-only');
    expect(() =>
      raw.exec(
        "insert or replace into rule_version (version, rules, staff_id, made_at) select 1, '{}', staff_id, 0 from rule_version",
      ),
    ).toThrow('append-only');
    expect(raw.prepare('select * from rule_version').all()).toEqual(before);
  });
});
