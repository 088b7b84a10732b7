import { join } from 'node:path';
import { expect, oneForAll, test } from './support/launch';
import { flawsOf } from './support/looks';
import { customerPage, pagesOf, readQr, savesTo } from './support/slips';
import { ask, openShop, signUp, tillOf } from './support/till';

const OUYANG = { name: '欧阳娜娜', phone: '13812348812' };
const NOTHING = { cut: [], wide: [], untranslated: [] };

/** A shop with a member and the customer's screen beside the counter, in a window of its own: in the end it is started again. */
const shared = oneForAll(
  async (shuke) => {
    const till = await openShop(shuke.page);
    const [memberId] = await signUp(shuke.page, OUYANG);
    await till.press('Alt+D');
    return { till, memberId, customer: await customerPage(shuke) };
  },
  { hasSample: false },
);

test("a sale stands on the customer's screen and leaves on paper, both without a name", async () => {
  const { shuke, till, memberId, customer } = shared();
  const { page, app } = shuke;
  const { say, press, type } = till;

  await test.step("its window has no more power than the counter's, and next to no rights", async () => {
    await expect(customer.getByRole('heading', { name: '街角小店' })).toBeVisible();
    const preferences = await app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => {
        // Undocumented, therefore untyped; as security.test.ts reads it.
        const { contextIsolation, sandbox, webSecurity, nodeIntegration } = (
          contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
        ).getLastWebPreferences();
        return { contextIsolation, sandbox, webSecurity, nodeIntegration };
      }),
    );
    const safe = { contextIsolation: true, sandbox: true, webSecurity: true, nodeIntegration: false };
    expect(preferences).toEqual([safe, safe]);
    for (const [channel, input] of [
      ['members.lookup', { text: '8812' }],
      ['members.card', { memberId }],
      ['display.show', { kind: 'member', memberId }],
      ['settings.quit', {}],
    ] as const) {
      const answer = customer.evaluate(
        ([name, given]) =>
          window.shuke.invoke(name, { input: given }).then(
            () => 'answered',
            () => 'refused',
          ),
        [channel, input] as const,
      );
      expect([channel, await answer]).toEqual([channel, 'refused']);
    }
  });

  await test.step('the customer is greeted by surname and masked phone', async () => {
    await till.find('8812', OUYANG.name);
    await expect(customer.getByRole('heading')).toContainText('欧阳**');
    await expect(customer.getByText('138****8812')).toBeVisible();
  });

  await test.step("the bill follows the cashier's keys", async () => {
    await press('F2');
    await type('128');
    await expect(customer.getByText('¥128.00')).toBeVisible();
    await expect(customer.getByText('+128')).toBeVisible();
    await press('Backspace');
    await expect(customer.getByText('¥12.00')).toBeVisible();
    await type('8');
    await expect(customer.getByText('¥128.00')).toBeVisible();
    expect(await flawsOf(customer)).toEqual(NOTHING);
  });

  await test.step('thanks, and what the sale brought', async () => {
    await press('Enter');
    await expect(customer.getByRole('heading', { name: say.display('thanks.title') })).toBeVisible();
    await expect(customer.getByText('¥128.00')).toBeVisible();
    expect(await customer.evaluate(() => document.body.innerText)).not.toMatch(/娜|12348812/);
    expect(await flawsOf(customer)).toEqual(NOTHING);
  });

  const card = await ask<{ memberNo: string }>(page, 'members.card', { memberId });
  const panel = till.panel(say.slips('title'));
  const slip = panel.getByRole('article');
  const qr = slip.getByRole('img', { name: say.slips('slip.memberNo', { number: card.memberNo }) });

  await test.step('the slip, its code readable by a phone; without a printer there is the way to a file', async () => {
    await press('F12');
    await expect(slip).toContainText('欧阳** 138****8812');
    await expect(panel.getByText(say.slips('noPrinter'))).toBeVisible();
    expect(await slip.innerText()).not.toMatch(/娜|12348812/);
    expect(await readQr(page, qr)).toBe(card.memberNo);
  });

  for (const paper of [58, 80]) {
    await test.step(`a page of ${paper} mm, and nothing on it but the slip`, async () => {
      const file = join(shuke.folder('slips'), `${paper}.pdf`);
      await savesTo(shuke, file);
      await panel.getByText(say.slips('millimetres', { width: paper }), { exact: true }).click();
      await expect(slip).toHaveAttribute('data-paper', String(paper));
      await press('Alt+P');
      await expect(panel.getByText(say.slips('saved', { path: file }))).toBeVisible();
      const { count, widthMm, heightMm } = pagesOf(file);
      expect(count).toBe(1);
      expect(widthMm).toBeCloseTo(paper, 0);
      const height = (await slip.boundingBox())?.height ?? 0;
      expect(heightMm).toBeGreaterThanOrEqual((height * 25.4) / 96);
      expect(heightMm).toBeLessThan((height * 25.4) / 96 + 3);
    });
  }

  await test.step('on paper the window is gone and the code still reads', async () => {
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('#root')).toBeHidden();
    const printed = page.locator('[data-print-copy]');
    await expect(printed).toBeVisible();
    expect(await readQr(page, printed.locator(`[data-barcode="${card.memberNo}"]`))).toBe(card.memberNo);
    await page.emulateMedia({ media: null });
    await press('Escape');
    await expect(till.panel(say.purchases('result.title'))).toBeVisible();
    await press('Escape', 'Escape');
    await expect(till.card).toBeHidden();
  });
});

