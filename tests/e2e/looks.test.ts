import type { Page } from '@playwright/test';
import { expect, test } from './support/launch';
import { flawsOf, seriousFindings } from './support/looks';
import { type Till, tillOf } from './support/till';
import { enterSample, somebodyWithComplaint, tourOf } from './support/tour';

const SIZES = [
  [1366, 768],
  [1920, 1080],
  [380, 720],
] as const;

// Each of these is as long as all tests of another file: nobody waits for the one before.
test.describe.configure({ mode: 'parallel' });

for (const locale of ['zh-CN', 'en'] as const) {
  test(`every screen in ${locale} at every size: no text cut off, no scrolling sideways, no word missing`, async ({
    launch,
  }) => {
    test.slow();
    const shuke = await launch({ locale: locale === 'en' ? 'en-US' : 'zh-CN' });
    const { page } = shuke;
    /** Each flaw once, with where it was seen first. */
    const flaws: Record<string, string> = {};
    const look = async (name: string) => {
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height });
        await settled(page);
        const { cut, wide, untranslated } = await flawsOf(page);
        for (const flaw of [...cut, ...wide, ...untranslated])
          flaws[flaw] ??= `${name} at ${width}x${height}`;
      }
      await page.setViewportSize({ width: 1366, height: 768 });
      await settled(page);
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
  });
}

/** Of the rules that axe checks by default. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on any screen, ${theme}`, async ({ launch }) => {
    test.slow();
    const shuke = await launch();
    const { page } = shuke;
    const { say } = tillOf(page);
    const findings: Record<string, string[]> = {};
    const look = async (name: string) => {
      await settled(page);
      // The dark screens are the light ones in other colours: nothing else can be wrong with them alone.
      const found = await seriousFindings(page, theme === 'dark' ? RULES_OF_COLOUR : undefined);
      if (found.length > 0) findings[name] = found;
    };
    await expect(page.getByLabel(say.settings('first.name'))).toBeFocused();
    await look('the first run');
    const till = await enterSample(page);
    await choose(till, theme);
    for (const stop of tourOf(shuke, await somebodyWithComplaint(page))) {
      await stop.go(till);
      await look(stop.name);
    }
    expect(findings).toEqual({});
  });
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

test('the page breaks none of its own rules: no violation of its policy on the whole tour', async ({
  launch,
}) => {
  const shuke = await launch();
  const { page } = shuke;
  await page.addInitScript(() => {
    const broken: string[] = [];
    Object.assign(window, { broken });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      broken.push(`${violatedDirective} ${blockedURI} ${sample}`),
    );
  });
  await page.reload();
  const till = await enterSample(page);
  for (const stop of tourOf(shuke, await somebodyWithComplaint(page))) await stop.go(till);
  await choose(till, 'dark');
  await till.press('Control+1');
  await expect(till.box).toBeFocused();
  expect(await page.evaluate(() => (window as unknown as { broken: string[] }).broken)).toEqual([]);
});

async function choose({ page, press, say }: Till, theme: 'light' | 'dark'): Promise<void> {
  await press('Control+0');
  await page.getByRole('tab', { name: say.settings('section.look') }).click();
  const themes = page.getByRole('radiogroup', { name: say.settings('theme.label') });
  await themes.getByText(say.settings(`theme.${theme}`)).click();
  await expect
    .poll(() => page.evaluate(() => document.documentElement.dataset.mantineColorScheme))
    .toBe(theme);
}

/** Two frames: what a resize or a key has set off is drawn. */
const settled = (page: Page) =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
