import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ComplaintFilters } from '@contract/complaints';
import { guardFormula, guardNumber } from '@domain/exchange/formula-guard';
import type { SegmentRule } from '@domain/segments/segment';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ended, resultOf } from '../integration/exchange/support';
import { EVERYTHING } from '../support/exports';
import { aShop, type TestShop } from '../support/shop';
import { prepareWorkers } from '../support/worker';
import { XSS_PAYLOADS } from './xss-payloads';

/** What is written out of the store: each file holds what stands in it, as text, and nothing else. */
let shop: TestShop;
let folder: string;
const members: { readonly id: string; readonly no: string; readonly name: string; readonly note: string }[] =
  [];

beforeAll(async () => {
  await prepareWorkers('exchange-job', 'read-job');
  folder = mkdtempSync(join(tmpdir(), 'shuke-sinks-'));
  shop = await aShop();
  for (const payload of XSS_PAYLOADS) await enter(payload);
  members.push(
    ...shop
      .raw()
      .prepare<[], (typeof members)[number]>('select id, member_no as no, name, note from member order by n')
      .all(),
  );
}, 120_000);
afterAll(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
  rmSync(folder, { recursive: true, force: true });
});

async function enter(payload: string): Promise<void> {
  const { client } = shop;
  const name = payload.slice(0, 40);
  const signedUp = await client.members.signUp(shop.request(), {
    ...{
      name: name.trim() === '' ? 'x' : name,
      phone: '',
      phoneShared: false,
      cardNo: '',
      birthday: null,
      gender: null,
    },
    ...{ source: 'walk_in', referrerId: null, tags: [], note: payload, distinct: true },
    consent: { personalData: true, marketing: false, textVersion: '2026-11' },
  });
  if (!signedUp.ok) throw new Error(`${payload}: ${signedUp.refusal.code}`);
  const logged = await client.complaints.log(shop.request(), {
    ...{
      memberId: signedUp.value.memberId,
      purchaseId: null,
      object: 'goods',
      reason: 'goods_range',
      product: payload.slice(0, 60),
    },
    ...{ aboutStaffId: null, severity: 'low', channel: 'counter', what: payload, wish: payload },
  });
  if (!logged.ok) throw new Error(`${payload}: ${logged.refusal.code}`);
}

const csv = (path: string): Record<string, string>[] =>
  parse(readFileSync(path), { bom: true, columns: true });
const saved = (name: string): string => {
  shop.dialogs.save = join(folder, name);
  return shop.dialogs.save;
};

it('a payload comes into the store as it was typed, but for invisible characters and white space', () => {
  const plain = (text: string) => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, '');
  expect(members.map(({ note }) => plain(note))).toEqual(XSS_PAYLOADS.map(plain));
});

it('trust, XSS: the readable export', async () => {
  shop.dialogs.folder = folder;
  const answer = await shop.client.exchange.exportAll(EVERYTHING);
  if (!answer.ok || answer.value === null) throw new Error('no export');
  const { folder: path } = resultOf(await ended(shop, answer.value), 'export');
  const rows = csv(join(path, 'members.csv'));
  const written = rows.map((row) => [row.name, row.note]);
  expect(written).toEqual(members.map(({ name, note }) => [guardFormula(name), guardFormula(note)]));
});

it('trust, XSS: the archive of complaints', async () => {
  const path = saved('complaints.csv');
  const all: ComplaintFilters = {
    ...{ which: 'all', text: '', object: null, reasonGroup: null, reason: null, severity: null },
    ...{ aboutStaffId: null, from: null, to: null, lateOnly: false },
  };
  expect(await shop.client.complaints.exportArchive(all)).toMatchObject({ ok: true });
  const stored = shop.raw().prepare<[], string>('select what from complaint order by number').pluck().all();
  const written = csv(path).map((row) => Object.values(row));
  expect(written).toHaveLength(stored.length);
  for (const what of stored)
    expect(
      written.some((cells) => cells.includes(guardFormula(what))),
      what,
    ).toBe(true);
});

it.each(['csv', 'xlsx'] as const)('trust, XSS: a list of members as %s', async (format) => {
  const path = saved(`list.${format}`);
  const rule: SegmentRule = { all: [] };
  const asked = {
    rule,
    order: 'joined',
    name: XSS_PAYLOADS[0]?.slice(0, 40) ?? '',
    format,
    phones: 'masked',
  } as const;
  expect(await shop.client.segments.saveMembers(asked)).toMatchObject({
    ok: true,
    value: { members: members.length },
  });
  const names =
    format === 'csv' ? csv(path).map((row) => Object.values(row)[1] ?? '') : await secondColumn(path);
  // A workbook's cell says itself that it is a text; in CSV an apostrophe does.
  const shown = members.map(({ name }) => (format === 'csv' ? guardNumber(name) : name));
  expect(names.toSorted()).toEqual(shown.toSorted());
});

async function secondColumn(path: string): Promise<string[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const names: string[] = [];
  book.worksheets[0]?.eachRow((row, at) => {
    if (at > 1) names.push(String(row.getCell(2).value));
  });
  return names;
}

it('trust, XSS: what a member may ask for, as JSON', async () => {
  for (const member of members.filter((_, at) => at % 20 === 0)) {
    const path = saved(`${member.no}.json`);
    expect(await shop.client.rights.saveMyData({ memberId: member.id })).toMatchObject({ ok: true });
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(JSON.stringify(member.note));
    expect(() => JSON.parse(text)).not.toThrow();
  }
});

it('trust, XSS: the support file holds none of it', async () => {
  const gathered = await shop.client.support.gather({});
  if (!gathered.ok) throw new Error('no support file');
  expect(
    XSS_PAYLOADS.filter((payload) => payload.includes('data-xss') && gathered.value.text.includes(payload)),
  ).toEqual([]);
});
