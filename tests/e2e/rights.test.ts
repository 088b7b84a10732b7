import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { booksIn, brokenLaws } from './support/books';
import { expect, test } from './support/launch';
import { ask, openShop, ringUp, signUp } from './support/till';

const PHONE = '13912340001';
const OTHER_PHONE = '13912340002';

test('S28: two cards become one and come apart, a person is told what is known and forgotten, all by keyboard', async ({
  counter: shuke,
}) => {
  const { page } = shuke;
  const till = await openShop(page);
  const { say, card, press, type, panel } = till;
  const [older = '', newer = ''] = await signUp(
    page,
    { name: '欧阳鹮璟', phone: PHONE, note: '只喝蝮蘑菇茶' },
    { name: '欧阳璟', phone: OTHER_PHONE, cardNo: 'A778899' },
  );
  await ringUp(page, older, 120_00);
  await ringUp(page, newer, 80_00);
  await page.mouse.move(0, 0);
  const menu = panel(say.rights('title'));

  await test.step('Alt+I opens what a member may ask for; 2 finds the other card, and both stand beside what they become', async () => {
    await till.find('0001', '欧阳鹮璟');
    await press('Alt+i');
    await expect(menu).toBeVisible();
    await press('2');
    await expect(page.getByLabel(say.rights('merge.other'))).toBeFocused();
    await type(OTHER_PHONE);
    await expect(panel(say.rights('way.merge'))).toContainText('欧阳璟');
    await press('Enter');
    const dialog = page.getByRole('dialog', { name: say.rights('merge.title') });
    await expect(dialog.getByRole('row', { name: say.rights('merge.field.cardNo') })).toContainText(
      'A778899',
    );
    await press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(card).toContainText('139 1234 0002');
  });

  await test.step('the old card leads to the one that is left', async () => {
    await press('Escape');
    await till.find('A778899', '欧阳鹮璟');
  });

  await test.step('it comes apart again: its button, twice', async () => {
    await press('Alt+i');
    await till.tabTo(menu.getByRole('button', { name: say.rights('merges.undo') }));
    await press('Enter');
    await till.tabTo(menu.getByRole('button', { name: say.rights('merges.sure') }));
    await press('Enter');
    await expect(card).toContainText('139 1234 0001');
    expect(await ask(page, 'members.card', { memberId: newer })).toMatchObject({
      name: '欧阳璟',
      cardNo: 'A778899',
    });
  });

  await test.step('1 tells everything that is known', async () => {
    await press('Alt+i', '1');
    const data = panel(say.rights('way.data'));
    await expect(data).toContainText('只喝蝮蘑菇茶');
    await expect(data.getByRole('button', { name: say.rights('data.print') })).toBeFocused();
    await press('Escape');
    await expect(menu).toBeVisible();
  });

  await test.step('3 erases, once the number was typed; Enter alone does not', async () => {
    await press('3');
    const form = panel(say.rights('erase.title', { name: '欧阳鹮璟' }));
    await expect(form).toContainText(say.rights('erase.words'));
    const { memberNo } = await ask<{ memberNo: string }>(page, 'members.card', { memberId: older });
    await type(memberNo);
    await press('Enter');
    await expect(form).toBeVisible();
    await press('Control+Enter');
    const erased = panel(say.rights('erased.title'));
    await expect(erased).toContainText(say.rights('erased.clean'), { timeout: 10_000 });
    await press('Enter');
    await expect(till.box).toBeFocused();
    await type('0001');
    await expect(till.results).toHaveCount(0);
  });

  await shuke.close();
  const folder = join(shuke.userData, 'store');
  for (const name of ['shuke.db', 'shuke.db-wal'].filter((each) => existsSync(join(folder, each)))) {
    const bytes = readFileSync(join(folder, name));
    for (const word of ['欧阳鹮璟', PHONE, '蝮蘑菇'])
      expect({ name, word, there: bytes.includes(word) }).toMatchObject({ there: false });
  }
  expect(brokenLaws(booksIn(shuke.userData))).toEqual({});
  expect(shuke.problems).toEqual([]);
});
