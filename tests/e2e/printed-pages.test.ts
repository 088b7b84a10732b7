import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardText } from '@db/packets/documents';
import { newIdentity, newSigningKey, recipientOf } from '@db/packets/keys';
import { PRINTABLE_MM } from '@domain/slips/paper';
import { code128Bars } from '@renderer/lib/bars';
import { chooses, savesTo } from './support/dialogs';
import { expect, test } from './support/launch';
import { hasBars, inkIn, type Printed, popplerHere, qrIn, unspaced } from './support/printed';
import { pagesOf } from './support/slips';
import { approve, keepCode, PIN, toOffice } from './support/staff';
import { ask, type Locale, type Till, tillOf } from './support/till';
import { IS_WHOLE } from './support/whole';

const A4 = { widthMm: 210, heightMm: 297 };
const LOCALES = ['zh-CN', 'en'] as const;
/** English words are the longer ones: what they leave whole on the narrow roll is whole on the wide one. */
const ROLLS = IS_WHOLE
  ? ({ 'zh-CN': [58, 80], en: [58, 80] } as const)
  : ({ 'zh-CN': [80], en: [58] } as const);

/** What a page should be: a roll is as long as what stands on it, A4 as many sheets as it takes. */
interface Expected {
  readonly paper: 58 | 80 | 'a4';
  /** What its QR code says. */
  readonly qr?: string;
  /** What its line barcode says. */
  readonly code128?: string;
}

