import type { Page } from '@playwright/test';
import { expect, test } from './support/launch';
import { bringAxe, flawsOf, seriousFindings } from './support/looks';
import { customerPage } from './support/slips';
import { ask, openShop, ringUp, signUp } from './support/till';
import { wordsOf } from './support/words';

/** What stands on counters: small second screens, tablets upright, a television; the first a window of ours. */
const SIZES = [
  [1024, 600],
  [1280, 800],
  [1920, 1080],
  [800, 1280],
  [480, 320],
] as const;
/** Two of the four show nearly all flaws: English words are the longer ones, dark is the light screen in other colours. */
const LOOKS = [
  ['zh-CN', 'light'],
  ['en', 'dark'],
] as const;
const ASK = '0192f0c0-0000-7000-8000-000000000001';
const BILL = [
  { kind: 'gross', amount: 1_286_400 },
  { kind: 'tier', amount: -192_960, tier: 'vip', percentOff: 15 },
  { kind: 'coupon', amount: -2_000, name: '生日当月满一百减二十元券', gift: null },
  { kind: 'coupon', amount: 0, name: '生日礼', gift: '刻名马克杯' },
  { kind: 'total', amount: 1_091_440 },
  { kind: 'points', amount: -500, points: 500 },
  { kind: 'due', amount: 1_090_940 },
];

test("the customer's screen at every size, in both languages and themes: nothing cut off, large enough to read, nothing personal, and axe finds nothing", async ({
  launch,
}) => {
  const shuke = await launch();
  const { page } = shuke;
  await ask(page, 'display.open', { screenId: null });
  const customer = await customerPage(shuke);
  await expect(
    customer.getByRole('heading', { name: wordsOf('zh-CN').display('idle.welcome') }),
  ).toBeVisible();
  await bringAxe(customer);
  const flaws: Record<string, string[]> = {};
  const look = async (name: string) => {
    for (const [locale, theme] of LOOKS) {
      await ask(page, 'settings.setPreferences', { locale, theme });
      await expect(customer.locator('html')).toHaveAttribute('lang', locale);
      await expect(customer.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
      const axe = await seriousFindings(customer);
      if (axe.length > 0) flaws[`axe: ${name}, ${locale}, ${theme}`] = axe;
      for (const [width, height] of SIZES) {
        await customer.setViewportSize({ width, height });
        const { cut, wide, untranslated } = await flawsOf(customer);
        const found = [...cut, ...wide, ...untranslated, ...(await tooSmall(customer, height))];
        if (found.length > 0) flaws[`${name}, ${locale}, ${width}x${height}`] = found;
      }
    }
  };
  // Open from the day before, while the shop is still to be named.
  await look('the first run');

  const { press } = await openShop(page, 'en');
  await expect(customer.getByRole('heading', { name: '街角小店' })).toBeVisible();
  const [memberId = ''] = await signUp(page, { name: '欧阳娜娜', phone: '13812348812' });
  const { purchaseId } = await ringUp(page, memberId, 1_286_400);
  // Away from the counter nothing else tells the screen what to show.
  await press('Control+0');
  const ticks = { askId: ASK, seen: 0 };
  const doings = {
    idle: { kind: 'idle' },
    member: { kind: 'member', memberId },
    sale: { kind: 'sale', memberId, steps: BILL, earns: 16_364 },
    thanks: { kind: 'thanks', purchaseId },
    consent: { kind: 'consent', ...ticks, textVersion: '2026-11', personalData: true, marketing: false },
    'survey, a face': { kind: 'survey', ...ticks, satisfaction: null, recommend: null, saved: false },
    'survey, a number': { kind: 'survey', ...ticks, satisfaction: 4, recommend: null, saved: false },
    'survey, thanks': { kind: 'survey', ...ticks, satisfaction: 4, recommend: 9, saved: true },
  };
  for (const [name, doing] of Object.entries(doings)) {
    await ask(page, 'display.show', doing);
    await expect(customer.locator(`[data-view="${doing.kind}"]`)).toBeVisible();
    await look(name);
    const said = await customer.evaluate(() => document.body.innerText);
    expect(said, 'a full name or phone').not.toMatch(/娜|1234/);
  }
  expect(flaws).toEqual({});
});

/** Read at a metre: on the smallest screen 15 px, on larger ones in proportion. */
const tooSmall = (page: Page, height: number) =>
  page.evaluate(
    (least) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const small: string[] = [];
      while (walker.nextNode() !== null) {
        const { parentElement, nodeValue } = walker.currentNode;
        if (parentElement === null || nodeValue?.trim() === '' || !parentElement.checkVisibility()) continue;
        const size = Number.parseFloat(getComputedStyle(parentElement).fontSize);
        if (size < least) small.push(`${nodeValue?.slice(0, 20)}: ${size} px`);
      }
      return small;
    },
    Math.max(15, Math.min(height, 800) * 0.028),
  );
