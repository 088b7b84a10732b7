import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { latestVersion, migrate, versionOf } from '@db/migrate';
import { MIGRATIONS } from '@db/migrations/index';
import { connect, openStore } from '@db/open';
import { APPLICATION_ID } from '@db/store-header';
import { STORE_NOW } from '../../support/store-file';
import { wrongIn } from './open-again';
import type { MakeSubject } from './subject';

/** The last version from before there were PINs and an audit trail. */
const OLD_VERSION = 43;
const MEMBERS = ['张三', '李四'];

/** An older store is opened: backed up, brought to the newest schema, or left as it was. */
export const migration: MakeSubject = async (folder) => {
  const old = join(folder, 'old', 'shuke.db');
  oldStoreAt(old);
  const store = join(folder, 'store', 'shuke.db');
  return {
    attempt: async (whileFailing) => {
      rmSync(dirname(store), { recursive: true, force: true });
      mkdirSync(dirname(store));
      cpSync(old, store);
      const tried = await whileFailing(() => openStore(store, STORE_NOW));
      if (tried.ended === 'well') {
        const reached = versionOf(tried.value.raw);
        await tried.value.close();
        if (reached !== latestVersion()) return [`it is open at version ${reached}`];
      }
      return await wrongIn(store, [], ({ raw }) => {
        const names = raw.prepare('select name from member order by n').pluck().all();
        return names.join() === MEMBERS.join() ? [] : [`its members are ${names.join()}`];
      });
    },
    end: async () => [],
  };
};

function oldStoreAt(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const raw = connect(path);
  raw.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(raw, () => undefined, MIGRATIONS.slice(0, 1));
  raw.exec(`
    insert into store values (1, '0190a5d0-0000-7000-8000-000000000001', '老店', 'Asia/Shanghai', 0, 0, 0);
    insert into staff (id, name, role, created_at) values ('owner', '店主', 'owner', 0);
    insert into rule_version (rules, staff_id, made_at) values ('{}', 'owner', 0);`);
  const insert = (table: string, row: Readonly<Record<string, unknown>>) =>
    raw
      .prepare(
        `insert into ${table} (${Object.keys(row)}) values (${Object.keys(row).map((column) => `@${column}`)})`,
      )
      .run(row);
  for (const [at, name] of MEMBERS.entries()) {
    const n = at + 1;
    const shown = { n, name, phone: null, member_no: `00000${n}`, joined_on: '2026-05-01' };
    const blank = { score: 0, points: 0, open_complaints: 0, visits: 0, pinyin: '', initials: '' };
    const made = { created_at: 0, updated_at: 0, staff_id: 'owner', source: 'walk_in' };
    insert('member', { ...shown, ...made, id: `0190a5d0-0000-7000-8000-0000000000a${n}` });
    insert('member_lookup', { ...shown, ...blank, phone: '', name_key: name, tier: 'regular' });
  }
  migrate(
    raw,
    () => undefined,
    MIGRATIONS.filter(({ version }) => version <= OLD_VERSION),
  );
  raw.close();
}
