import type { Locator } from '@playwright/test';
import { livingBooksIn } from './support/books';
import { expect, oneForAll, type Shuke, test } from './support/launch';
import { scan } from './support/scanner';
import { approve, openProtectedShop, signIn, signInAs, toOffice } from './support/staff';
import { ask, ringUp, signUp, type Till } from './support/till';

const CASHIER_PIN = '284617';

/** What the shop looks like below the lock: not painted, and no key reaches it. */
const underneath = (till: Till): Locator => till.page.locator('#root');

async function lock({ page, press, say }: Till): Promise<void> {
  await press('Control+l');
  await expect(page.getByRole('dialog', { name: say.staff('signIn.title') })).toBeVisible();
}

/** An owner with a PIN, a cashier with one, a member with a sale, and the cashier at the counter. */
async function atCounter(shuke: Shuke): Promise<Till & { code: string }> {
  const till = await openProtectedShop(shuke.page);
  const { page, say, press, type, tabTo } = till;
  const [memberId = ''] = await signUp(page, { name: '张三', phone: '13812348812' });
  await ringUp(page, memberId, 12_800);
  await test.step('the owner adds a cashier, with the owner’s own PIN', async () => {
    await toOffice(till, 'staff');
    await expect(page.getByRole('option', { name: /王老板/ })).toBeVisible();
    await press('F2');
    await expect(page.getByLabel(say.staff('person.name'))).toBeFocused();
    await type('小李');
    await tabTo(page.getByLabel(say.staff('newPin.label', { digits: 6 })));
    await type(CASHIER_PIN);
    await press('Tab');
    await type(CASHIER_PIN);
    await press('Control+Enter');
    await approve(till, say.staff('approve.act.staff.add'));
    await expect(page.getByRole('option', { name: /小李/ })).toBeVisible();
  });
  await test.step('the cashier signs in from the rail', async () => {
    await page.getByRole('navigation').getByRole('button').click();
    await expect(page.getByRole('heading', { name: say.staff('signIn.who') })).toBeVisible();
    await press('2');
    const signing = page.getByRole('dialog', { name: say.staff('signIn.title') });
    await expect(signing.getByLabel(say.staff('pin.label'), { exact: true })).toBeFocused();
    await type(CASHIER_PIN);
    await press('Enter');
    await expect(signing).toBeHidden();
    await expect(page.getByRole('navigation')).toContainText('小李');
  });
  await press('Control+1');
  return till;
}

/** PINs are slow to guess on purpose, and so to set: one shop with its people for all tests, each of which ends there. */
const shared = oneForAll(atCounter);

async function backAtCounter({ press, box }: Till): Promise<void> {
  await press('Control+1', 'Escape', 'Escape', 'Escape');
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('');
}

test('rules, Staff: Ctrl+L covers everything, a half-typed sale is there again after the PIN, a wrong PIN counts', async () => {
  const till = shared();
  const { page, say, press, type } = till;
  await till.find('8812', '张三');
  await press('F2');
  await type('66');
  const amount = page.getByLabel(say.purchases('sale.amount'));
  await expect(amount).toHaveValue('66');

  await lock(till);
  expect(await underneath(till).evaluate((root) => getComputedStyle(root).contentVisibility)).toBe('hidden');
  await expect(page.getByRole('article', { name: '张三', exact: true })).toBeHidden();
  await test.step('no key of the counter works', async () => {
    await press('F1', 'Control+2', 'Escape', '?');
    await expect(page.getByRole('dialog')).toHaveCount(1);
  });
  await test.step('a scan into the PIN is no PIN, and is not shown', async () => {
    const pin = page.getByRole('dialog').getByLabel(say.staff('pin.label'), { exact: true });
    await till.press('Escape', '2');
    await expect(pin).toBeFocused();
    await scan(page, '6901234567892');
    await expect(page.getByText(say.staff('pin.scanned'))).toBeVisible();
    await expect(pin).toHaveValue('');
  });
  await signIn(till, '918273');
  await expect(page.getByText(say.staff('pin.wrong', { count: 4 }))).toBeVisible();
  await signInAs(till, CASHIER_PIN);
  await expect(amount).toHaveValue('66');
  await expect(amount).toBeFocused();
  await expect(page.getByRole('article', { name: '张三', exact: true })).toBeVisible();
  await backAtCounter(till);
});

test('rules, Staff: a manager’s or owner’s PIN approves one refund without logging the cashier out; Esc is no', async () => {
  const till = shared();
  const { page, say, press } = till;
  await till.find('8812', '张三');
  await press('F7');
  await expect(page.getByRole('listbox', { name: say.purchases('refund.which') })).toBeFocused();
  await press('Enter');
  const amount = page.getByLabel(say.purchases('refund.amount'));
  await expect(amount).toBeFocused();
  await till.type('20');
  await till.tabTo(page.getByLabel(say.purchases('refund.reason')));
  await till.type('变质');
  await press('Control+Enter');
  const act = page
    .getByRole('dialog')
    .getByRole('heading', { name: say.staff('approve.act.purchases.refund') });
  await expect(act).toBeVisible();
  await press('Escape');
  await expect(act).toBeHidden();
  await expect(page.getByText(say.common('denied.approval_needed.manager'))).toBeVisible();

  await press('Control+Enter');
  await approve(till, say.staff('approve.act.purchases.refund'));
  await expect(page.getByRole('navigation')).toContainText('小李');
  await expect(till.panel(say.purchases('refund.doneTitle'))).toBeVisible();
  await backAtCounter(till);

  const books = livingBooksIn(till.shuke.userData);
  expect(books.all('select count(*) as refunds from refund')).toEqual([{ refunds: 1 }]);
  expect(
    books.all(
      "select staff.name, approver.name as by from audit_entry join staff on staff.id = staff_id join staff approver on approver.id = approver_id where act = 'purchases.refund'",
    ),
    'who did it and who approved it stand in the trail',
  ).toEqual([{ name: '小李', by: '王老板' }]);
  books.close();
});

test('rules, Staff: what a cashier may not see is marked and says whose it is', async () => {
  const till = shared();
  const { page, say } = till;
  await toOffice(till, 'audit');
  await expect(page.getByText(say.common('may.never.manager'))).toBeVisible();
  await expect(page.getByRole('toolbar').getByLabel(say.common('may.closed'))).not.toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await backAtCounter(till);
});

test('trust, People: a forgotten PIN of the owner is set anew by the recovery code, from the lock', async () => {
  const till = shared();
  const { page, say, press, type } = till;
  await lock(till);
  const whose = page.getByRole('dialog', { name: say.staff('signIn.title') });
  await press('Escape', '1');
  await expect(whose).toContainText('王老板');
  await expect(whose.getByLabel(say.staff('pin.label'), { exact: true })).toBeFocused();
  await press('F2');
  await expect(page.getByLabel(say.staff('forgotten.code'))).toBeFocused();
  await type(till.code.toLowerCase().replaceAll('-', ' '));
  await press('Tab');
  await type('508263');
  await press('Tab');
  await type('508263');
  await press('Enter');
  await expect(till.box).toBeFocused();
  await lock(till);
  await signInAs(till, '508263');
  await expect(till.box).toBeFocused();
  expect(await ask<{ staff: { name: string } }>(page, 'staff.current')).toMatchObject({
    staff: { name: '王老板' },
  });
});
