import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ackText, cardText, readSheet, rulesText } from '@db/packets/documents';
import { newIdentity, newSigningKey, recipientOf } from '@db/packets/keys';
import { openPacket } from '@db/packets/read';
import { businessDate } from '@domain/units';
import type { Locator } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { booksIn } from './support/books';
import { chooses, savesTo } from './support/dialogs';
import { expect, test } from './support/launch';
import { handOver } from './support/store-files';
import { openShop, ringUp, signUp, type Till } from './support/till';

/** Head office as the store knows it: a card to encrypt for, a key that signs. */
async function aHeadOffice() {
  const [signingKey, identity] = [newSigningKey(), await newIdentity()];
  const card = cardText({ name: '熟客总部', recipient: await recipientOf(identity), signingKey });
  return { signingKey, identity, card };
}

/** Turns to head office in the office by its key, which shows its place. */
async function atHeadOffice({ page, press, say }: Till): Promise<void> {
  await press('Control+9');
  const tab = page.getByRole('toolbar').getByRole('button', { name: say.office('part.headOffice') });
  await expect(tab).toBeVisible();
  await press((await tab.getAttribute('aria-keyshortcuts')) ?? '');
}

/** Tab until the choice has the focus: its radio itself is never seen. */
async function tabInto(radio: Locator): Promise<void> {
  for (let tabs = 0; tabs < 20; tabs += 1) {
    if (await radio.evaluate((element) => element === document.activeElement)) return;
    await radio.page().keyboard.press('Tab');
  }
  throw new Error('Tab does not reach the choice');
}

test('exchange, Packet: set up, reported, a pulled drive, answered, and rules accepted, all by keyboard', async ({
  counter: shuke,
}) => {
  const till = await openShop(shuke.page);
  const { page, press, say } = till;
  const [memberId = ''] = await signUp(page, { name: '张三', phone: '13812348812' });
  await ringUp(page, memberId, 12_800);
  const office = await aHeadOffice();

  await atHeadOffice(till);
  await expect(page.getByRole('heading', { name: say.headOffice('begin.title') })).toBeVisible();
  await chooses(shuke, shuke.give('not-a-card.shuke-hq', '{"format":"something"}'));
  await press('F2');
  await expect(page.getByText(say.headOffice('refusal.not_a_card'))).toBeVisible();
  await chooses(shuke, shuke.give('head-office.shuke-hq', office.card));
  await press('F2');
  await expect(page.getByRole('heading', { name: '熟客总部' })).toBeVisible();
  await expect(page.getByText(say.headOffice('card.compare'))).toBeVisible();
  await expect(page.getByLabel(say.headOffice('field.region'))).toBeFocused();
  await till.type('hd');
  await press('Control+Enter');
  await expect(page.getByText(say.headOffice('outbox.empty'))).toBeVisible();

  const drive = shuke.folder('usb');
  const packetsOn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.shuke'));
  await test.step('a drive that was pulled loses nothing', async () => {
    rmSync(drive, { recursive: true });
    await chooses(shuke, drive);
    await press('F2');
    await expect(page.getByText(say.headOffice('trouble.gone'))).toBeVisible();
    await expect(page.getByRole('option')).toContainText(say.headOffice('state.prepared'));
  });
  await test.step('plugged in again, the same key copies it', async () => {
    mkdirSync(drive);
    handOver(drive);
    await press('F2');
    await expect(page.getByText(say.headOffice('sent.written', { count: 1, folder: drive }))).toBeVisible();
    await expect(page.getByRole('option')).toContainText(say.headOffice('state.written'));
    expect(packetsOn(drive)).toHaveLength(1);
  });

  const sheetFile = join(shuke.folder('papers'), '街角小店.shuke-store');
  await test.step('the registration sheet as a file', async () => {
    await savesTo(shuke, sheetFile);
    await tabInto(page.getByRole('radio', { name: say.headOffice('view.outbox') }));
    await press('ArrowRight', 'ArrowRight');
    await expect(page.getByRole('article', { name: say.headOffice('sheet.title') })).toBeVisible();
    await press('F9');
    await expect(page.getByText(say.headOffice('sheet.saved', { path: sheetFile }))).toBeVisible();
  });
  const sheet = readSheet(readFileSync(sheetFile, 'utf8'));
  if ('code' in sheet) throw new Error(sheet.code);
  expect(sheet).toMatchObject({ name: '街角小店', region: 'hd' });

  const [file = ''] = packetsOn(drive);
  const packet = await openPacket(join(drive, file), {
    ...{ identities: [office.identity], scratch: shuke.folder('opened') },
    registered: (storeId) => (storeId === sheet.storeId ? sheet.publicKey : null),
  });
  if (!('manifest' in packet)) throw new Error('head office opens the packet');
  expect(packet.manifest).toMatchObject({ kind: 'full', sequence: 1, level: { personal: 0 } });
  await packet.close();

  await test.step('head office answers', async () => {
    const { epoch, sequence, lastEntry } = packet.manifest;
    const ack = ackText(
      {
        ...{ storeId: sheet.storeId, epoch, missing: [], forks: [], rejected: [] },
        upto: { sequence, entry: lastEntry, hash: packet.hash },
        at: '2030-01-01T00:00:00.000Z',
      },
      office.signingKey,
    );
    await chooses(shuke, shuke.give('answer.shuke-ack', ack));
    await press('F4');
    await expect(page.getByRole('region', { name: say.headOffice('ack.title') })).toBeVisible();
    await press('ArrowLeft', 'ArrowLeft');
    await expect(page.getByRole('option')).toContainText(say.headOffice('state.acked'));
  });

  await test.step('rules of head office are shown as a difference, and accepted', async () => {
    const rules = rulesText(
      {
        ...{
          id: uuidv7(),
          number: 7,
          issuedAt: '2026-01-01T00:00:00.000Z',
          from: businessDate('2030-01-01'),
        },
        ...{ title: '积分翻倍', why: '周年庆', changes: { points: { redeemMinimum: 200 } } },
      },
      office.signingKey,
    );
    await chooses(shuke, shuke.give('rules.shuke-rules', rules));
    await press('F6');
    const row = page.getByRole('option').filter({ hasText: '积分翻倍' });
    await expect(row).toContainText(say.headOffice('rules.waiting'));
    await till.tabTo(page.getByRole('listbox', { name: say.headOffice('view.rules') }));
    await press('Enter');
    await expect(page.getByRole('heading', { name: /积分翻倍/ })).toBeVisible();
    await press('Control+Enter');
    await expect(row).toContainText(say.headOffice('rules.accepted'));
  });
  await shuke.close();
  const books = booksIn(shuke.userData);
  expect(books.sum('select count(*) from hq_packet where acked_at is not null')).toBe(1n);
  books.close();
});
