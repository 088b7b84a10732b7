import { expect } from './launch';
import type { Stop } from './stop';
import type { Till } from './till';

/** The pages of a part after its first, in the order in which the page keys turn them. */
const PAGES = {
  customers: ['value', 'stages', 'rfm', 'clusters', 'base', 'retention', 'pipeline', 'growth'],
  leaving: ['chance', 'gaps'],
  worth_pages: ['forecast', 'model'],
  goods: ['together'],
} as const;

const isTurned = async ({ page }: Till, name: string) => {
  await expect(page.getByRole('tab', { name, selected: true, exact: true })).toBeVisible();
  // Its figures are there: an empty page has no flaws.
  await expect(page.locator('[data-paper]').getByRole('heading').first()).toBeVisible();
};

/** The list of records that stands open. */
const isChosen = ({ page }: Till, name: string) =>
  expect(page.getByRole('option', { name, selected: true })).toBeVisible();

function pagesOf<Part extends keyof typeof PAGES>(part: Part): readonly Stop[] {
  return PAGES[part].map((name) => ({
    name: `insight: ${part}, ${name}`,
    go: async (till) => {
      await till.press('Control+PageDown');
      // The pages of a part are keys of its own words.
      await isTurned(till, till.say.insights(`${part}.${name}` as 'customers.value'));
    },
  }));
}

/** The first page of a part, or what it has instead of pages. */
const partOf = (key: string, part: 'customers' | 'leaving' | 'value' | 'goods', first: string): Stop => ({
  name: `insight: ${part}`,
  go: async (till) => {
    await till.press(key);
    await isTurned(till, till.say.insights(first as 'customers.classes')); // a page's word, as above
  },
});

/** Insight: the owner's page, who the members are, who is leaving, what they are worth, segments, records. */
export const INSIGHT_STOPS: readonly Stop[] = [
  {
    name: 'the owner’s page',
    go: async ({ page, press, say }) => {
      await press('Control+7');
      await expect(page.getByRole('toolbar', { name: say.insights('title') })).toBeVisible();
      await press('Alt+1');
      await expect(page.getByText(say.overview('question.figures'))).toBeVisible();
      await expect(page.getByText(say.overview('question.quotes'))).toBeVisible();
    },
  },
  partOf('Alt+2', 'customers', 'customers.classes'),
  {
    name: 'the members behind a number',
    go: async ({ page, press, say, tabTo }) => {
      await tabTo(page.locator('tr[data-figure]').first());
      await press('Enter');
      await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
      await expect(page.getByText(say.segments('key.campaign'))).toBeVisible();
    },
  },
  {
    name: 'their list, being exported',
    go: async ({ panel, press, say }) => {
      await press('F10');
      await expect(panel(say.segments('export.title'))).toBeVisible();
    },
  },
  {
    name: 'back at the number',
    go: async ({ page, press }) => {
      await press('Escape', 'Escape');
      await expect(page.locator('tr[data-figure]').first()).toBeFocused();
    },
  },
  ...pagesOf('customers'),
  partOf('Alt+3', 'leaving', 'leaving.warned'),
  ...pagesOf('leaving'),
  partOf('Alt+4', 'value', 'worth_pages.future'),
  ...pagesOf('worth_pages'),
  partOf('Alt+5', 'goods', 'goods.repurchase'),
  ...pagesOf('goods'),
  {
    name: 'segments',
    go: async ({ page, press, say }) => {
      await press('Alt+6');
      await expect(page.getByRole('grid', { name: say.segments('saved.title') })).toBeVisible();
    },
  },
  {
    name: 'a segment being built',
    go: async ({ page, press, say }) => {
      await press('F6');
      await expect(page.getByRole('combobox', { name: say.segments('builder.addFirst') })).toBeFocused();
      for (const fact of ['value', 'silent_days', 'bought'] as const) {
        await page.keyboard.insertText(say.segments(`fact.${fact}`));
        await press('Enter');
        await expect(page.getByRole('group', { name: say.segments(`fact.${fact}`) })).toBeVisible();
        await press(fact === 'value' ? '1' : '6', 'Enter');
        await expect(page.getByRole('combobox', { name: say.segments('builder.addLine') })).toBeFocused();
      }
    },
  },
  {
    name: 'work for everybody of a segment',
    go: async ({ panel, press, say }) => {
      await press('F9');
      await expect(panel(say.segments('care.title'))).toBeVisible();
    },
  },
  {
    name: 'the records, scored',
    go: async (till) => {
      await till.press('Escape', 'Alt+7');
      await isChosen(till, till.say.quality('list.overview'));
    },
  },
  {
    name: 'records that may be of one person',
    go: async (till) => {
      await till.press('ArrowDown', 'Enter');
      await isChosen(till, till.say.quality('list.duplicates'));
      await expect(till.page.getByRole('grid', { name: till.say.quality('list.duplicates') })).toBeVisible();
    },
  },
  {
    name: 'records to put right',
    go: async (till) => {
      await till.press('Escape', 'ArrowDown', 'Enter');
      await isChosen(till, till.say.quality('list.phone_missing'));
      await expect(
        till.page.getByRole('grid', { name: till.say.quality('list.phone_missing') }),
      ).toBeVisible();
    },
  },
];
