import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardText, rulesText } from '@db/packets/documents';
import { newIdentity, newSigningKey, recipientOf } from '@db/packets/keys';
import { businessDateOf } from '@domain/calendar/business-day';
import { businessDate, instant } from '@domain/units';
import { v7 as uuidv7 } from 'uuid';
import { chooses } from './dialogs';
import { expect, type Shuke } from './launch';
import { keepCode, PIN, signInAs } from './staff';
import type { Stop } from './stop';
import { ask, signUp, type Till } from './till';
import { turnTo } from './tour-office';

const SHANGHAI = { zone: 'Asia/Shanghai', dayStartHour: 0 };
const CASHIER_PIN = '284617';
const MEMBER = { name: '欧阳娜娜', phone: '13812348812' } as const;

/** Receipts as a till writes them: a member's, one of nobody, and one whose amount cannot be read. No time is told. */
function receiptsOfToday(): string {
  const today = businessDateOf(instant(Date.now()), SHANGHAI);
  const rows = [
    ['小票号', '日期', '实收金额', '手机号'],
    ['A0518-27', today, '45.00', MEMBER.phone],
    ['A0518-28', today, '12.00', ''],
    ['A0518-29', today, 'zwölf', MEMBER.phone],
  ];
  return rows.map((row) => `${row.join(',')}\r\n`).join('');
}

/** Head office's card, and rules that it signed. */
async function fromHeadOffice() {
  const signingKey = newSigningKey();
  const recipient = await recipientOf(await newIdentity());
  const rules = {
    ...{ id: uuidv7(), number: 7, issuedAt: '2026-01-01T00:00:00.000Z', from: businessDate('2030-01-01') },
    ...{ title: '周年庆', why: '周年庆', changes: { points: { redeemMinimum: 200 } } },
  };
  return {
    card: cardText({ name: '熟客总部', recipient, signingKey }),
    rules: rulesText(rules, signingKey),
  };
}

/** What is seen of head office by the place of its view: outbox, rules, registration sheet, settings. */
const viewHeadOffice = ({ page, say }: Till, view: 'outbox' | 'rules' | 'sheet' | 'settings') =>
  page
    .getByRole('radiogroup', { name: say.headOffice('view.label') })
    .getByText(say.headOffice(`view.${view}`), { exact: true })
    .click();

/** Begins in the sample store: the practice store, with an exercise that is open and one that is done. */
const PRACTICE_STOPS: readonly Stop[] = [
  {
    name: 'practice: an exercise',
    go: async ({ page, press, say, box }) => {
      await press('Control+1');
      await expect(box).toBeFocused();
      await press('?');
      await page.getByRole('button', { name: say.practice('beginIt') }).click();
      await expect(
        page.getByRole('complementary', { name: say.practice('panelTitle', { at: 1, of: 14 }) }),
      ).toBeVisible();
      await expect(box).toBeFocused();
    },
  },
  {
    name: 'practice: all exercises',
    go: async ({ page, press, say }) => {
      await press('Alt+u');
      await expect(page.getByRole('dialog', { name: say.practice('overview.title') })).toContainText(
        say.practice('drill.leaving.title'),
      );
    },
  },
  {
    name: 'practice: an exercise that is done',
    go: async ({ page, press, say }) => {
      await page.getByRole('button', { name: say.practice('drill.leaving.title') }).click();
      const panel = page.getByRole('complementary', {
        name: say.practice('panelTitle', { at: 14, of: 14 }),
      });
      await expect(panel).toBeVisible();
      await press('Alt+y');
      await expect(panel.getByRole('img', { name: say.practice('doneMark') })).toBeVisible();
    },
  },
];

