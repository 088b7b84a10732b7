import { join } from 'node:path';
import { expect, test } from './support/launch';
import { flawsOf } from './support/looks';
import { pagesOf, readQr, savesTo } from './support/slips';
import { toOffice } from './support/staff';
import { ask, openShop, signUp } from './support/till';

const NOTHING = { cut: [], wide: [], untranslated: [] };

test('a day is closed by keyboard: what is sealed stays, the paper bears the seal, and what comes later is told apart', async ({
  counter: shuke,
}) => {
  const { page } = shuke;
  const till = await openShop(page);
  const { say, press, type } = till;
  await signUp(page, { name: '张三', phone: '13812348812' });

  await till.find('8812', '张三');
  await press('F2');
  await type('128');
  await press('Enter');
  await expect(till.panel(say.purchases('result.title'))).toBeVisible();

  await test.step('today as it stands; its key asks once more', async () => {
    await toOffice(till, 'days');
    await expect(page.getByRole('listbox', { name: say.days('list') })).toBeFocused();
    await expect(page.getByRole('region', { name: say.days('section.money') })).toContainText(
      `${say.days('line.net')}¥128.00`,
    );
    await press('F2');
    await expect(page.getByText(say.days('close.asked_today', { net: '¥128.00' }))).toBeVisible();
    await press('F2');
  });

  const sheet = page.getByRole('article', { name: say.days('sheet.preview') });
  const [close] =
    await test.step('the sheet, with the head of the audit trail to read and to scan', async () => {
      await expect(sheet).toContainText('街角小店');
      await expect(sheet).toContainText('¥128.00');
      const { rows } = await ask<{ rows: { auditSeq: number; auditHash: string; date: string }[] }>(
        page,
        'days.closes',
        { offset: 0, limit: 10 },
      );
      const { auditSeq, auditHash, date } = rows[0] ?? { auditSeq: 0, auditHash: '', date: '' };
      for (const group of auditHash.match(/.{4}/g) ?? []) await expect(sheet).toContainText(group);
      const code = sheet.getByRole('img', { name: say.days('sheet.code') });
      await code.scrollIntoViewIfNeeded();
      expect(await readQr(page, code)).toBe(`SHUKE DAY ${date}/1 ${auditSeq} ${auditHash.toUpperCase()}`);
      expect(await flawsOf(page)).toEqual(NOTHING);
      return rows;
    });

  for (const [paper, width, height] of [
    ['A4', 210, 297],
    [say.days('sheet.millimetres', { width: 58 }), 58, null],
    [say.days('sheet.millimetres', { width: 80 }), 80, null],
  ] as const) {
    await test.step(`on ${paper}, and nothing on it but the sheet`, async () => {
      const file = join(shuke.folder('sheets'), `${width}.pdf`);
      await savesTo(shuke, file);
      await page.getByText(paper, { exact: true }).click();
      await expect(sheet).toHaveAttribute('data-paper', width === 210 ? 'a4' : String(width));
      await press('F10');
      await expect(page.getByText(say.days('sheet.saved', { path: file }))).toBeVisible();
      const { count, widthMm, heightMm } = pagesOf(file);
      expect(count).toBe(1);
      expect(widthMm).toBeCloseTo(width, 0);
      if (height !== null) expect(heightMm).toBeCloseTo(height, 0);
    });
  }

  await test.step('what comes after the close is listed apart, and the day is closed again', async () => {
    await press('Control+1');
    await till.find('8812', '张三');
    await press('F2');
    await type('50');
    await press('Enter');
    await expect(till.panel(say.purchases('result.title'))).toBeVisible();
    await press('Control+9');
    await expect(sheet).toContainText(say.days('sheet.late', { count: 1 }));
    await expect(sheet).not.toContainText('¥178.00');

    await page.getByRole('listbox', { name: say.days('list') }).focus();
    await press('Home', 'Enter');
    await expect(page.getByText(say.days('state.late', { count: 1 }))).toBeVisible();
    await expect(page.getByRole('grid', { name: say.days('late.title') })).toContainText('¥50.00');
    await press('F2', 'F2');
    await expect(sheet).toContainText(say.days('sheet.round', { round: 2 }));
    await expect(sheet).toContainText('¥178.00');
    await expect(sheet).toContainText((close?.auditHash ?? '').slice(0, 4));
  });

  await test.step('both closes stand in the trail, and the trail is whole', async () => {
    await press(await keyOf(say.office('part.audit')));
    await expect(page.getByRole('grid', { name: say.audit('view.trail') })).toBeVisible();
    await expect(
      page.getByRole('row').filter({ hasText: new RegExp(`${say.audit('subject.day')} \\d{4}-`) }),
    ).toHaveCount(2);
    await press('F9');
    await expect(
      page.getByText(new RegExp(say.audit('chain.whole', { count: 9, entries: '\\d+', at: '.*' }))),
    ).toBeVisible();
  });

  async function keyOf(word: string): Promise<string> {
    const key = await page.getByRole('button', { name: word }).getAttribute('aria-keyshortcuts');
    if (key === null) throw new Error(`no key for ${word}`);
    return key;
  }
});

test('who changed this member, and why: from the card, in plain words', async ({ counter: { page } }) => {
  const till = await openShop(page);
  const { say, press } = till;
  const [memberId] = await signUp(page, { name: '张三', phone: '13812348812' });
  await ask(page, 'points.adjust', { memberId, points: 120, reason: '活动补发' });

  await till.find('8812', '张三');
  await press('Alt+H');
  const panel = till.panel(say.audit('member.title'));
  const rows = panel.getByRole('grid').getByRole('row');
  await expect(rows.nth(1)).toContainText(say.audit('act.points.adjust'));
  await expect(rows.nth(1)).toContainText('活动补发');
  await expect(rows.nth(1)).toBeFocused();
  await press('Enter');
  await expect(panel.getByRole('article')).toContainText('活动补发');
  await expect(panel.getByRole('article')).toContainText('120');
  expect(await flawsOf(page)).toEqual(NOTHING);
  await press('Escape');
  await expect(rows.nth(1)).toBeFocused();
  await press('ArrowDown', 'Enter');
  await expect(panel.getByRole('article')).toContainText(say.audit('act.members.signUp'));
  await press('Escape', 'Escape');
  await expect(panel).toBeHidden();
});
