import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { businessDate, fen } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { erasuresOf } from '../../../db/backups/erasure-journal';
import { eraseAgain } from '../../../db/rights/replay';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';
import { NO_FILTER } from '../complaints/logging';
import { aPerson, buys, CANARY, REASON, value } from './a-person';

let shop: TestShop;
let person: Awaited<ReturnType<typeof aPerson>>;
let other: string;
beforeEach(async () => {
  shop = await aShop(HERE);
  other = await shop.member('欧阳别人', { phone: '13911112222' });
  await buys(shop, other, fen(30_00));
  person = await aPerson(shop);
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

const card = async (memberId: string) => await shop.client.members.card({ memberId });
const folder = () => dirname(shop.main.app.session.shop().opened.path);

async function erase(): Promise<void> {
  const { memberNo } = (await card(person.memberId)) ?? { memberNo: '' };
  value(await shop.client.rights.erase(shop.request(), { memberId: person.memberId, memberNo }));
  await shop.main.app.erasures.settled();
}

/** Which of the words stand in a file's bytes; read by another process, for closing a file frees SQLite's own locks. */
function wordsIn(path: string, words: readonly string[]): string[] {
  const program = `const b = require('node:fs').readFileSync(process.argv[1]);
    console.log(JSON.stringify(JSON.parse(process.argv[2]).filter((word) => b.includes(word))))`;
  return JSON.parse(
    execFileSync(process.execPath, ['-e', program, path, JSON.stringify(words)], { encoding: 'utf8' }),
  );
}

const everyWord = (): string[] => [
  ...Object.values(CANARY),
  CANARY.phone.slice(3),
  [...CANARY.phone].reverse().join(''),
];
const storeFiles = () => ['shuke.db', 'shuke.db-wal', 'shuke.db-shm'].map((name) => join(folder(), name));

describe('S28 an erased member', () => {
  it('was everywhere before', async () => {
    const found = storeFiles().flatMap((path) => wordsIn(path, everyWord()));
    for (const word of Object.values(CANARY)) expect(found).toContain(word);
  });

  it('trust, People: is in no byte of the store, its log or its index afterwards, while it is still open', async () => {
    await erase();
    for (const path of storeFiles().filter(existsSync))
      expect({ path, words: wordsIn(path, everyWord()) }).toEqual({ path, words: [] });
    expect(await shop.client.rights.erasure({ memberId: person.memberId })).toMatchObject({
      staffName: '店主',
      cleanedAt: shop.clock.now,
    });
  });

  it('is in no row of any table', async () => {
    await erase();
    const tables = shop
      .raw()
      .prepare<[], string>(
        "select name from sqlite_schema where type = 'table' and sql not like 'create virtual%'",
      )
      .pluck()
      .all();
    for (const table of tables) {
      const rows = JSON.stringify(shop.raw().prepare(`select * from ${table}`).all());
      expect({ table, words: everyWord().filter((word) => rows.includes(word)) }).toEqual({
        table,
        words: [],
      });
    }
  });

  it('is found by nobody, and on no list', async () => {
    await erase();
    for (const text of [CANARY.name, CANARY.phone, CANARY.phone.slice(-4), CANARY.card, 'ouyang'])
      expect((await shop.client.members.lookup({ text })).rows.map(({ id }) => id)).not.toContain(
        person.memberId,
      );
    expect(await card(person.memberId)).toBeNull();
    const { rows } = await shop.client.members.list({ order: 'joined', offset: 0, limit: 50 });
    expect(rows.map(({ id }) => id)).toEqual([other]);
    expect(
      (await shop.client.complaints.list({ ...NO_FILTER, which: 'all', text: '㸚', offset: 0, limit: 10 }))
        .total,
    ).toBe(0);
    expect((await shop.client.care.tasks({ which: 'today', kinds: [], offset: 0, limit: 50 })).total).toBe(0);
  });

  it('leaves the amounts as they were', async () => {
    const sums = () =>
      shop
        .raw()
        .prepare(
          'select count(*) as bills, sum(paid_fen) as paid, sum(points_earned) as earned from purchase',
        )
        .get();
    const before = sums();
    await erase();
    expect(sums()).toEqual(before);
    const held = shop
      .raw()
      .prepare<[{ id: string }], { entries: number; lots: number }>(
        `select (select sum(points) from points_entry where member_id = @id) as entries,
          (select sum(remaining) from points_lot where member_id = @id) as lots`,
      )
      .get({ id: person.memberId });
    expect(held).toEqual({ entries: 0, lots: 0 });
  });

  it('leaves an open complaint that can be worked on to its end', async () => {
    await erase();
    const { complaintId } = person;
    expect(await shop.client.complaints.detail({ complaintId })).toMatchObject({ what: '—', photos: [] });
    value(await shop.client.complaints.respond(shop.request(), { complaintId, note: '已记下' }));
    value(
      await shop.client.complaints.resolve(shop.request(), {
        complaintId,
        result: '已处理',
      }),
    );
  });

  it('takes their pictures along, and nobody else’s', async () => {
    const photos = () => readdirSync(join(folder(), 'photos'));
    expect(photos()).toHaveLength(1);
    await erase();
    expect(photos()).toEqual([]);
  });

  it('takes their rows out of the files of refused rows, and leaves the others', async () => {
    const imports = join(folder(), 'imports');
    mkdirSync(imports, { recursive: true });
    const path = join(imports, 'refused-1.csv');
    const row = (...cells: string[]) => `${cells.map((cell) => `"${cell}"`).join(',')}\r\n`;
    const [head, theirs, others] = [
      row('行号', '姓名', '手机'),
      row('2', '某人', '139 8765 4320'),
      row('3', '王""五', '1390000'),
    ];
    writeFileSync(path, `\ufeff${head}${theirs}${row('4', CANARY.name, '')}${others}`);
    writeFileSync(join(imports, 'refused-2.csv'), `\ufeff${head}${theirs}`);
    await erase();
    expect(readFileSync(path, 'utf8')).toBe(`\ufeff${head}${others}`);
    expect(readdirSync(imports)).toEqual(['refused-1.csv']);
  });

  it('takes the reasons out of the ledgers; what the shop has sealed of its own act stays sealed', async () => {
    const reasons = () =>
      shop.raw().prepare<[], string>("select reason from points_entry where reason <> ''").pluck().all();
    expect(reasons()).toEqual([REASON]);
    await erase();
    expect(reasons()).toEqual([]);
  });

  it('stays in the audit trail as an id, and the trail is whole', async () => {
    await erase();
    const acts = shop
      .raw()
      .prepare<[string], string>(
        "select act from audit_entry e join audit_subject s on s.seq = e.seq where s.kind = 'member' and s.id = ? order by e.seq",
      );
    expect(acts.pluck().all(person.memberId)).toContain('rights.erase');
    expect(
      shop
        .raw()
        .prepare('select count(*) from audit_personal where member_id = ?')
        .pluck()
        .get(person.memberId),
    ).toBe(0);
  });

  it('is told beforehand what goes and what stays', async () => {
    const { memberId } = person;
    const points = (await card(memberId))?.points;
    expect(await shop.client.rights.erasePreview({ memberId })).toMatchObject({
      ...{ purchases: 2, points, openComplaints: 2, photos: 1, openTasks: 1, merged: 0, exports: [] },
    });
    await erase();
    expect(await shop.client.rights.erasePreview({ memberId })).toBeNull();
  });

  it('is asked for by the number, and only once', async () => {
    const { memberId } = person;
    const ask = (memberNo: string) => shop.client.rights.erase(shop.request(), { memberId, memberNo });
    expect(await ask('0')).toMatchObject({ refusal: { code: 'wrong_number' } });
    const { memberNo } = (await card(memberId)) ?? { memberNo: '' };
    expect(await ask(memberNo)).toMatchObject({ ok: true });
    expect(await ask(memberNo)).toMatchObject({ refusal: { code: 'member_gone' } });
    await shop.main.app.erasures.settled();
  });
});

describe('what a restored backup holds again', () => {
  it('is erased once more, and only once', async () => {
    await erase();
    const { path, db } = shop.main.app.session.shop().opened;
    expect(erasuresOf(path)).toEqual([person.memberId]);
    const today = businessDate('2026-05-18');
    const staffId = shop.main.app.session.shop().house.id;
    const stamp = { now: shop.clock.now, today, staffId, newId: shop.request, ruleVersion: 1 };
    expect(await eraseAgain(db, [person.memberId, shop.request(), other], stamp)).toBe(1);
    expect(await eraseAgain(db, [person.memberId, other], stamp)).toBe(0);
    expect(await card(other)).toBeNull();
    const acts = shop
      .raw()
      .prepare<[], string>('select act from audit_entry order by seq desc limit 1')
      .pluck();
    expect(acts.get()).toBe('rights.eraseAgain');
  });
});

describe('my data', () => {
  it('S28 tells every word that is kept, on the page and in the file, and who looked stands in the trail', async () => {
    const { memberId } = person;
    const told = value(await shop.client.rights.myData({ memberId }));
    const words = Object.entries(CANARY).filter(([which]) => !which.startsWith('first'));
    for (const [, word] of words) expect(JSON.stringify(told)).toContain(word);
    shop.dialogs.save = join(shop.userData, 'data.json');
    expect(value(await shop.client.rights.saveMyData({ memberId }))).toEqual({ path: shop.dialogs.save });
    const file = JSON.parse(readFileSync(shop.dialogs.save, 'utf8')) as {
      record: object[];
      purchases: object[];
    };
    expect(file.record).toMatchObject([{ name: CANARY.name, phone: CANARY.phone, tags: CANARY.tag }]);
    expect(file.purchases).toHaveLength(2);
    const acts = shop
      .raw()
      .prepare<[], string>("select act from audit_entry where act like 'rights.%'")
      .pluck();
    expect(acts.all()).toEqual(['rights.myData', 'rights.saveMyData']);
  });
});

describe('what a crash has left', () => {
  it('is cleaned up when the store is opened again', async () => {
    await erase();
    shop.raw().prepare('update member_erasure set cleaned_at = null').run();
    await shop.client.settings.retryStore({});
    await shop.main.app.erasures.settled();
    const erasure = await shop.client.rights.erasure({ memberId: person.memberId });
    expect(erasure?.cleanedAt).toBe(shop.clock.now);
  });
});
