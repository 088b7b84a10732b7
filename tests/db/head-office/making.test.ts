import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { storeDialect } from '@db/dialect';
import { insertKey, putSetup } from '@db/head-office/commands';
import { type Making, makePacket } from '@db/head-office/making';
import { noteOutboxHead, outboxHead, outboxOf } from '@db/head-office/outbox';
import { packetsOf } from '@db/head-office/queries';
import { countRows, newestRows, ofEachKind } from '@db/head-office/rows';
import { connect } from '@db/open';
import { cardText, readCard } from '@db/packets/documents';
import { newIdentity, newSigningKey, publicKeyOf, recipientOf } from '@db/packets/keys';
import { openPacket } from '@db/packets/read';
import { PacketCancelled } from '@db/packets/write';
import type { Schema } from '@db/schema';
import { Turn } from '@db/turn';
import { PACKET_KIND_NAMES } from '@domain/packets/entries';
import { businessDate } from '@domain/units';
import type SQLite from 'better-sqlite3';
import fc from 'fast-check';
import { Kysely } from 'kysely';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertBills, insertMembers } from '../../support/member-rows';
import { aStoreFile, STORE_NOW, type StoreFile } from '../../support/store-file';

let store: StoreFile;
let identity: string;
let recipient: string;
beforeAll(async () => {
  identity = await newIdentity();
  recipient = await recipientOf(identity);
});
beforeEach(begin);
afterEach(() => store.close());

/** A new store that reports to a head office. */
async function begin(): Promise<void> {
  store = aStoreFile();
  const card = readCard(cardText({ name: '总部', recipient, signingKey: newSigningKey() }));
  if ('code' in card) throw new Error(card.code);
  const setup = { card, region: '', personal: 2, reason: '回访', remindDays: 7 } as const;
  const staffId = store.raw.prepare<[], string>('select id from staff').pluck().get() ?? '';
  await store.db.transaction().execute(async (tx) => {
    await putSetup(tx, { ...setup, schedule: { kind: 'byHand' } }, { staffId, now: STORE_NOW });
    await insertKey(tx, newSigningKey(), STORE_NOW);
  });
}

class Crash extends Error {}

/** A connection that dies where it is asked for a statement with these words. */
const dyingAt = (words: string): SQLite.Database =>
  new Proxy(store.raw, {
    get: (raw, name) => {
      if (name === 'prepare')
        return (sql: string) => {
          if (sql.includes(words)) throw new Crash(words);
          return raw.prepare(sql);
        };
      const value: unknown = Reflect.get(raw, name, raw);
      return typeof value === 'function' ? value.bind(raw) : value;
    },
  });

/** Where the making of a packet can be cut off: each is a step that leaves something else behind. */
const CRASHES = {
  picture: () => ({ writer: dyingAt('update hq_mark') }),
  writing: () => ({
    progress: () => {
      throw new Crash('writing');
    },
  }),
  cancelled: () => ({ cancelled: () => true }),
  remembering: () => ({ writer: dyingAt('insert into hq_packet') }),
  forgetting: () => ({ writer: dyingAt('delete from hq_change') }),
} satisfies Record<string, () => Partial<Making>>;
const CRASH_NAMES = Object.keys(CRASHES) as (keyof typeof CRASHES)[]; // keys of the table above

async function crash(where: keyof typeof CRASHES, wanted: 'full' | 'delta' = 'delta'): Promise<void> {
  await make(CRASHES[where](), wanted).catch((error: unknown) => {
    if (!(error instanceof Crash || error instanceof PacketCancelled)) throw error;
  });
}

/** Makes a packet as the worker does; `change` stands in for what comes between. */
async function make(change: Partial<Making> = {}, wanted: 'full' | 'delta' = 'delta'): Promise<string> {
  const reader = connect(store.path, { readonly: true });
  try {
    return await makePacket(
      {
        ...{ storePath: store.path, reader, writer: store.raw, turn: new Turn(), now: STORE_NOW, shuke: '1' },
        ...{ today: businessDate('2026-05-18'), calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 } },
        db: new Kysely<Schema>({ dialect: storeDialect(reader) }),
        ...{ progress: () => undefined, cancelled: () => false },
        ...change,
      },
      wanted,
    );
  } finally {
    reader.close();
  }
}

type Rows = Map<string, Record<string, unknown>>;

/** What head office has after all packets of the outbox: of each kind the latest entry of each key since the last full one. */
async function atHeadOffice(): Promise<Rows> {
  const registered = publicKeyOf(
    store.raw.prepare<[], string>('select private_key from hq_key').pluck().get() ?? '',
  );
  const rows: Rows = new Map();
  for (const { fileName, kind: full } of await packetsOf(store.db)) {
    if (full === 'full') rows.clear();
    const packet = await openPacket(join(outboxOf(store.path), fileName), {
      ...{ identities: [identity], registered: () => registered, scratch: join(store.folder, 'scratch') },
    });
    if (!('lines' in packet)) throw new Error(JSON.stringify(packet));
    for (const kind of PACKET_KIND_NAMES) {
      for await (const text of packet.lines(kind)) {
        for (const line of text.split('\n').filter(Boolean)) {
          const { entry: _, key, ...columns } = JSON.parse(line) as Record<string, unknown>; // a line of a checked packet
          rows.set(`${kind} ${String(key)}`, columns);
        }
      }
    }
    await packet.close();
  }
  return rows;
}

/** The same of the ledgers themselves. */
function inLedgers(): Rows {
  const rows: Rows = new Map();
  const add = (kind: string, sql: string) => {
    for (const { key, ...columns } of store.raw.prepare<[], Record<string, unknown>>(sql).all())
      rows.set(`${kind} ${String(key)}`, columns);
  };
  add('member', "select id as key, state, tier, nullif(name, '') as name, phone from member");
  add('purchase', 'select id as key, member_id, paid_fen from purchase');
  return rows;
}

