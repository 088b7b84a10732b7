import type { Page } from '@playwright/test';
import { chooses, listOfCustomers } from './dialogs';
import { expect, type Shuke } from './launch';
import type { Stop } from './stop';
import { ask, type Locale, type Till, tillOf } from './till';
import { DESK_STOPS } from './tour-desk';
import { INSIGHT_STOPS } from './tour-insight';
import { OFFICE_STOPS } from './tour-office';

interface Known {
  /** Tail of the phone of a member with an open complaint. */
  readonly tail: string;
  readonly name: string;
}

/** What of a card the tour needs to know, and what makes it worth a look. */
interface Shown {
  readonly name: string;
  readonly phone: string | null;
  readonly visits: number;
  readonly points: number;
  readonly tags: readonly string[];
  readonly note: string;
  readonly lapsingSoon: object | null;
  readonly occasions: readonly object[];
}

/** Of those in the sample store with an open complaint, the one whose card has most to show. */
export async function somebodyWithComplaint(page: Page): Promise<Known> {
  const { rows } = await ask<{ rows: { memberId: string | null }[] }>(page, 'complaints.list', {
    which: 'open',
    text: '',
    object: null,
    reasonGroup: null,
    reason: null,
    severity: null,
    aboutStaffId: null,
    from: null,
    to: null,
    lateOnly: false,
    offset: 0,
    limit: 200,
  });
  const known: (Known & { readonly worth: number })[] = [];
  for (const { memberId } of rows) {
    if (memberId === null) continue;
    const card = await ask<Shown>(page, 'members.card', { memberId });
    if (card.phone === null || card.visits < 3 || card.points < 500) continue;
    known.push({ tail: card.phone.slice(-8), name: card.name, worth: worthOf(card) });
  }
  const best = known.sort((a, b) => b.worth - a.worth)[0];
  if (best === undefined) throw new Error('nobody in the sample store has a complaint, purchases and points');
  return best;
}

const worthOf = ({ tags, note, lapsingSoon, occasions }: Shown): number =>
  Math.min(3, tags.length) +
  (note === '' ? 0 : 2) +
  (lapsingSoon === null ? 0 : 2) +
  (occasions.length === 0 ? 0 : 3);

/** The parts of the settings after the first, in the order in which the page keys turn them. */
const SETTINGS_PAGES = [
  ['levels', 'tiers.title'],
  ['days', 'days.member_title'],
  ['coupons', 'coupons.title'],
  ['events', 'events.title'],
  ['complaints', 'complaints.title'],
  ['opening hours', 'hours.title'],
  ['care', 'care.title'],
  ['scripts', 'scripts.title'],
  ['surveys', 'surveys.title'],
  ['times of day', 'bands.title'],
  ['segments and value', 'insights.classes_title'],
  ['staff and lock', 'staff.title'],
  ['history', 'history.title'],
  ['look', 'look.title'],
  ['store', 'shop.title'],
  ['window and hotkey', 'dock.title'],
  ['customer display', 'display.title'],
  ['data', 'data.title'],
] as const;

const back: Stop['go'] = async ({ press }) => press('Escape', 'Escape', 'Escape');

