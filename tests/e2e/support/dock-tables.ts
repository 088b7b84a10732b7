import type { Locator } from '@playwright/test';
import { expect } from './launch';
import type { Stop } from './stop';

/** By how many pixels a table is wider than what shows it, whichever part of the page scrolls it. */
const hiddenWidth = (table: Locator): Promise<number> =>
  table.evaluate((element) => {
    let most = 0;
    for (let at = element.parentElement; at !== null; at = at.parentElement)
      most = Math.max(most, at.scrollWidth - at.clientWidth);
    return most;
  });

/** Where each cell of a row ends, in whole pixels. */
const endsOf = (cells: Locator): Promise<number[]> =>
  cells.evaluateAll((all) => all.map((cell) => Math.round(cell.getBoundingClientRect().right)));

/** Tables that must not be wider than the dock, by the stop of the tour at which they stand; each is left as it was. */
export const DOCK_TABLES: Readonly<Record<string, Stop['go']>> = {
  'all members': async ({ page, say }) => {
    const members = page.getByRole('grid', { name: say.members('list.title') });
    // The last of them is the one that it has been in.
    for (const [order, column] of [
      ['joined', 'joined'],
      ['points', 'points'],
      ['visits', 'visits'],
      ['last_visit', 'lastVisit'],
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
  },
  'insight: customers, clusters': async ({ page, say }) => {
    const groups = page.getByRole('grid', { name: say.insights('clusters.question') });
    await expect(groups.getByRole('row')).not.toHaveCount(0);
    expect(await hiddenWidth(groups)).toBeLessThanOrEqual(1);
    // Each figure stands under its head.
    const heads = await endsOf(groups.locator('thead th'));
    const figures = await endsOf(groups.locator('tbody tr').first().locator('th, td'));
    expect(heads.length).toBeGreaterThan(4);
    for (const column of [1, 2, 3, 4]) expect(figures[column], `column ${column}`).toBe(heads[column]);
  },
};
