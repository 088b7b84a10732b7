import type { Page } from '@playwright/test';
import { expect, test } from './support/launch';
import { bringAxe, flawsOf, seriousFindings } from './support/looks';
import { type Till, tillOf } from './support/till';
import { enterSample, somebodyWithComplaint, tourOf } from './support/tour';

/** The first is the one that the screens are gone through in. */
const SIZES = [
  [1366, 768],
  [1920, 1080],
  [380, 720],
] as const;

/** What else a screen must stand: the smallest one at 200 %, whose layout is that of half its size, and a large one. */
const FURTHER_SIZES = [
  [683, 384],
  [2560, 1440],
] as const;

const FIRST_SIZE = { width: SIZES[0][0], height: SIZES[0][1] };

/** Of the rules that axe checks by default. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

for (const locale of ['zh-CN', 'en'] as const) {
  // The structure of a screen is the same in both languages: one walk is enough for axe.
  const withAxe = locale === 'zh-CN';
  test(`every screen in ${locale} at every size: no text cut off, no scrolling sideways, no word missing, no broken policy${withAxe ? ', and axe finds nothing serious, light or dark' : ''}`, async ({
    launch,
  }) => {
    test.slow();
    const shuke = await launch({ locale: locale === 'en' ? 'en-US' : 'zh-CN' });
    const { page } = shuke;
    const broken = await violationsOf(page);
    if (withAxe) await bringAxe(page);
    /** Each flaw once, with where it was seen first. */
    const flaws: Record<string, string> = {};
    const findings: Record<string, string[]> = {};
    const look = async (name: string) => {
      if (withAxe) await lookWithAxe(page, name, findings);
      else await settled(page);
      // The walk without axe has time for them; English words are the longer ones.
      for (const [width, height] of withAxe ? SIZES : [...SIZES, ...FURTHER_SIZES]) {
        await resize(page, { width, height });
        const { cut, wide, untranslated } = await flawsOf(page);
        for (const flaw of [...cut, ...wide, ...untranslated])
          flaws[flaw] ??= `${name} at ${width}x${height}`;
      }
      await resize(page, FIRST_SIZE);
    };
    const { say } = tillOf(page, locale);
    await expect(page.getByLabel(say.settings('first.name'))).toBeFocused();
    await look('the first run');
    const till = await enterSample(page, locale);
    for (const stop of tourOf(shuke, await somebodyWithComplaint(page))) {
      await stop.go(till);
      await look(stop.name);
    }
    expect(flaws).toEqual({});
    expect(findings, 'what axe finds').toEqual({});
    expect(await broken(), 'what the page itself forbids').toEqual([]);
  });
}

/** Nobody has chosen a theme yet: the window follows the system's. */
async function lookWithAxe(page: Page, name: string, findings: Record<string, string[]>): Promise<void> {
  // Begins in the theme that the last screen was left in: a change of theme draws everything anew.
  const begun = (await schemeOf(page)) === 'dark' ? 'dark' : 'light';
  for (const theme of begun === 'dark' ? (['dark', 'light'] as const) : (['light', 'dark'] as const)) {
    if (theme !== begun) {
      await page.emulateMedia({ colorScheme: theme });
      await drawnIn(page, theme);
    }
    await settled(page);
    // The dark screens are the light ones in other colours: nothing else can be wrong with them alone.
    const found = await seriousFindings(page, theme === 'dark' ? RULES_OF_COLOUR : undefined);
    if (found.length > 0) findings[`${name}, ${theme}`] = found;
  }
}

test('language and theme follow at once, everywhere, and are kept for the next start', async ({ launch }) => {
  const shuke = await launch({ locale: 'zh-CN' });
  const { page } = shuke;
  const till = await enterSample(page);
  const english = tillOf(page, 'en');
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
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

/** Looks at every frame, not at every tenth of a second: it is asked for twice on each screen. */
const drawnIn = (page: Page, theme: 'light' | 'dark') =>
  page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (document.documentElement.dataset.mantineColorScheme === wanted) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
    theme,
  );

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

async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  const now = page.viewportSize();
  if (now?.width === size.width && now.height === size.height) return;
  await page.setViewportSize(size);
  await settled(page);
}

/** Two frames: what a resize or a key has set off is drawn. */
const settled = (page: Page) =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
