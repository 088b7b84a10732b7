import { expect } from './launch';
import type { Stop } from './stop';
import type { Till } from './till';

/** Turns to a part of the office by its key, which shows its place. */
export async function turnTo({ page, press, say }: Till, word: string): Promise<void> {
  // By its name: the bar of function keys is a toolbar, too, and may have a key of the same word.
  const parts = page.getByRole('toolbar', { name: say.office('title') });
  const tab = parts.getByRole('button', { name: word });
  const key = await tab.getAttribute('aria-keyshortcuts');
  if (key === null) throw new Error(`no key for ${word}`);
  await press(key);
  await expect(tab).toHaveAttribute('aria-pressed', 'true');
}

/** The office: head office, the day close, staff, backups, who did what, the support file. */
export const OFFICE_STOPS: readonly Stop[] = [
  {
    name: 'the office: head office, before its set-up',
    go: async (till) => {
      await till.press('Control+9');
      await turnTo(till, till.say.office('part.headOffice'));
      await expect(
        till.page.getByRole('heading', { name: till.say.headOffice('begin.title') }),
      ).toBeVisible();
    },
  },
  {
    name: 'the office: today, before its close',
    go: async (till) => {
      await turnTo(till, till.say.office('part.days'));
      await expect(till.page.getByRole('grid', { name: till.say.days('staff.title') })).toBeVisible();
    },
  },
  {
    name: 'the office: closing a day asks once more',
    go: async ({ page, press, say }) => {
      await press('F2');
      await expect(page.getByRole('button', { name: say.days('close.sure') }).first()).toBeVisible();
    },
  },
  {
    name: 'the office: staff, somebody new',
    go: async (till) => {
      await till.press('Escape');
      await turnTo(till, till.say.office('part.staff'));
      await expect(till.page.getByRole('listbox', { name: till.say.staff('page.title') })).toBeVisible();
      await till.press('F2');
      await expect(till.page.getByRole('region', { name: till.say.staff('add.title') })).toBeVisible();
    },
  },
  {
    name: 'the office: backups',
    go: async (till) => {
      await turnTo(till, till.say.office('part.backups'));
      await expect(till.page.getByText(till.say.backups('sample'))).toBeVisible();
    },
  },
  {
    name: 'who works here now',
    go: async (till) => {
      await till.press('Control+l');
      await expect(till.page.getByRole('heading', { name: till.say.staff('try.title') })).toBeVisible();
    },
  },
  {
    name: 'the office: who did what',
    go: async (till) => {
      await till.press('Escape');
      await turnTo(till, till.say.office('part.audit'));
      await expect(till.page.getByRole('grid', { name: till.say.audit('view.trail') })).toBeVisible();
      await expect(till.page.getByRole('article')).toBeAttached();
    },
  },
  {
    name: 'the office: the watch list',
    go: async ({ page, press, say }) => {
      await press('F3');
      await expect(page.getByRole('region', { name: say.audit('view.watch') })).toBeVisible();
      await expect(page.getByLabel(say.common('period.label'))).toBeVisible();
    },
  },
  {
    name: 'the office: the support file',
    go: async (till) => {
      await till.press('F3');
      await turnTo(till, till.say.office('part.support'));
      // It is loaded when it is first looked at, and has its keys only then.
      await expect(till.page.getByRole('heading', { name: till.say.support('title') })).toBeVisible();
      await till.press('F2');
      await expect(till.page.getByRole('region', { name: till.say.support('text') })).toContainText(
        'quick_check',
      );
    },
  },
];
