import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Books, booksIn, livingBooksIn } from './support/books';
import { expect, type Shuke, test } from './support/launch';
import { approve, openProtectedShop, PIN, signInAs, toOffice } from './support/staff';
import { fingerprint, scribble, storeIn } from './support/store-files';
import { ask, ringUp, signUp, type Till, tillOf } from './support/till';

/** Pictures for whoever wants to see it: they are made anew with each run. */
const PICTURES = join('out', 'restore');

async function picture({ page }: Shuke, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

/** A member and a sale, a backup of both, and a sale that no backup holds. Answers whose they are. */
async function aDay(till: Till): Promise<string> {
  const [memberId = ''] = await signUp(till.page, { name: '张三', phone: '13812348812' });
  await ringUp(till.page, memberId, 12_800);
  await ask(till.page, 'backups.makeNow');
  await ringUp(till.page, memberId, 5_000);
  return memberId;
}

const sales = (books: Books): unknown => {
  const rows = books.all('select total_fen from purchase order by rowid');
  books.close();
  return rows;
};

test('trust, Durability: a damaged file, three clicks and the PIN, and the shop is open again; going back says first what it loses, wants a phrase and the PIN, and is taken back; nothing is deleted', async ({
  launch,
}) => {
  const shuke = await launch({ hasSample: false });
  const memberId = await aDay(await openProtectedShop(shuke.page));
  await shuke.close();
  const path = storeIn(shuke.userData);
  scribble(path, 3 * 4096, Buffer.alloc(8 * 4096, 0x5a));
  const damaged = fingerprint(path);

  const again = await launch({ userData: shuke.userData });
  const till = tillOf(again.page);
  const { page, say, press } = till;
  await test.step('the damaged file: three clicks and the PIN', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say.settings('fault.damaged.title'));
    const restore = page.getByRole('button', { name: say.backups('rescue.do') });
    await expect(restore).toBeVisible();
    await expect(page.getByText(say.backups('holds', { members: 1, purchases: 1 }))).toBeVisible();
    await picture(again, '1-damaged');

    await restore.click();
    const pin = page.getByLabel(say.staff('approve.pin_of', { name: '王老板' }));
    await expect(pin).toBeFocused();
    await till.type('918273');
    await press('Enter');
    await expect(page.getByText(say.staff('pin.wrong', { count: 4 }))).toBeVisible();
    await picture(again, '2-wrong-pin');
    await till.type(PIN);
    await press('Enter');
    await signInAs(till, PIN);
    await expect(till.box).toBeFocused();
    await till.find('8812', '张三');
    await picture(again, '3-back-at-work');

    await toOffice(till, 'backups');
    await expect(page.getByRole('region', { name: say.backups('aside.title') })).toBeVisible();
    await picture(again, '4-put-aside');
    expect(
      sales(livingBooksIn(shuke.userData)),
      'what was recorded after the backup has to be entered again',
    ).toEqual([{ total_fen: 12_800 }]);
    await ringUp(page, memberId, 5_000);
  });

  await test.step('going back says what it loses, wants a phrase and the PIN', async () => {
    await page.getByRole('listbox', { name: say.backups('list.title') }).focus();
    await press('Enter');
    await expect(page.getByText(say.backups('lost.purchases', { count: 1 }))).toBeVisible();
    const phrase = page.getByLabel(say.backups('restore.phrase', { phrase: '恢复备份' }));
    await expect(phrase).toBeFocused();
    await picture(again, '5-what-it-loses');
    await page.keyboard.insertText('恢复');
    await press('Control+Enter');
    await approve(till, say.staff('approve.act.backups.restore'));
    await expect(page.getByText(say.backups('refusal.wrong_phrase'))).toBeVisible();
    await page.keyboard.insertText('备份');
    await press('Control+Enter');
    await approve(till, say.staff('approve.act.backups.restore'));
    await signInAs(till, PIN);
    await expect(page.getByRole('button', { name: say.backups('undo.do') })).toBeVisible();
    await expect(phrase, 'nothing stands there that would do it again').toBeHidden();
    await picture(again, '6-restored');
    expect(sales(livingBooksIn(shuke.userData))).toEqual([{ total_fen: 12_800 }]);
  });

  await test.step('and is taken back', async () => {
    await page.getByRole('button', { name: say.backups('undo.do') }).click();
    await page.getByRole('button', { name: say.backups('undo.sure'), exact: true }).click();
    await approve(till, say.staff('approve.act.backups.undoRestore'));
    await signInAs(till, PIN);
    await press('Control+1');
    await expect(till.box).toBeFocused();
  });

  await again.close();
  expect(sales(booksIn(shuke.userData))).toEqual([{ total_fen: 12_800 }, { total_fen: 5_000 }]);
  const kept = readdirSync(dirname(path), { recursive: true, encoding: 'utf8' })
    .map((name) => join(dirname(path), name))
    .filter((file) => file !== path && fingerprintOf(file) === damaged);
  expect(kept, 'the damaged file lies aside, byte for byte').toHaveLength(1);
});

const fingerprintOf = (file: string): string => (statSync(file).isFile() ? fingerprint(file) : 'a folder');