/** The till's folder, from nothing to a receipt that is given to its member. */
const tillStops = (shuke: Shuke): readonly Stop[] => [
  {
    name: 'the till, before its folder is chosen',
    go: async (till) => {
      await ask(till.page, 'practice.leave');
      await ask(till.page, 'settings.leaveSample');
      const owner = { name: '店主', pin: null };
      await ask(till.page, 'settings.createStore', { name: '街角小店', zone: 'Asia/Shanghai', owner });
      await expect(till.box).toBeFocused();
      await signUp(till.page, MEMBER);
      await till.press('Control+9');
      await turnTo(till, till.say.office('part.pos'));
      await expect(till.page.getByText(till.say.pos('teach.title'))).toBeVisible();
    },
  },
  {
    name: 'the till: its columns',
    go: async ({ page, press, say }) => {
      const folder = shuke.folder('till');
      writeFileSync(join(folder, 'day-1.csv'), receiptsOfToday());
      await chooses(shuke, folder);
      await press('F2');
      await expect(page.getByRole('grid', { name: say.pos('setUp.receipts') })).toContainText(MEMBER.name);
    },
  },
  {
    name: 'the till: receipts without a member',
    go: async ({ page, press, say, type, tabTo }) => {
      await tabTo(page.getByLabel(say.pos('field.still')));
      await press('Control+a');
      await type('1');
      await press('Control+Enter');
      await expect(page.getByRole('listbox', { name: say.pos('view.waiting') })).toContainText('A0518-28');
    },
  },
  {
    name: 'the till: one of them',
    go: async ({ page, press, say, tabTo }) => {
      await tabTo(page.getByRole('listbox', { name: say.pos('view.waiting') }));
      await press('Enter');
      await expect(page.getByRole('button', { name: say.pos('do.give') })).toBeFocused();
    },
  },
  {
    name: 'a receipt in hand at the counter',
    go: async ({ page, press, say }) => {
      await press('Enter');
      await expect(page.getByText(say.pos('claim.findMember'))).toBeVisible();
    },
  },
  {
    name: 'the purchases of a member, one without a time',
    go: async (till) => {
      const { page, press, say } = till;
      await press('Escape');
      await expect(page.getByText(say.pos('claim.findMember'))).toBeHidden();
      await till.find('8812', MEMBER.name);
      await press('F10');
      const list = page.getByRole('listbox', { name: say.purchases('list.title') });
      await expect(list).toContainText('¥45.00');
      await expect(list).not.toContainText('00:00');
    },
  },
  {
    name: 'a receipt claimed from the card',
    go: async ({ panel, press, say }) => {
      await press('Alt+e');
      await expect(panel(say.pos('claim.title'))).toBeVisible();
    },
  },
  {
    name: 'the consent slip',
    go: async ({ page, panel, press, say }) => {
      await press('Escape', 'F9');
      await expect(panel(say.members('edit.title'))).toBeVisible();
      await press('Alt+p');
      await expect(page.getByRole('group', { name: say.members('consent.slip.title') })).toBeVisible();
    },
  },
  {
    name: 'the till: what was refused of a file',
    go: async ({ page, press, say }) => {
      await press('Escape', 'Escape', 'Control+9');
      const files = page.getByRole('radiogroup', { name: say.pos('viewLabel') });
      await files.getByText(say.pos('view.files')).click();
      await page.getByRole('option').first().click();
      await expect(page.getByText('A0518-29')).toBeVisible();
    },
  },
];