test('what leaves for the printer, on every paper and in both languages, is whole: size, margins, words, fonts, codes', async ({
  launch,
}) => {
  const shuke = await launch();
  const { page, app } = shuke;
  const read = await popplerHere();
  const papers = shuke.folder('papers');

  /** Every word that stands in the copy for the printer is on the page, and the page is as it should be. */
  const check = async (name: string, file: string, { paper, qr, code128 }: Expected) => {
    const roll = paper !== 'a4';
    const { count, widthMm, heightMm } = pagesOf(file);
    expect(widthMm, name).toBeCloseTo(roll ? paper : A4.widthMm, 0);
    if (roll) expect(count, `${name}: pages`).toBe(1);
    else expect(heightMm, name).toBeCloseTo(A4.heightMm, 0);
    const printed = read?.(file);
    if (printed === undefined) return;
    expect(await wordsNotOn(printed), `${name}: words that are not on it`).toEqual([]);
    expect(printed.missingFonts, `${name}: fonts that are not in it`).toEqual([]);
    const ink = inkIn(printed.picture);
    if (roll) {
      const margin = (paper - PRINTABLE_MM[paper]) / 2;
      expect(ink.left, `${name}: left of what the head reaches`).toBeGreaterThanOrEqual(margin - 0.25);
      expect(ink.right, `${name}: right of it`).toBeLessThanOrEqual(paper - margin + 0.25);
      expect(heightMm - ink.bottom, `${name}: white for the cutter, and no more`).toBeGreaterThan(3);
      expect(heightMm - ink.bottom, `${name}: white for the cutter, and no more`).toBeLessThan(10);
    } else {
      expect(ink.left, `${name}: left margin`).toBeGreaterThan(8);
      expect(ink.right, `${name}: right margin`).toBeLessThan(A4.widthMm - 8);
    }
    if (qr !== undefined) expect(qrIn(printed.picture), `${name}: its code`).toBe(qr);
    if (code128 !== undefined) expect(hasBars(printed.picture, barsOf(code128)), `${name}: bars`).toBe(true);
  };
  const wordsNotOn = async ({ text }: Printed) => {
    const said = await page.locator('[data-print-copy]').evaluate((copy) => {
      const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
      const texts: string[] = [];
      while (walker.nextNode() !== null) texts.push(walker.currentNode.nodeValue ?? '');
      return texts;
    });
    expect(said.length).toBeGreaterThan(3);
    return said.map(unspaced).filter((words) => !text.includes(words));
  };
  const speak = async (locale: Locale): Promise<Till> => {
    // A dark window prints black on white, too.
    await ask(page, 'settings.setPreferences', { locale, theme: 'dark' });
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    return tillOf(page, locale);
  };
  const saveBy = async (name: string, press: () => Promise<void>, saved: (path: string) => string) => {
    const file = join(papers, `${name}.pdf`);
    await savesTo(shuke, file);
    await press();
    await expect(page.getByText(saved(file))).toBeVisible();
    return file;
  };

  const code = await test.step('the recovery code', async () => {
    const { say, type, press } = tillOf(page);
    await expect(page.getByLabel(say.settings('first.name'))).toBeFocused();
    await type('街角咖啡（人民广场旗舰体验店）');
    await press('Enter');
    await type('王老板');
    await press('Tab');
    await type(PIN);
    await press('Tab');
    await type(PIN);
    await press('Enter');
    for (const locale of LOCALES) {
      const till = await speak(locale);
      await expect(page.getByLabel(till.say.staff('code.confirm'))).toBeVisible();
      await check(`recovery ${locale}`, await throughSystem(join(papers, `recovery ${locale}.pdf`)), {
        paper: 'a4',
      });
    }
    return await keepCode(await speak('zh-CN'));
  });
  expect(code).toMatch(/^[0-9A-Z-]+$/);
  await expect(tillOf(page).box).toBeFocused();

  await test.step('a consent to sign, before the member is one', async () => {
    await tillOf(page).press('F1');
    await tillOf(page).type('欧阳娜娜');
    await tillOf(page).press('Tab');
    await tillOf(page).type('13812348812');
    for (const locale of LOCALES) {
      const { say, press } = await speak(locale);
      await press('Alt+p');
      const dialog = page.getByRole('dialog', { name: say.members('consent.slip.title') });
      for (const paper of ROLLS[locale]) {
        await dialog.getByText(say.members('consent.slip.width', { width: paper }), { exact: true }).click();
        await expect(dialog.getByRole('article')).toHaveAttribute('data-paper', String(paper));
        const name = `consent ${paper} ${locale}`;
        const file = await saveBy(
          name,
          () => press('Alt+s'),
          (path) => say.members('consent.slip.saved', { path }),
        );
        await check(name, file, { paper });
      }
      await press('Escape');
      await expect(dialog).toBeHidden();
    }
    const { say, card, tabTo, press } = await speak('zh-CN');
    await tabTo(page.getByLabel(say.members('consent.personalData')));
    await press('Space', 'Enter');
    await expect(card).toContainText('欧阳娜娜');
  });

  const { rows } = await ask<{ rows: { id: string; memberNo: string }[] }>(page, 'members.list', {
    order: 'joined',
    offset: 0,
    limit: 1,
  });
  const { id: memberId = '', memberNo = '' } = rows[0] ?? {};
  expect(await ask<{ channel: string }[]>(page, 'members.consents', { memberId })).toMatchObject([
    { channel: 'paper' },
  ]);

  await test.step('a slip with a coupon', async () => {
    const till = tillOf(page);
    await till.press('F2');
    await till.type('128');
    await till.press('Enter');
    await expect(till.panel(till.say.purchases('result.title'))).toBeVisible();
    await till.press('F12');
    const bills = await ask<{ rows: { id: string }[] }>(page, 'purchases.ofMember', {
      memberId,
      offset: 0,
      limit: 1,
    });
    const { coupons } = await ask<{ coupons: { code: string }[] }>(page, 'slips.ofSale', {
      purchaseId: bills.rows[0]?.id,
    });
    for (const locale of LOCALES) {
      const { say, panel, press } = await speak(locale);
      const slip = panel(say.slips('title'));
      for (const paper of ROLLS[locale]) {
        await slip.getByText(say.slips('millimetres', { width: paper }), { exact: true }).click();
        await expect(slip.getByRole('article')).toHaveAttribute('data-paper', String(paper));
        const name = `slip ${paper} ${locale}`;
        const file = await saveBy(
          name,
          () => press('Alt+p'),
          (path) => say.slips('saved', { path }),
        );
        await check(name, file, { paper, qr: memberNo, code128: coupons[0]?.code ?? '' });
      }
    }
  });

  await test.step('all that is known of a member', async () => {
    const zh = await speak('zh-CN');
    await zh.press('Alt+i');
    await page.getByRole('button', { name: zh.say.rights('way.data') }).click();
    for (const locale of LOCALES) {
      const { say } = await speak(locale);
      await expect(page.getByText(say.rights('data.about'))).toBeVisible();
      const name = `my data ${locale}`;
      const file = join(papers, `${name}.pdf`);
      await savesTo(shuke, file);
      await ask(page, 'slips.savePdf', { paper: 'a4', lengthMm: A4.heightMm, name });
      await check(name, file, { paper: 'a4' });
    }
    await (await speak('zh-CN')).press('Escape', 'Escape', 'Escape');
  });

  await test.step('a closed day', async () => {
    const zh = tillOf(page);
    await toOffice(zh, 'days');
    await expect(page.getByRole('listbox', { name: zh.say.days('list') })).toBeFocused();
    await zh.press('F2', 'F2');
    for (const locale of LOCALES) {
      const { say, press } = await speak(locale);
      const sheet = page.getByRole('article', { name: say.days('sheet.preview') });
      for (const paper of ['a4', ...ROLLS[locale]] as const) {
        const word = paper === 'a4' ? 'A4' : say.days('sheet.millimetres', { width: paper });
        await page.getByText(word, { exact: true }).click();
        await expect(sheet).toHaveAttribute('data-paper', String(paper));
        const name = `day ${paper} ${locale}`;
        const file = await saveBy(
          name,
          () => press('F10'),
          (path) => say.days('sheet.saved', { path }),
        );
        const qr = (await sheet.locator('[data-barcode]').getAttribute('data-barcode')) ?? '';
        await check(name, file, { paper, qr });
        expect(pagesOf(file).count, name).toBe(1);
      }
    }
  });

  await test.step('what head office registers the store by', async () => {
    const card = cardText({
      name: '熟客总部',
      recipient: await recipientOf(await newIdentity()),
      signingKey: newSigningKey(),
    });
    const zh = await speak('zh-CN');
    await toOffice(zh, 'headOffice');
    await expect(page.getByRole('heading', { name: zh.say.headOffice('begin.title') })).toBeVisible();
    await chooses(shuke, shuke.give('head-office.shuke-hq', card));
    await zh.press('F2');
    await expect(page.getByLabel(zh.say.headOffice('field.region'))).toBeFocused();
    await zh.type('hd');
    await zh.press('Control+Enter');
    await approve(zh, zh.say.staff('approve.act.headOffice.setUp'));
    await page.getByText(zh.say.headOffice('view.sheet'), { exact: true }).click();
    const { text } = await ask<{ text: string }>(page, 'headOffice.sheet');
    for (const locale of LOCALES) {
      const { say } = await speak(locale);
      await expect(page.getByRole('article', { name: say.headOffice('sheet.title') })).toBeVisible();
      const name = `registration ${locale}`;
      const file = await throughSystem(join(papers, `${name}.pdf`));
      await check(name, file, { paper: 'a4', qr: text });
      expect(pagesOf(file).count, name).toBe(1);
    }
  });

  /** What the system's own print dialog would get, with the margins that it gives a page. */
  async function throughSystem(file: string): Promise<string> {
    const pdf = await app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const made = await window?.webContents.printToPDF({ pageSize: 'A4' });
      return made?.toString('base64') ?? '';
    });
    writeFileSync(file, Buffer.from(pdf, 'base64'));
    return file;
  }
});

/** Bars and gaps of a Code 128 in modules, from the first bar to the last. */
function barsOf(text: string): number[] {
  const bars = [...code128Bars(text).path.matchAll(/M(\d+) 0h(\d+)/g)]
    .map(([, start, wide]) => ({ start: Number(start), wide: Number(wide) }))
    .sort((a, b) => a.start - b.start);
  return bars.flatMap(({ start, wide }, at) => {
    const next = bars[at + 1];
    return next === undefined ? [wide] : [wide, next.start - start - wide];
  });
}
