import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { NO_PROFILE } from '@domain/members/profile';
import { points } from '@domain/units';
import log from 'electron-log/node';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openLog } from '../../../electron/main/support/logging';
import { aShop, type TestShop } from '../../support/shop';
import { prepareWorkers } from '../../support/worker';
import { logged } from '../complaints/logging';
import { aFile, chosen } from '../exchange/support';

log.transports.console.level = false;

/** In every field that is a person's own; searched for afterwards wherever it must not be. */
const CANARY = {
  name: '金丝雀',
  nickname: '小卡纳里',
  phone: '13900007788',
  cardNo: 'KANARI7788',
  note: '卡纳里备注',
  tag: '卡纳里',
  receipt: 'KANARI-R-1',
  product: '卡纳里鱼油',
  complaint: '卡纳里的投诉',
  wish: '卡纳里要换货',
  reason: '卡纳里的理由',
  staff: '卡纳里店员',
  pin: '739146',
  file: '卡纳里名单',
} as const;

let shop: TestShop;
let outside: string;
beforeAll(() => prepareWorkers('read-job', 'exchange-job'));
beforeEach(async () => {
  outside = mkdtempSync(join(tmpdir(), 'shuke-outside-'));
  const report: { to?: ReturnType<typeof openLog>['report'] } = {};
  shop = await aShop({ report: (what, error) => report.to?.(what, error) });
  report.to = openLog(join(shop.userData, 'logs')).report;
});
afterEach(async () => {
  await shop.close();
  rmSync(outside, { recursive: true, force: true });
});

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Which canaries stand in these bytes, written as UTF-8 or UTF-16. */
const canariesIn = (bytes: Buffer): string[] =>
  Object.values(CANARY).filter(
    (word) => bytes.includes(Buffer.from(word)) || bytes.includes(Buffer.from(word, 'utf16le')),
  );

/** Everything that a counter does in a day, with a canary wherever one may type. */
async function workADay(): Promise<string> {
  const { client, request } = shop;
  const signedUp = await client.members.signUp(request(), {
    name: CANARY.name,
    phone: CANARY.phone,
    phoneShared: false,
    cardNo: CANARY.cardNo,
    birthday: { month: 5, day: 20, year: null },
    gender: 'female',
    source: 'walk_in',
    referrerId: null,
    tags: [CANARY.tag],
    note: CANARY.note,
    consent: { personalData: true, marketing: true, textVersion: '2026-11' },
    distinct: true,
  });
  if (!signedUp.ok) throw new Error(signedUp.refusal.code);
  const { memberId } = signedUp.value;
  await client.members.setProfile(request(), { memberId, ...NO_PROFILE, occupation: CANARY.nickname });
  const sale = await client.purchases.record(request(), {
    memberId,
    gross: 12_800 as never, // fen, checked by the contract
    receiptNo: CANARY.receipt,
    items: [],
    redeem: points(0),
  });
  if (!sale.ok) throw new Error(sale.refusal.code);
  await client.points.adjust(request(), { memberId, points: points(50), reason: CANARY.reason });
  await logged(shop, { memberId, what: CANARY.complaint, wish: CANARY.wish, product: CANARY.product });
  await client.members.lookup({ text: CANARY.name });
  return memberId;
}

/** Everything that can go wrong with a canary in hand: none of it may be told to the log. */
async function goWrong(memberId: string): Promise<void> {
  const { main, request, raw, client } = shop;
  const call = (channel: string, input: unknown) => main.route(channel, { requestId: request(), input });
  await call(`members.${CANARY.name}`, {});
  await call('members.lookup', { text: CANARY.name, [CANARY.phone]: CANARY.note });
  await call('members.change', { memberId: CANARY.cardNo, name: CANARY.name, phone: CANARY.phone });
  await call('staff.signIn', { staffId: request(), pin: CANARY.pin, name: CANARY.staff });
  await call('handbook.checkSelf', { levels: { [CANARY.tag]: CANARY.note } });
  // A table that answers with what it was given, as only a bug or a damaged file would.
  raw().exec(
    "create temp trigger broken before update on main.member begin select json_extract(new.name || '{', '$'); end",
  );
  await call('members.change', { ...identity(memberId), note: CANARY.note });
  raw().exec('drop trigger broken');
  main.app.emit({ type: 'data-changed', scopes: ['members'] });
  // A file that is gone when it is to be read: the system's error names its path.
  const path = aFile(`姓名,手机号\n${CANARY.name},${CANARY.phone}\n`, `${CANARY.file}.csv`);
  const preview = await chosen(shop, path, 'members');
  rmSync(path);
  await client.exchange.dryRun({ fileId: preview.fileId, kind: 'members', reading: preview.reading });
  await expect.poll(() => client.exchange.runningJob({})).toBeNull();
}

const identity = (memberId: string) => ({
  memberId,
  name: CANARY.name,
  phone: CANARY.phone,
  phoneShared: false,
  cardNo: CANARY.cardNo,
  birthday: null,
  gender: null,
  source: 'walk_in',
  referrerId: null,
  tags: [CANARY.tag],
  note: CANARY.note,
});

describe('trust, "No personal data in logs, crash dumps, window storage, or file names"', () => {
  it('after a day with everything in it, canaries stand in the store and in no other file of Shuke’s', async () => {
    const memberId = await workADay();
    await goWrong(memberId);
    expect(shop.reported.length).toBeGreaterThan(3);
    expect(canariesIn(Buffer.from(shop.reported.join('\n')))).toContain(CANARY.phone); // or nothing was proven

    const gathered = await shop.client.support.gather({});
    if (!gathered.ok) throw new Error('not gathered');
    expect(canariesIn(Buffer.from(gathered.value.text))).toEqual([]);
    expect(gathered.value.text).toMatch(/^member: 1$/m);
    expect(gathered.value.text).toMatch(/\[[0-9A-F]{6}\] members\.change: /);

    shop.dialogs.save = join(outside, 'support.txt');
    await shop.client.support.save({ id: gathered.value.id });
    expect(readFileSync(shop.dialogs.save, 'utf8')).toBe(gathered.value.text);

    await shop.main.stop();
    const files = filesBelow(shop.userData);
    const inStore = files.filter((file) => relative(shop.userData, file).startsWith('store'));
    expect(inStore.flatMap((file) => canariesIn(readFileSync(file)))).toEqual(
      expect.arrayContaining([CANARY.name, CANARY.phone, CANARY.complaint]),
    );
    const others = files.filter((file) => !inStore.includes(file));
    expect(others.map((file) => relative(shop.userData, file))).toContain(join('logs', 'shuke.log'));
    expect(others.map((file) => [relative(shop.userData, file), canariesIn(readFileSync(file))])).toEqual(
      others.map((file) => [relative(shop.userData, file), []]),
    );
    expect(canariesIn(Buffer.from(files.join('\n')))).toEqual([]);
  });
});