/** Every screen and panel of the sample store, one after the other, by keyboard; `ownStopsOf` goes on from there. */
export const tourOf = (shuke: Shuke, { tail, name }: Known): readonly Stop[] => [
  {
    name: 'the counter with nobody',
    go: async (till) => {
      await till.press('Control+1');
      await expect(till.box).toBeFocused();
      await back(till);
      await expect(till.page.getByText(till.say.counter('teach'))).toBeVisible();
    },
  },
  {
    name: 'who was found',
    go: async ({ page, results }) => {
      await page.keyboard.insertText('zhang');
      await expect(results).toHaveCount(20);
    },
  },
  {
    name: 'nobody found',
    go: async ({ page, press, say }) => {
      await press('Escape');
      await page.keyboard.insertText('19999999999');
      await expect(page.getByText(say.counter('newPhone', { text: '19999999999' }))).toBeVisible();
    },
  },
  {
    name: 'a member with an open complaint',
    go: async ({ page, press, results, box }) => {
      await press('Escape');
      await page.keyboard.insertText(tail);
      await expect(results.first()).toContainText(name);
      await press('Enter');
      await expect(page.getByRole('article', { name, exact: true })).toBeVisible();
      await expect(box).toHaveValue('');
    },
  },
  {
    name: 'a sale with points',
    go: async ({ page, press, say }) => {
      await press('F2');
      await page.keyboard.insertText('128');
      await press('Alt+1');
      await expect(page.getByRole('button', { name: say.purchases('sale.do') })).toBeVisible();
    },
  },
  {
    name: 'why a bill comes to what it does',
    go: async ({ page, press, tabTo, panel, say }) => {
      await tabTo(panel(say.purchases('sale.title')).getByTestId('due').locator('xpath=ancestor::button'));
      await press('?');
      await expect(page.getByRole('dialog', { name: say.purchases('step.due') })).toBeVisible();
    },
  },
  {
    name: 'coupons, one being given',
    go: async ({ page, panel, press, say }) => {
      await press('Escape', 'F4');
      await expect(panel(say.coupons('title'))).toBeVisible();
      await press('Alt+g');
      await expect(page.getByText(say.coupons('give.which'))).toBeVisible();
    },
  },
  {
    name: 'a level by hand',
    go: async ({ panel, press, say }) => {
      await press('Alt+j');
      await expect(panel(say.tiers('hand.title'))).toBeVisible();
    },
  },
  {
    name: 'why a level is what it is',
    go: async ({ page, card, press, tabTo, say }) => {
      await press('Escape');
      await tabTo(
        card
          .getByRole('button')
          .filter({ has: page.locator('[data-tier]') })
          .first(),
      );
      await press('?');
      await expect(page.getByRole('dialog', { name: say.tiers('why.title') })).toBeVisible();
    },
  },
  {
    name: 'a bill as it was',
    go: async ({ page, press, say, panel }) => {
      await press('Escape', 'F10', 'ArrowDown', 'Enter');
      await expect(panel(say.purchases('bill.title'))).toBeVisible();
      await expect(page.getByRole('listbox', { name: say.purchases('list.title') })).toBeFocused();
    },
  },
  {
    name: 'its slip',
    go: async ({ press, say, panel }) => {
      await press('F12');
      await expect(panel(say.slips('title'))).toBeVisible();
    },
  },
  {
    name: 'points',
    go: async ({ panel, press, say }) => {
      await press('F3');
      await expect(panel(say.points('title'))).toBeVisible();
    },
  },
  {
    name: 'which bill to refund',
    go: async ({ page, press, say }) => {
      await press('F7');
      await expect(page.getByRole('listbox', { name: say.purchases('refund.which') })).toBeFocused();
    },
  },
  {
    name: 'a refund with what it does',
    go: async ({ page, panel, press, say }) => {
      await press('Enter');
      await expect(
        panel(say.purchases('refund.title')).getByLabel(say.purchases('refund.amount')),
      ).toBeFocused();
      await page.keyboard.insertText('1');
      await expect(page.getByText(say.purchases('effect.balanceAfter'))).toBeVisible();
    },
  },
  {
    name: 'changing a member',
    go: async ({ panel, press, say }) => {
      await press('F9');
      await expect(panel(say.members('edit.title'))).toBeVisible();
    },
  },
  {
    name: 'a complaint at the counter',
    go: async ({ panel, press, say }) => {
      await press('F5');
      await expect(panel(say.complaints('log.for_member', { name }))).toBeVisible();
      await press('1', '2');
    },
  },
  {
    name: 'care of a member',
    go: async ({ panel, press, say }) => {
      await press('Escape', 'Alt+k');
      await expect(panel(say.care('panel.title'))).toBeVisible();
    },
  },
  {
    name: 'a survey with a low score',
    go: async ({ page, panel, press, say }) => {
      await press('Escape', 'F6');
      await expect(panel(say.surveys('ask.of', { name }))).toBeVisible();
      await press('2', '3', 'Enter');
      await expect(page.getByText(say.surveys('said.low'))).toBeVisible();
    },
  },
  {
    name: 'sign-up, refused for want of consent',
    go: async ({ page, panel, press, say }) => {
      await press('F1');
      await expect(panel(say.members('signUp.title')).getByLabel(say.members('field.name'))).toBeFocused();
      await page.keyboard.insertText('测试');
      await press('Enter');
      await expect(page.getByText(say.members('refusal.consent_needed'))).toBeVisible();
    },
  },
  {
    name: 'the keys',
    go: async (till) => {
      await back(till);
      await till.press('?');
      await expect(till.page.getByRole('dialog', { name: till.say.common('help.title') })).toBeVisible();
    },
  },
  {
    name: 'the tour of the counter',
    go: async ({ page, say }) => {
      await page.getByRole('button', { name: say.tour('again') }).click();
      await expect(page.getByRole('complementary', { name: say.tour('tourName') })).toBeVisible();
    },
  },
  {
    name: 'all members',
    go: async ({ page, press, say }) => {
      await press('Alt+x');
      await expect(page.getByRole('complementary', { name: say.tour('tourName') })).toBeHidden();
      await press('Control+2');
      await expect(page.getByRole('row').nth(5)).toBeVisible();
    },
  },
  ...DESK_STOPS,
  ...INSIGHT_STOPS,
  ...OFFICE_STOPS,
  {
    name: 'campaigns',
    go: async ({ page, press, say }) => {
      await press('Control+6', 'Alt+1');
      await expect(page.getByRole('heading', { name: say.campaigns('past') })).toBeVisible();
    },
  },
  {
    name: 'what is owed in points',
    go: async ({ page, press, say }) => {
      await press('Alt+2');
      await expect(page.getByRole('img', { name: say.points('liability.chart') })).toBeVisible();
    },
  },
  {
    name: 'why it is worth so much',
    go: async ({ page, press, say }) => {
      await page.getByRole('button', { name: /^¥/ }).focus();
      await press('Enter');
      await expect(page.getByRole('dialog', { name: say.points('liability.whyWorth') })).toBeVisible();
    },
  },
  {
    name: 'what is owed, as a table',
    go: async ({ page, press, say }) => {
      await press('Escape', 'F4');
      await expect(page.getByRole('grid', { name: say.points('liability.table') })).toBeVisible();
      await page.getByRole('grid').getByRole('row').nth(1).focus();
    },
  },
  {
    name: 'in and out',
    go: async ({ page, press, say }) => {
      // Back to the chart first: the screen keeps what it showed, and so does the office.
      await press('F4', 'Control+9', 'Alt+1');
      await expect(page.getByRole('heading', { name: say.exchange('title'), level: 1 })).toBeVisible();
    },
  },
  {
    name: 'an import: columns',
    go: async ({ page, press, say }) => {
      await chooses(shuke, listOfCustomers(shuke));
      await press('F2');
      await expect(page.getByText(say.exchange('map.ready'))).toBeVisible();
    },
  },
  {
    name: 'an import: trial run',
    go: async ({ page, press, say }) => {
      await press('Control+Enter');
      await expect(page.getByText(say.exchange('check.nothing_written'))).toBeVisible();
    },
  },
  {
    name: 'an import: done',
    go: async ({ page, press, say }) => {
      await press('Control+Enter');
      await expect(page.getByRole('region', { name: say.exchange('done.import') })).toBeVisible();
    },
  },
  {
    name: 'an import taken back, asked first',
    go: async ({ page, press, say }) => {
      await press('Enter');
      await page
        .getByRole('button', { name: say.exchange('import.undo_of', { file: '老顾客.csv' }) })
        .first()
        .click();
      await expect(page.getByRole('dialog', { name: say.exchange('undo.title') })).toBeVisible();
    },
  },
  {
    name: 'an export',
    go: async ({ page, press }) => {
      await press('Escape');
      await chooses(shuke, shuke.folder('head-office'));
      await press('F4');
      await expect(page.getByRole('cell', { name: 'purchases.csv' })).toBeVisible();
    },
  },
  {
    name: 'settings',
    go: async ({ page, press, say }) => {
      await press('Control+0');
      await expect(
        page.getByRole('heading', { name: say.settings('rules.title'), exact: true }),
      ).toBeVisible();
    },
  },
  ...SETTINGS_PAGES.map(
    ([name, heading]): Stop => ({
      name: `settings: ${name}`,
      go: async ({ page, press, say }) => {
        await press('Control+PageDown');
        await expect(page.getByRole('heading', { name: say.settings(heading) })).toBeVisible();
      },
    }),
  ),
];

/** Into the sample store, behind the scenes. */
export async function enterSample(page: Page, locale: Locale = 'zh-CN'): Promise<Till> {
  await ask(page, 'settings.openSample');
  const till = tillOf(page, locale);
  await expect(till.box).toBeFocused();
  return till;
}
