import { appendFileSync, copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { businessDateOf } from '@domain/calendar/business-day';
import { instant } from '@domain/units';
import { chooses } from './support/dialogs';
import { expect, test } from './support/launch';
import { ask, openShop, signUp } from './support/till';

const HEAD = '小票号,日期,实收金额,手机号\r\n';
const SHANGHAI = { zone: 'Asia/Shanghai', dayStartHour: 0 };

test('the till’s folder: a half-written file waits, a receipt is booked once, a bad row is refused with its reason, a receipt of nobody is given to a member', async ({
  counter: shuke,
}) => {
  const till = await openShop(shuke.page);
  const { page, press, say, type } = till;
  const [zhang = ''] = await signUp(page, { name: '张三', phone: '13812348812' });
  const folder = shuke.folder('till');
  const today = businessDateOf(instant(Date.now()), SHANGHAI);
  const row = (receiptNo: string, amount: string, phone: string) =>
    `${receiptNo},${today},${amount},${phone}\r\n`;
  const points = async () =>
    (await ask<{ points: number }>(page, 'members.card', { memberId: zhang })).points;
  const files = async () =>
    (await ask<{ rows: { name: string }[] }>(page, 'pos.files', { offset: 0, limit: 50 })).rows.map(
      ({ name }) => name,
    );
  const first = join(folder, 'day-1.csv');
  writeFileSync(first, HEAD + row('A-1', '45.00', '13812348812'));

  await test.step('its newest file is understood, and watched by Ctrl+Enter', async () => {
    await press('Control+9');
    await expect(page.getByRole('heading', { name: say.office('title'), level: 1 })).toBeAttached();
    await press('Alt+8');
    await expect(page.getByText(say.pos('teach.title'))).toBeVisible();
    await chooses(shuke, folder);
    await press('F2');
    await expect(page.getByRole('grid', { name: say.pos('setUp.receipts') })).toContainText('张三');
    await till.tabTo(page.getByLabel(say.pos('field.still')));
    await press('Control+a');
    await type('1');
    await press('Control+Enter');
    await expect(page.getByText(say.pos('health.watching', { name: say.pos('firstName') }))).toBeVisible();
    await expect(page.getByText(say.pos('count.posted', { n: 1 }))).toBeVisible();
    expect(await points()).toBe(45);
    expect(existsSync(first), 'it is out of the till’s way').toBe(false);
    expect(existsSync(join(folder, 'shuke-done', 'day-1.csv'))).toBe(true);
  });

  await test.step('a file that is still written waits, and is booked in whole', async () => {
    const second = join(folder, 'day-2.csv');
    writeFileSync(second, `${HEAD}A-2,${today},3`);
    await page.waitForTimeout(600); // the till is slow, though not as slow as a second
    appendFileSync(second, `0.00,13812348812\r\n${row('A-3', '12.00', '')}`);
    await expect.poll(files).toContain('day-2.csv');
    await expect.poll(points).toBe(75);
  });

  await test.step('the same receipts again, and a row that cannot be read: nothing twice, the reason beside the file', async () => {
    copyFileSync(join(folder, 'shuke-done', 'day-1.csv'), join(folder, 'again.csv'));
    appendFileSync(join(folder, 'again.csv'), `A-4,${today},zwölf,13812348812\r\n`);
    await expect.poll(files).toContain('again.csv');
    const reasons = join(folder, 'shuke-refused', 'again.csv.reasons.csv');
    await expect.poll(() => existsSync(reasons)).toBe(true);
    expect(readFileSync(reasons, 'utf8')).toContain('A-4');
    expect(await points()).toBe(75);
  });

  await test.step('the receipt of nobody is theirs: found by its member, given by Enter', async () => {
    const list = page.getByRole('listbox', { name: say.pos('view.waiting') });
    await expect(list).toContainText('A-3');
    await till.tabTo(list);
    await press('Enter');
    await expect(page.getByRole('button', { name: say.pos('do.give') })).toBeFocused();
    await press('Enter');
    await expect(page.getByText(say.pos('claim.findMember'))).toBeVisible();
    await till.find('8812', '张三');
    await expect(page.getByRole('button', { name: say.pos('claim.do') })).toBeFocused();
    await press('Enter');
    await expect(page.getByText(say.purchases('result.earned', { points: '+12' }))).toBeVisible();
    expect(await points()).toBe(87);
  });
});
