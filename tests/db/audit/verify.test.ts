import { appendAudit } from '@db/audit/append';
import { knownHead, noteHead } from '@db/audit/head-file';
import { verifyTrail } from '@db/audit/verify';
import { sha256 } from '@db/canonical';
import { sealDay, spelledFigures } from '@db/days/commands';
import { figuresOfDay } from '@db/days/figures';
import { readOn } from '@db/reading';
import { businessDate } from '@domain/units';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { addZhang, draft, fillTrail, found, OWNER, unguarded, ZHANG } from './trail';

const ENTRIES = 12;
const TABLES = {
  audit_entry: [
    'seq',
    'at',
    'business_date',
    'staff_id',
    'approver_id',
    'act',
    'request_id',
    'body',
    'personal_digest',
    'previous_hash',
    'hash',
  ],
  audit_subject: ['kind', 'id', 'seq'],
  audit_personal: ['seq', 'member_id', 'salt', 'body'],
} as const;
const CELLS = Object.entries(TABLES).flatMap(([table, columns]) =>
  columns.map((column) => ({ table, column })),
);

let store: StoreFile;
beforeEach(async () => {
  store = aStoreFile();
  addZhang(store);
  await fillTrail(store, ENTRIES);
});
afterEach(() => store.close());

const headOf = () =>
  store.raw.prepare('select seq, hash from audit_entry order by seq desc limit 1').get() as {
    seq: number;
    hash: string;
  };

describe('the audit trail', () => {
  it('trust, People: one that nobody has touched is found as it was written', async () => {
    expect(await verifyTrail(store.db, { known: headOf() }, store.raw)).toEqual({
      ...{ entries: ENTRIES, findings: [], found: 0 },
    });
  });

  it('rules, Staff: its guards let nobody change, remove or leave out an entry', () => {
    const { raw } = store;
    expect(() => raw.exec(`update audit_entry set act = 'x' where seq = 3`)).toThrow('append-only');
    expect(() => raw.exec('delete from audit_subject')).toThrow('append-only');
    expect(() => raw.exec('delete from audit_entry where seq = 12')).toThrow('append-only');
    expect(() => raw.exec('delete from audit_personal')).toThrow('goes with the person only');
    expect(() =>
      raw.exec(`insert into audit_entry select seq + 2, at, business_date, staff_id, approver_id, act, request_id,
        body, personal_digest, hash, 'f' || substr(hash, 2) from audit_entry where seq = 12`),
    ).toThrow('no gaps');
  });

  it('trust, People: any single change of any byte of anything that is sealed is found', async () => {
    unguarded(store);
    const { raw } = store;
    let done = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...CELLS),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 127 }),
        async ({ table, column }, row, place, mask) => {
          const rows = raw
            .prepare<[], { key: string; value: unknown }>(
              `select ${KEYS[table]} as key, ${column} as value from ${table} where ${column} is not null order by key`,
            )
            .all();
          const chosen = rows[row % rows.length];
          if (chosen === undefined) throw new Error('nothing there');
          const other = changed(chosen.value, place, mask);
          raw.exec('begin');
          try {
            const put = raw.prepare(`update or ignore ${table} set ${column} = ? where ${KEYS[table]} = ?`);
            // Two rows cannot have one key: then nothing was changed, and there is nothing to find.
            const { changes } = put.run(other, chosen.key);
            expect((await found(store)).length).toBeGreaterThanOrEqual(changes);
            done += changes;
          } finally {
            raw.exec('rollback');
          }
        },
      ),
      { numRuns: 400, seed: 20261122 },
    );
    expect(done).toBeGreaterThan(300);
  });

  it.each([
    ['a row is taken out', 'delete from audit_entry where seq = 5', { kind: 'missing', seq: 6 }],
    ['the first row is taken out', 'delete from audit_entry where seq = 1', { kind: 'missing', seq: 2 }],
    [
      'a row is taken out and the gap is closed',
      'delete from audit_entry where seq = 5; update audit_entry set seq = seq - 1 where seq > 5',
      { kind: 'broken', seq: 5 },
    ],
    [
      'two rows change places',
      `update audit_entry set seq = 99 where seq = 5; update audit_entry set seq = 5 where seq = 6;
       update audit_entry set seq = 6 where seq = 99`,
      { kind: 'changed', seq: 5 },
    ],
    [
      'what is personal is swapped between two entries',
      `update audit_personal set seq = 99 where seq = 2; update audit_personal set seq = 2 where seq = 6;
       update audit_personal set seq = 6 where seq = 99; update audit_personal set body = '{}' where seq = 2`,
      { kind: 'personal_changed', seq: 2 },
    ],
    [
      'what is personal is put under another member',
      `update audit_personal set member_id = 'somebody' where seq = 2`,
      { kind: 'personal_changed', seq: 2 },
    ],
    [
      'what is personal is gone although the person is there',
      'delete from audit_personal where seq = 2',
      { kind: 'personal_missing', seq: 2 },
    ],
    [
      'an entry is hidden from the list of a member',
      `delete from audit_subject where seq = 1 and kind = 'member'`,
      { kind: 'subjects_changed', seq: 1 },
    ],
    [
      'something is listed under an entry that is not there',
      `insert into audit_subject values ('member', 'x', 99)`,
      { kind: 'subjects_changed', seq: 99 },
    ],
  ])('finds that %s', async (_what, tampering, finding) => {
    unguarded(store);
    store.raw.exec(tampering);
    expect(await found(store)).toContainEqual(finding);
  });

  it('S28: what was personal goes with the person, and the rest still verifies', async () => {
    const { raw } = store;
    raw.prepare(`update member set state = 'erased', name = '' where id = ?`).run(ZHANG);
    raw.prepare('delete from audit_personal where member_id = ?').run(ZHANG);
    expect(await found(store)).toEqual([]);
  });

  it('tells a hundred findings one by one, and of more how many there are', async () => {
    await fillTrail(store, 150);
    unguarded(store);
    store.raw.exec(`update audit_entry set act = act || '!'`);
    const verified = await verifyTrail(store.db, { known: null }, store.raw);
    expect(verified.findings).toHaveLength(100);
    expect(verified.found).toBe(ENTRIES + 150);
  });
});