test('S28 a customer agrees on their own screen, and the sign-up keeps that', async () => {
  const { shuke, till, customer } = shared();
  const { page } = shuke;
  const { say, press, type, card } = till;
  const personalData = customer.getByRole('checkbox', { name: say.display('consent.personalData') });
  const marketing = customer.getByRole('checkbox', { name: say.display('consent.marketing') });
  const counter = (which: 'personalData' | 'marketing') => page.getByLabel(say.members(`consent.${which}`));

  const name = till.panel(say.members('signUp.title')).getByLabel(say.members('field.name'));
  await press('F1');
  await expect(page.getByText(say.members('signUp.customer.asked'))).toBeVisible();
  await expect(name).toBeFocused();
  await personalData.click();
  await expect(counter('personalData')).toBeChecked();
  await expect(counter('marketing')).not.toBeChecked();
  await expect(page.getByText(say.members('signUp.customer.choosing'))).toBeVisible();
  await marketing.click();
  await expect(counter('marketing')).toBeChecked();
  await marketing.click();
  await expect(counter('marketing')).not.toBeChecked();
  await customer.getByRole('button', { name: say.display('consent.confirm') }).click();
  await expect(page.getByText(say.members('signUp.customer.confirmed'))).toBeVisible();
  await expect(customer.getByText(say.display('consent.confirmed'))).toBeVisible();
  expect(await flawsOf(customer)).toEqual(NOTHING);

  await expect(name).toBeFocused();
  await type('李静');
  await expect(name).toHaveValue('李静');
  await press('Enter');
  await expect(card).toContainText('李静');
  await expect(customer.getByRole('heading')).toContainText('李**');
  const [row] = await ask<{ id: string }[]>(page, 'members.list', {
    order: 'joined',
    offset: 0,
    limit: 1,
  }).then((list) => (list as unknown as { rows: { id: string }[] }).rows);
  const kept = await ask<{ purpose: string; channel: string }[]>(page, 'members.consents', {
    memberId: row?.id,
  });
  expect(kept.map(({ purpose, channel }) => [purpose, channel])).toEqual([['personal_data', 'display']]);
});

test("the customer's screen comes back after a restart, speaks as the app does, and stays closed once closed", async ({
  launch,
}) => {
  const { shuke: first } = shared();
  await first.close();

  const second = await launch({ userData: first.userData });
  const customer = await customerPage(second);
  await expect(tillOf(second.page).box).toBeFocused();
  await expect(customer.getByText('欢迎光临')).toBeVisible();
  await ask(second.page, 'settings.setPreferences', { locale: 'en', theme: 'dark' });
  await expect(customer.getByText('Welcome')).toBeVisible();
  expect(await customer.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe('dark');
  expect(await flawsOf(customer)).toEqual(NOTHING);
  await second.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((window) => window.webContents.getURL().endsWith('/display.html'))
      ?.close();
  });
  await expect.poll(() => second.app.windows().length).toBe(1);
  expect(await ask<{ open: boolean }>(second.page, 'display.placement')).toMatchObject({ open: false });
  await second.close();

  const third = await launch({ userData: first.userData });
  await expect(tillOf(third.page, 'en').box).toBeFocused();
  expect(third.app.windows()).toHaveLength(1);
});
