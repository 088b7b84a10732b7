import { expect } from './launch';
import type { Stop } from './stop';

/** The pages of the handbook that look unlike the others. */
const HANDBOOK_PAGES = [
  'bands',
  'touch',
  'complaint',
  'after_sales',
  'levels',
  'checklists',
  'stories',
  'reference',
] as const;

/** The service desk: complaints, care, surveys, the handbook. */
export const DESK_STOPS: readonly Stop[] = [
  {
    name: 'complaints',
    go: async ({ page, press, say }) => {
      await press('Control+3');
      await expect(page.getByRole('toolbar', { name: say.complaints('tab.label') })).toBeVisible();
      await press('Alt+1');
      await expect(page.getByRole('grid', { name: say.complaints('board.caption') })).toBeVisible();
      // Its steps have their keys once it is there.
      await expect(page.getByText(say.complaints('detail.timeline')).first()).toBeAttached();
      await press('F6');
      await expect(
        page.getByRole('region', { name: say.complaints('step.note'), exact: true }),
      ).toBeVisible();
    },
  },
  {
    name: 'what to give for a complaint',
    go: async ({ page, press, say }) => {
      await press('Escape', 'F10');
      await expect(page.getByLabel(say.complaints('give.reason'))).toBeVisible();
    },
  },
  {
    name: 'a complaint by phone',
    go: async ({ panel, press, say }) => {
      await press('Escape', 'F5');
      await expect(panel(say.complaints('log.for_walk_in'))).toBeVisible();
      await press('Enter', '2');
    },
  },
  {
    name: 'the archive of complaints',
    go: async ({ page, press, say }) => {
      await press('Escape', 'Alt+2');
      await expect(page.getByLabel(say.complaints('archive.search'))).toBeFocused();
      await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
    },
  },
  {
    name: 'complaints in figures',
    go: async ({ page, press }) => {
      await press('Alt+3');
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    },
  },
  {
    name: 'practice with a difficult customer',
    go: async ({ page, press, say }) => {
      await press('Alt+4');
      // It is loaded when it is first looked at, and has its keys only then.
      await expect(page.getByRole('heading', { name: say.complaints('practice.title') })).toBeVisible();
      await press('F2', '1');
      await expect(page.getByText(say.complaints('practice.wrong'))).toBeVisible();
    },
  },
  {
    name: 'care: whom to call today',
    go: async ({ page, press, say }) => {
      await press('Control+4');
      await expect(page.getByRole('toolbar', { name: say.care('title') })).toBeVisible();
      await press('Alt+1');
      await expect(page.getByRole('grid', { name: say.care('list.caption') })).toBeVisible();
    },
  },
  {
    name: 'care: what waits, and why',
    go: async ({ page, say }) => {
      await page
        .getByRole('radiogroup', { name: say.care('list.which') })
        .getByText(say.care('list.held'))
        .click();
      await expect(page.getByRole('radio', { name: say.care('list.held') })).toBeChecked();
      await expect(page.getByRole('article')).toBeVisible();
    },
  },
  {
    name: 'care: lists',
    go: async ({ page, press, say }) => {
      await press('Alt+2');
      await expect(page.getByRole('heading', { name: say.care('group.title') })).toBeVisible();
    },
  },
  {
    name: 'care: an event and its guests',
    go: async ({ page, press, say }) => {
      await press('Alt+3');
      await expect(page.getByRole('listbox', { name: say.invitations('title') })).toBeVisible();
      await expect(page.getByRole('article')).toBeVisible();
    },
  },
  {
    name: 'care: what came of it',
    go: async ({ page, press, say }) => {
      await press('Alt+4');
      await expect(page.getByText(say.care('results.bought'))).toBeVisible();
    },
  },
  {
    name: 'surveys',
    go: async ({ page, press, say }) => {
      await press('Control+5');
      await expect(page.getByRole('heading', { name: say.surveys('results.question') })).toBeVisible();
    },
  },
  {
    name: 'surveys: answers',
    go: async ({ page, press }) => {
      await press('Alt+2');
      await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
    },
  },
  {
    name: 'surveys: staff',
    go: async ({ page, press, say }) => {
      await press('Alt+3');
      await expect(page.getByRole('region', { name: say.surveys('ranking.question') })).toBeVisible();
    },
  },
  {
    name: 'surveys: what was changed',
    go: async ({ page, press, say }) => {
      await press('Alt+4');
      await expect(page.getByRole('region', { name: say.surveys('changes.question') })).toBeVisible();
    },
  },
  {
    name: 'handbook: reception',
    go: async ({ page, press, say }) => {
      await press('Control+8');
      await expect(
        page.getByRole('tab', { name: say.handbook('page.reception'), selected: true }),
      ).toBeVisible();
    },
  },
  ...HANDBOOK_PAGES.map(
    (name): Stop => ({
      name: `handbook: ${name}`,
      go: async ({ page, press, say }) => {
        await press('Control+PageDown');
        await expect(
          page.getByRole('tab', { name: say.handbook(`page.${name}`), selected: true }),
        ).toBeVisible();
      },
    }),
  ),
];
