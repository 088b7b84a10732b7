import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { booksIn, brokenLaws } from './support/books';
import { expect, oneForAll, test } from './support/launch';
import { locatedJpeg, PLACE } from './support/photos';
import { ask } from './support/till';
import { enterSample } from './support/tour';

interface Row {
  readonly id: string;
  readonly number: number;
  readonly what: string;
}

interface Given {
  readonly count: number;
  readonly worth: number;
}

/** Whatever the hour at which this runs, the desk's morning has begun. */
async function endQuietHours(page: Page): Promise<void> {
  const { latest, rules } = await ask<{ latest: number; rules: { care: object } }>(page, 'settings.rules');
  const awake = { ...rules, care: { ...rules.care, quiet: { from: 0, to: 0 } } };
  await ask(page, 'settings.changeRules', { basedOn: latest, rules: awake, effectiveFrom: null });
}

/** In the sample store, in a window of its own: it is closed before the books are read. */
const shared = oneForAll(({ page }) => enterSample(page), {});

test('in the narrow dock Enter opens and Esc goes back, at the complaint desk, in care and at events', async () => {
  const { page, say, press } = shared();
  const wide = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await page.setViewportSize({ width: 380, height: 720 });
  const board = page.getByRole('grid', { name: say.complaints('board.caption') });
  const tasks = page.getByRole('grid', { name: say.care('list.caption') });
  const events = page.getByRole('listbox', { name: say.invitations('title') });

  for (const [keys, list] of [
    [['Control+3'], board],
    [['Control+4'], tasks],
    [['Alt+3'], events],
  ] as const) {
    await press(...keys);
    await expect(list.locator(':focus').or(list.and(page.locator(':focus')))).toBeVisible();
    await press('Enter');
    await expect(list).toBeHidden();
    await expect(page.locator('main :focus, article :focus, [tabindex]:focus').first()).toBeVisible();
    await press('Escape');
    await expect(list.locator(':focus').or(list.and(page.locator(':focus')))).toBeVisible();
  }
  // Care begins with its tasks again.
  await press('Control+4', 'Alt+1');
  await page.setViewportSize(wide);
});