async function expectSame(): Promise<void> {
  const [there, here] = [await atHeadOffice(), inLedgers()];
  expect([...there.keys()].toSorted()).toEqual([...here.keys()].toSorted());
  for (const [key, columns] of here) expect(there.get(key)).toMatchObject(columns);
}

const pending = () => store.raw.prepare<[], number>('select count(*) from hq_change').pluck().get();
const someone = (n: number) => ({ name: `会员${n}`, phone: `138${String(n).padStart(8, '0')}` });

describe('what has gone out and changes is noted', () => {
  it('for nothing that no packet has carried', () => {
    insertMembers(store.raw, [someone(1)]);
    store.raw.exec("update member set name = '改名'");
    expect(pending()).toBe(0);
  });

  it('once, however often it changes, and not where it only says the same', async () => {
    insertMembers(store.raw, [someone(1), someone(2)]);
    await make();
    store.raw.exec('update member set name = name, updated_at = updated_at + 1');
    expect(pending()).toBe(0);
    for (const name of ['甲', '乙', '丙'])
      store.raw.prepare('update member set name = ? where n = 1').run(name);
    expect(pending()).toBe(1);
    const range = { after: newestRows(store.raw), upto: newestRows(store.raw), changesUpto: 1_000_000 };
    expect(countRows(store.raw, range)).toEqual(ofEachKind((kind) => (kind === 'member' ? 1 : 0)));
    await make();
    expect(pending()).toBe(0);
    await expectSame();
  });

  it('with the class of the last run of insight', async () => {
    insertMembers(store.raw, [someone(1)]);
    await make();
    store.raw.exec(
      "insert into member_insight (n, class, excluded, value, stage, traits, bills, spent_fen, year_bills, year_fen, warned, referrals) values (1, 'B', 0, 'low', 'convert', 0, 0, 0, 0, 0, 0, 0)",
    );
    expect(pending()).toBe(1);
    await make();
    expect((await atHeadOffice()).get(`member ${idOfFirst()}`)).toMatchObject({ class: 'B' });
    store.raw.exec("update member_insight set class = 'B', bills = 2");
    expect(pending()).toBe(0);
    store.raw.exec("update member_insight set class = 'C'");
    expect(pending()).toBe(1);
  });
  const idOfFirst = () => store.raw.prepare<[], string>('select id from member where n = 1').pluck().get();
});

describe('a packet whose making was cut off', () => {
  it.each(CRASH_NAMES)(
    'at %s is made anew under its number, and nothing is lost or doubled',
    async (where) => {
      insertMembers(store.raw, [someone(1)]);
      await make();
      insertMembers(store.raw, [someone(2)]);
      store.raw.exec("update member set name = '改名' where n = 1");
      await crash(where);
      insertMembers(store.raw, [someone(3)]);
      store.raw.exec("update member set name = '再改' where n = 2");
      await make({}, 'full');
      const made = await packetsOf(store.db);
      expect(made.map(({ sequence }) => sequence)).toEqual(made.map((_, at) => at + 1));
      expect(new Set(made.map(({ epoch }) => epoch)).size).toBe(1);
      expect(readdirSync(outboxOf(store.path)).filter((name) => name.endsWith('.shuke'))).toHaveLength(
        made.length,
      );
      await expectSame();
    },
  );

  it('before the folder was told goes on in its epoch, and the folder is told', async () => {
    await make();
    const head = outboxHead(store.path);
    if (head === null) throw new Error('no head');
    await make();
    noteOutboxHead(store.path, head);
    await make();
    expect((await packetsOf(store.db)).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(outboxHead(store.path)).toMatchObject({ sequence: 3 });
  });
});

interface Done {
  readonly act: 'join' | 'buy' | 'rename' | 'tier' | 'erase' | 'send' | 'crash';
  readonly who: number;
  readonly wanted: 'full' | 'delta';
  readonly where: keyof typeof CRASHES;
}

const CHANGES = {
  rename: "update member set name = name || '改' where id = ? and state = 'active'",
  tier: "update member set tier = 'vip' where id = ?",
  erase: "update member set state = 'erased', name = '', phone = null where id = ?",
};

/** One thing that happens in a store; who joins is added to `ids`. */
async function carryOut({ act, who, wanted, where }: Done, ids: string[]): Promise<void> {
  const id = ids[who % ids.length] ?? '';
  if (act === 'join') ids.push(...insertMembers(store.raw, [someone(ids.length + 1)]));
  else if (act === 'buy') insertBills(store.raw, [{ memberId: id, fen: 100 + who, on: '2026-05-17' }]);
  else if (act === 'send') await make({}, wanted);
  else if (act === 'crash') await crash(where, wanted);
  else store.raw.prepare(CHANGES[act]).run(id);
}

describe('all packets of a store put together', () => {
  it('equal its ledgers, whatever was done between them and wherever the power went', async () => {
    const step = fc.record({
      act: fc.constantFrom('join', 'buy', 'buy', 'rename', 'tier', 'erase', 'send', 'crash'),
      who: fc.nat(30),
      wanted: fc.constantFrom('delta', 'delta', 'full'),
      where: fc.constantFrom(...CRASH_NAMES),
    }) satisfies fc.Arbitrary<Done>;
    await fc.assert(
      fc
        .asyncProperty(fc.array(step, { minLength: 5, maxLength: 20 }), async (steps) => {
          const ids = insertMembers(store.raw, [someone(1)]);
          for (const one of steps) await carryOut(one, ids);
          await make();
          await expectSame();
        })
        .beforeEach(begin)
        .afterEach(() => store.close()),
      { numRuns: 10 },
    );
  });
});