describe('an end that was cut off', () => {
  it('is found by the head noted beside the store', async () => {
    const head = headOf();
    await noteHead(store.path, head);
    unguarded(store);
    store.raw.exec('delete from audit_subject where seq > 9; delete from audit_personal where seq > 9;');
    store.raw.exec('delete from audit_entry where seq > 9');
    expect(await found(store)).toEqual([]); // by itself it looks whole
    expect(await found(store, knownHead(store.path))).toEqual([{ kind: 'end_missing', seq: head.seq }]);
  });

  it('and a whole file written anew are found by the head of a day close', async () => {
    const head = headOf();
    await closeDay(head);
    unguarded(store);
    // Everything is sealed again, without the second entry: the file is as whole as it ever was.
    store.raw.exec('delete from audit_subject; delete from audit_personal; delete from audit_entry');
    await fillTrail(store, ENTRIES);
    const kinds = (await found(store)).map(({ kind }) => kind);
    expect(kinds).toContain('close_differs');
    expect(await found(store, head)).toContainEqual({ kind: 'head_differs', seq: head.seq });
  });

  it('nothing is known where the note is missing or torn', async () => {
    expect(knownHead(store.path)).toBeNull();
    await noteHead(store.path, headOf());
    expect(knownHead(store.path)).toEqual(headOf());
  });
});

describe('a day close', () => {
  it('is sealed by its entry: other figures are found, and a close that is gone', async () => {
    await closeDay(headOf());
    expect(await found(store)).toEqual([]);
    unguarded(store);
    store.raw.exec(`update day_close set figures = json_set(figures, '$.net', 1)`);
    expect(await found(store)).toEqual([{ kind: 'close_changed', seq: ENTRIES + 1 }]);
    store.raw.exec('delete from day_close');
    expect(await found(store)).toEqual([{ kind: 'close_changed', seq: ENTRIES + 1 }]);
  });
});

const KEYS: Readonly<Record<string, string>> = {
  audit_entry: 'seq',
  audit_subject: `kind || ' ' || id || ' ' || seq`,
  audit_personal: 'seq',
};

/** One byte is another one; of a number one bit. */
function changed(value: unknown, place: number, mask: number): unknown {
  if (typeof value === 'number') return value ^ mask;
  const bytes = Buffer.from(String(value));
  const at = place % bytes.length;
  bytes.writeUInt8(bytes.readUInt8(at) ^ mask, at);
  return bytes.toString('latin1');
}

/** As `days.close` does. */
async function closeDay(head: { seq: number; hash: string }): Promise<void> {
  const date = businessDate('2026-05-18');
  const calendar = { zone: 'Asia/Shanghai', dayStartHour: 0 };
  const figures = await readOn(store.db, figuresOfDay(date, calendar));
  await store.db.transaction().execute(async (tx) => {
    sealDay(tx, { id: 'close', date, figures, head, staffId: OWNER, now: draft().at });
    const after = { close: 'close', date, round: 1, figures: sha256(spelledFigures(figures)) };
    appendAudit(
      tx,
      draft({ act: 'days.close', subjects: [], notes: [{ about: { kind: 'day', id: 'close' }, after }] }),
    );
  });
}