/** Head office after its set-up. */
const headOfficeStops = (shuke: Shuke): readonly Stop[] => {
  const office = fromHeadOffice();
  return [
    {
      name: 'head office: its card',
      go: async (till) => {
        await turnTo(till, till.say.office('part.headOffice'));
        await expect(
          till.page.getByRole('heading', { name: till.say.headOffice('begin.title') }),
        ).toBeVisible();
        await chooses(shuke, shuke.give('head-office.shuke-hq', (await office).card));
        await till.press('F2');
        await expect(till.page.getByLabel(till.say.headOffice('field.region'))).toBeFocused();
      },
    },
    {
      name: 'head office: nothing sent yet',
      go: async ({ page, press, say }) => {
        await press('Control+Enter');
        await expect(page.getByText(say.headOffice('outbox.empty'))).toBeVisible();
      },
    },
    {
      name: 'head office: a packet in the outbox',
      go: async ({ page, press, say, tabTo }) => {
        await chooses(shuke, shuke.folder('usb'));
        await press('F2');
        await expect(page.getByRole('option')).toContainText(say.headOffice('state.written'));
        await tabTo(page.getByRole('listbox', { name: say.headOffice('view.outbox') }));
        await press('Enter');
        await expect(page.getByText(say.headOffice('packet.size'))).toBeVisible();
      },
    },
    {
      name: 'head office: the registration sheet',
      go: async (till) => {
        await viewHeadOffice(till, 'sheet');
        await expect(
          till.page.getByRole('article', { name: till.say.headOffice('sheet.title') }),
        ).toBeVisible();
      },
    },
    {
      name: 'head office: its settings',
      go: async (till) => {
        await viewHeadOffice(till, 'settings');
        await expect(till.page.getByLabel(till.say.headOffice('field.region'))).toBeVisible();
      },
    },
    {
      name: 'head office: what its rules would change',
      go: async ({ page, press, say, tabTo }) => {
        await chooses(shuke, shuke.give('rules.shuke-rules', (await office).rules));
        await press('F6');
        await expect(page.getByRole('option')).toContainText(say.headOffice('rules.waiting'));
        await tabTo(page.getByRole('listbox', { name: say.headOffice('view.rules') }));
        await press('Enter');
        await expect(page.getByRole('heading', { name: /周年庆/ })).toBeVisible();
      },
    },
  ];
};

/** A day that is closed, then a shop with a PIN: recovery code, lock, and the question for somebody's PIN. */
const PROTECTED_STOPS: readonly Stop[] = [
  {
    name: 'the office: the sheet of a closed day',
    go: async (till) => {
      await turnTo(till, till.say.office('part.days'));
      await expect(till.page.getByRole('listbox', { name: till.say.days('list') })).toBeFocused();
      await till.press('F2');
      await expect(
        till.page.getByRole('button', { name: till.say.days('close.sure') }).first(),
      ).toBeVisible();
      await till.press('F2');
      await expect(till.page.getByRole('article', { name: till.say.days('sheet.preview') })).toBeVisible();
    },
  },
  {
    name: 'the first PIN of the owner',
    go: async (till) => {
      await turnTo(till, till.say.office('part.staff'));
      await expect(till.page.getByRole('listbox', { name: till.say.staff('page.title') })).toBeVisible();
      await till.press('F3');
      await expect(till.page.getByText(till.say.staff('own.first'))).toBeVisible();
    },
  },
  {
    name: 'the recovery code',
    go: async ({ page, press, say, type, tabTo }) => {
      await tabTo(page.getByLabel(say.staff('newPin.label', { digits: 6 })));
      await type(PIN);
      await press('Tab');
      await type(PIN);
      await press('Control+Enter');
      await expect(page.getByRole('dialog', { name: say.staff('code.title') })).toBeVisible();
    },
  },
  {
    name: 'the lock',
    go: async (till) => {
      await keepCode(till);
      await till.press('Control+l');
      await expect(till.page.getByRole('dialog', { name: till.say.staff('signIn.title') })).toBeVisible();
    },
  },
  {
    name: 'whoever has forgotten their PIN',
    go: async ({ page, press, say }) => {
      await press('F2');
      await expect(page.getByLabel(say.staff('forgotten.code'))).toBeVisible();
    },
  },
  {
    name: 'the question for a PIN',
    go: async (till) => {
      const { page, press, say, type, tabTo } = till;
      await press('Escape');
      await signInAs(till, PIN);
      await press('F2');
      await expect(page.getByLabel(say.staff('person.name'))).toBeFocused();
      await type('xiao li');
      await tabTo(page.getByLabel(say.staff('newPin.label', { digits: 6 })));
      await type(CASHIER_PIN);
      await press('Tab');
      await type(CASHIER_PIN);
      await press('Control+Enter');
      await expect(
        page.getByRole('dialog').getByRole('heading', { name: say.staff('approve.act.staff.add'), level: 1 }),
      ).toBeVisible();
    },
  },
];

/** What the sample store does not have: practice, and a shop of one's own with its till, head office and lock. */
export const ownStopsOf = (shuke: Shuke): readonly Stop[] => [
  ...PRACTICE_STOPS,
  ...tillStops(shuke),
  ...headOfficeStops(shuke),
  ...PROTECTED_STOPS,
];