test('a day at the desk: complaints, care within its budget and a survey, and never the mouse', async () => {
  const till = shared();
  const { shuke, page, say, press, type } = till;
  await endQuietHours(page);
  await page.mouse.move(0, 0);
  const [late] = (
    await ask<{ rows: Row[] }>(page, 'complaints.list', {
      ...{ which: 'open', text: '', object: null, reasonGroup: null, reason: null, severity: null },
      ...{ aboutStaffId: null, from: null, to: null, lateOnly: false, offset: 0, limit: 5 },
    })
  ).rows;
  if (late === undefined) throw new Error('the sample store has a late complaint');
  const board = page.getByRole('grid', { name: say.complaints('board.caption') });
  const detail = page.getByRole('article', {
    name: say.complaints('detail.heading', { number: late.number }),
  });
  const said = (words: string) => page.getByText(words).first();
  /** A step is taken once the complaint as it now stands allows it: its form is there then. */
  const take = async (key: string, step: 'pause' | 'resume' | 'compensate' | 'resolve' | 'close') => {
    await press(key);
    await expect(
      page.getByRole('region', { name: say.complaints(`step.${step}`), exact: true }),
    ).toBeVisible();
  };

  await test.step('S68 S69: the board begins with what is late, and says why it is due when it is', async () => {
    await press('Control+3');
    await expect(board).toContainText(say.complaints('board.late'));
    await expect(detail).toContainText(say.complaints('clocks.target'));
    await expect(detail).toContainText('+ 24 小时');
    await expect(detail).toContainText('+ 7 天');
    const place = page.getByRole('link', { name: say.common('place.complaints') });
    const marks = place.locator('[title] > [aria-hidden]');
    await expect(marks).toHaveCount(2);
    const lowest = await marks.last().boundingBox();
    const word = await place.getByText(say.common('place.complaints'), { exact: true }).boundingBox();
    if (lowest === null || word === null) throw new Error('the rail is not to be seen');
    expect(lowest.y + lowest.height, 'neither mark lies over the word').toBeLessThanOrEqual(word.y);
  });

  await test.step('a photo is kept without the place where it was taken', async () => {
    const photo = shuke.give('photo.jpg', locatedJpeg(await page.screenshot({ type: 'jpeg' })));
    const choosing = page.waitForEvent('filechooser');
    await press('Alt+a');
    await (await choosing).setFiles(photo);
    await expect(
      page.getByRole('button', { name: say.complaints('photo.open', { number: 1 }) }),
    ).toBeVisible();
  });

  await test.step('the clocks stand still while the customer is waited for, and go on with what was left', async () => {
    await take('F12', 'pause');
    await type('等顾客寄回空瓶');
    await press('Control+Enter');
    await expect(said(say.complaints('step.done_pause'))).toBeVisible();
    await expect(board).toContainText(say.complaints('board.waiting'));
    await expect(detail).toContainText('起暂停，等顾客');
    await take('F12', 'resume');
    await press('Control+Enter');
    await expect(said(say.complaints('step.done_resume'))).toBeVisible();
    await expect(detail).toContainText(say.complaints('timeline.resumed'));
  });

  // All of the sample store's days; each day asked for is a line of the answer.
  const year = new Date().getFullYear();
  const everything = { from: `${year - 3}-01-01`, to: `${year}-12-31` };
  const { compensation: before } = await ask<{ compensation: Given }>(
    page,
    'complaints.statistics',
    everything,
  );

  await test.step('S80: an apology coupon is given for it', async () => {
    await take('F10', 'compensate');
    await expect(page.getByLabel(say.complaints('give.template'))).toBeVisible();
    await press('Control+Enter');
    await expect(detail).toContainText(say.complaints('timeline.compensated'));
  });

  await test.step('S71: it is resolved and closed, with cause, measure and how content the customer is', async () => {
    await take('F3', 'resolve');
    await type('已补寄，顾客收到');
    await press('Control+Enter');
    await expect(said(say.complaints('step.done_resolve'))).toBeVisible();
    await expect(detail).toContainText('已补寄');
    await take('F4', 'close');
    await type('供货商漏装，入库没有抽查');
    await press('Tab');
    await type('入库抽查一成，缺件当天补');
    await press('Tab', '5', 'Control+Enter');
    await expect(said(say.complaints('step.done_close'))).toBeVisible();
  });

  await test.step('S71: the archive finds it again by two characters of what was done about it', async () => {
    await press('Alt+2');
    await expect(page.getByLabel(say.complaints('archive.search'))).toBeFocused();
    await type('抽查');
    const found = page.getByRole('grid', { name: say.complaints('archive.results') });
    await expect(found).toContainText(late.what);
    await expect(found.getByRole('row')).toHaveCount(2);
  });

  await test.step('S86: the statistics count it at once', async () => {
    const { compensation } = await ask<{ compensation: Given }>(page, 'complaints.statistics', everything);
    expect(compensation).toEqual({ count: before.count + 1, worth: before.worth + 10_00 });
    await press('Alt+3');
    await expect(page.getByText(say.complaints('statistics.figure.compensation'))).toBeVisible();
    await expect(page.getByText(say.complaints('statistics.figure.satisfaction'))).toBeVisible();
  });

  await test.step('S57 S58: the first task is called, and the budget line falls with the call', async () => {
    await press('Control+4');
    await expect(page.getByRole('article')).toBeVisible();
    const line = (left: number) => page.getByText(say.care('budget.left', { count: left }));
    await expect(line(2).or(line(1))).toBeVisible();
    const left = (await line(2).isVisible()) ? 2 : 1;
    await press('F4');
    await expect(page.getByText(say.care('contact.phone'))).toBeVisible();
    await expect(line(left - 1)).toBeVisible();
    await press('1', 'Control+Enter');
    await expect(page.getByText(say.care('contact.phone'))).toBeHidden();
  });

  await test.step('S85 S88: at the counter a survey takes two keys; a low score leads to a complaint', async () => {
    await press('Control+1');
    await till.find('8812', '张三');
    await press('F6');
    await expect(till.panel(say.surveys('ask.of', { name: '张三' }))).toBeVisible();
    await press('2', '3', 'Enter');
    await expect(page.getByText(say.surveys('said.low'))).toBeVisible();
    await press('F5');
    await expect(page.getByLabel(say.complaints('log.what')).first()).toBeVisible();
    await press('Escape', 'Escape');
  });

  await shuke.close();
  const books = booksIn(shuke.userData, 'sample');
  expect(brokenLaws(books)).toEqual({});
  expect(
    books.all(
      `select state, response_breached as answered_late, resolution_breached as resolved_late, satisfaction
         from complaint where number = ?`,
      late.number,
    ),
  ).toEqual([{ state: 'closed', answered_late: 1, resolved_late: 0, satisfaction: 5 }]);
  expect(
    books.all(
      `select kind from (select e.seq, e.kind from complaint_event e join complaint c on c.id = e.complaint_id
        where c.number = ? order by e.seq desc limit 7) order by seq`,
      late.number,
    ),
  ).toEqual(
    ['photo', 'paused', 'resumed', 'compensated', 'resolved', 'closed', 'satisfaction'].map((kind) => ({
      kind,
    })),
  );
  expect(books.all('select satisfaction, recommend from survey_answer order by seq desc limit 1')).toEqual([
    { satisfaction: 2, recommend: 3 },
  ]);
  books.close();

  const photos = join(shuke.userData, 'sample', 'photos');
  const [photo = ''] = readdirSync(photos);
  expect(readFileSync(join(photos, photo)).includes(PLACE)).toBe(false);
});
