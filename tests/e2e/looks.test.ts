import type { Page } from '@playwright/test';
import { DOCK_TABLES } from './support/dock-tables';
import { expect, test } from './support/launch';
import { bringAxe, flawsOf, seriousFindings, type View } from './support/looks';
import { ask, type Till, tillOf } from './support/till';
import { enterSample, somebodyWithComplaint, tourOf } from './support/tour';
import { ownStopsOf } from './support/tour-own';
import { IS_WHOLE } from './support/whole';

type Size = readonly [width: number, height: number];

const DESK: Size = [1366, 768];
const DOCK: Size = [380, 720];
/** The smallest desk at 200 %: its layout is that of half its size. */
const DOUBLED: Size = [683, 384];
const EVERY_SIZE: readonly Size[] = [DESK, [1920, 1080], [2560, 1440], DOUBLED, DOCK];

/** A screen as one person has it, at some sizes. */
interface Round extends View {
  /** What axe checks at the desk's size. */
  readonly rules: 'all' | 'of colour';
  /** The first round begins and the last one ends at the desk's: screens are gone through there. */
  readonly sizes: readonly Size[];
}

/** All that there is, for `npm run test:looks`. */
const EVERY_ROUND: readonly Round[] = [
  { locale: 'zh-CN', theme: 'light', rules: 'all', sizes: EVERY_SIZE },
  { locale: 'zh-CN', theme: 'dark', rules: 'of colour', sizes: EVERY_SIZE.toReversed() },
  { locale: 'en', theme: 'dark', rules: 'of colour', sizes: EVERY_SIZE },
  { locale: 'en', theme: 'light', rules: 'all', sizes: EVERY_SIZE.toReversed() },
];

/**
 * What shows nearly all flaws: words are cut off where a window is small, English ones are the longer ones, the
 * structure of a screen is the same in both languages, and a dark screen is the light one in other colours.
 */
const MOST_TELLING: readonly Round[] = [
  { locale: 'zh-CN', theme: 'light', rules: 'all', sizes: [DESK] },
  { locale: 'en', theme: 'dark', rules: 'of colour', sizes: [DOCK, DOUBLED, DESK] },
];

const ROUNDS = IS_WHOLE ? EVERY_ROUND : MOST_TELLING;

test('every screen in both languages and themes, from the dock to the desk: no text cut off, no scrolling sideways, no word missing, no broken policy, axe finds nothing serious, and in the dock the list of all members and the figures of groups lie within its width, whatever they are in the order of', async ({
  launch,
}) => {
  // Three times as long, or ten.
  test.setTimeout(test.info().timeout * (IS_WHOLE ? 10 : 3));
  const shuke = await launch();
  const { page } = shuke;
  // A screen is looked at where it ends, not on the way there.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const broken = await violationsOf(page);
  await bringAxe(page);
  /** Each flaw once, with where it was seen first. */
  const flaws: Record<string, string> = {};
  const findings: Record<string, string[]> = {};
  // There and back again: a screen begins as the last one was left, since a change of view draws everything anew.
  let looks = ROUNDS.flatMap((round) => round.sizes.map((size) => ({ ...round, size })));
  let seen = 'in nobody’s view';
  const look = async (name: string) => {
    for (const { locale, theme, rules, size } of looks) {
      const where = `${name}, ${locale}, ${theme}, ${size.join('x')}`;
      await resize(page, size);
      if (seen !== `${locale} ${theme}`) await ask(page, 'settings.setPreferences', { locale, theme });
      seen = `${locale} ${theme}`;
      const { cut, wide, untranslated } = await flawsOf(page, { locale, theme });
      for (const flaw of [...cut, ...wide, ...untranslated]) flaws[flaw] ??= where;
      // English words are the longer ones.
      if (size === DOCK && locale === 'en') await DOCK_TABLES[name]?.(tillOf(page, 'en'));
      const found = size === DESK ? await seriousFindings(page, rules) : [];
      if (found.length > 0) findings[where] = found;
    }
    looks = looks.toReversed();
  };
  /** Who speaks the language that the window has been left in. */
  const speaker = () => tillOf(page, looks[0]?.locale);

  await expect(page.getByLabel(speaker().say.settings('first.name'))).toBeFocused();
  await look('the first run');
  await enterSample(page, looks[0]?.locale);
  const known = await somebodyWithComplaint(page);
  for (const stop of [...tourOf(shuke, known), ...ownStopsOf(shuke)]) {
    await stop.go(speaker());
    await look(stop.name);
  }
  expect(flaws).toEqual({});
  expect(findings, 'what axe finds').toEqual({});
  // Whoever judges each kind of text once must still see one that is new, in a dialog of which all else has passed.
  const ink = looks[0]?.theme === 'light' ? '#bbb' : '#444';
  await page.getByRole('dialog').evaluate((dialog, color) => {
    const word = Object.assign(document.createElement('p'), { textContent: 'pale' });
    word.style.color = color;
    dialog.querySelector('h1')?.after(word);
  }, ink);
  expect(await seriousFindings(page, 'of colour')).toEqual([
    expect.stringMatching(/^color-contrast: P.*pale/),
  ]);
  expect(await broken(), 'what the page itself forbids').toEqual([]);
});

test('language and theme follow at once, everywhere, and are kept for the next start', async ({ launch }) => {
  const shuke = await launch({ locale: 'zh-CN' });
  const { page } = shuke;
  const till = await enterSample(page);
  const english = tillOf(page, 'en');
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  // Nobody has chosen yet: the window follows the system.
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => schemeOf(page)).toBe('dark');
  await choose(till, 'light');
  const light = await ground();
  await choose(till, 'dark');
  await expect.poll(ground).not.toBe(light);

  await page
    .getByRole('radiogroup', { name: till.say.settings('language.label') })
    .getByText('English')
    .click();
  await expect(page.getByRole('heading', { name: english.say.settings('look.title') })).toBeVisible();
  await expect(page.getByRole('navigation')).toContainText(english.say.common('place.counter'));
  await expect(page.getByText(english.say.common('sample'))).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  await till.press('Control+1');
  await expect(english.box).toBeFocused();
  await expect(page.getByText(english.say.counter('teach'))).toBeVisible();
  await shuke.close();

  const again = await launch({ userData: shuke.userData });
  await expect(again.page.getByLabel(english.say.settings('first.name'))).toBeFocused();
  expect(await again.page.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe('dark');
});

async function choose({ page, press, say }: Till, theme: 'light' | 'dark'): Promise<void> {
  await press('Control+0');
  await page.getByRole('tab', { name: say.settings('section.look') }).click();
  const themes = page.getByRole('radiogroup', { name: say.settings('theme.label') });
  await themes.getByText(say.settings(`theme.${theme}`)).click();
  await expect.poll(() => schemeOf(page)).toBe(theme);
}

const schemeOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.mantineColorScheme);

/** Loads the page anew with an ear for violations of its content security policy; answers how to hear of them. */
async function violationsOf(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const broken: string[] = [];
    Object.assign(window, { broken });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      broken.push(`${violatedDirective} ${blockedURI} ${sample}`),
    );
  });
  await page.reload();
  return () => page.evaluate(() => (window as unknown as { broken: string[] }).broken);
}

async function resize(page: Page, [width, height]: Size): Promise<void> {
  const now = page.viewportSize();
  if (now?.width !== width || now.height !== height) await page.setViewportSize({ width, height });
}
