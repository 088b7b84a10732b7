import type { Locator } from '@playwright/test';
import { expect, test } from './support/launch';
import { ask, tillOf } from './support/till';
import { enterSample } from './support/tour';

/** By how many pixels a table is wider than what shows it, whichever part of the page scrolls it. */
const hiddenWidth = (table: Locator): Promise<number> =>
  table.evaluate((element) => {
    let most = 0;
    for (let at = element.parentElement; at !== null; at = at.parentElement)
      most = Math.max(most, at.scrollWidth - at.clientWidth);
    return most;
  });

test('in the dock, in English, the list of all members and the figures of automatic groups lie within its width, whatever they are in the order of', async ({
  launch,
}) => {
  const { page } = await launch();
  await enterSample(page);
  await ask(page, 'settings.setPreferences', { locale: 'en', theme: 'light' });
  const { say, press } = tillOf(page, 'en');
  await page.setViewportSize({ width: 380, height: 720 });

  await press('Control+2');
  const members = page.getByRole('grid', { name: say.members('list.title') });
  for (const [order, column] of [
    ['last_visit', 'lastVisit'],
    ['joined', 'joined'],
    ['points', 'points'],
    ['visits', 'visits'],
  ] as const) {
    await page
      .getByRole('radiogroup', { name: say.members('list.order') })
      .getByText(say.members(`list.by.${order}`), { exact: true })
      .click();
    const head = members.getByRole('columnheader', { name: say.members(`list.column.${column}`) });
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    await expect(head).toBeVisible();
    expect(await hiddenWidth(members), order).toBeLessThanOrEqual(1);
  }

  await press('Control+7');
  await expect(page.getByText(say.overview('question.figures'))).toBeVisible();
  await press('Alt+2');
  await page.getByRole('tab', { name: say.insights('customers.clusters') }).click();
  const groups = page.getByRole('grid', { name: say.insights('clusters.question') });
  await expect(groups.getByRole('row')).not.toHaveCount(0);
  expect(await hiddenWidth(groups)).toBeLessThanOrEqual(1);
  // Each figure stands under its head.
  const right = async (locator: Locator) => {
    const box = await locator.boundingBox();
    return box === null ? Number.NaN : Math.round(box.x + box.width);
  };
  const [heads, figures] = [groups.locator('thead th'), groups.locator('tbody tr').first().locator('th, td')];
  for (const column of [1, 2, 3, 4])
    expect(await right(figures.nth(column)), `column ${column}`).toBe(await right(heads.nth(column)));
});
