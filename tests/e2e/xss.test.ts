import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { XSS_PAYLOADS } from '../fault/xss-payloads';
import { chooses } from './support/dialogs';
import { expect, type Shuke, test } from './support/launch';
import { poison } from './support/poison';
import { ask } from './support/till';
import { enterSample, somebodyWithComplaint, tourOf } from './support/tour';

/** Since the page was opened: what ran, what the policy had to forbid, what became an element, where it went. */
interface Effects {
  readonly ran: number;
  readonly forbidden: readonly string[];
  readonly elements: readonly string[];
  readonly frames: number;
  readonly url: string;
}
const NOTHING: Omit<Effects, 'url'> = { ran: 0, forbidden: [], elements: [], frames: 0 };

test('trust, XSS: 311 payloads in every word of the store, on every screen, and in a file that is previewed: nothing runs, and what is typed is what is shown', async ({
  launch,
}) => {
  test.slow();
  const shuke = await launch();
  const { page, app } = shuke;
  // It lies there, and nobody has opened it yet.
  poison(join(shuke.userData, 'sample', 'shuke.db'));
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await listen(page);
  const till = await enterSample(page);
  const wrong: Record<string, unknown> = {};
  const look = async (name: string) => {
    const { url, ...effects } = await effectsIn(page);
    if (JSON.stringify(effects) !== JSON.stringify(NOTHING)) wrong[name] = effects;
    if (!url.startsWith('app://shuke/index.html')) wrong[`${name}, where it is`] = url;
  };
  for (const stop of tourOf(shuke, await somebodyWithComplaint(page))) {
    await stop.go(till);
    await look(stop.name);
    if (stop.name === 'all members') await expectShown(page, await namesInList(page));
    if (stop.name === 'who was found') expect(await till.results.count()).toBe(20);
  }
  await till.press('Control+9', 'Alt+1');
  await expect(page.getByRole('heading', { name: till.say.exchange('title'), level: 1 })).toBeVisible();
  await chooses(shuke, payloadList(shuke));
  await till.press('F2');
  await expect(page.getByText(till.say.exchange('map.ready'))).toBeVisible();
  await expectShown(page, XSS_PAYLOADS.slice(0, 15));
  await look('a file of payloads, previewed');
  expect(wrong).toEqual({});
  expect(dialogs).toEqual([]);
  expect(app.windows()).toHaveLength(1);
});

/** Whatever runs, and whatever the policy stops, is counted from here on. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: { ran: number; forbidden: string[] } = { ran: 0, forbidden: [] };
    Object.assign(window, { xssSeen: seen, xss: () => (seen.ran += 1) });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      seen.forbidden.push(`${effectiveDirective} ${blockedURI}`),
    );
  });

const effectsIn = (page: Page): Promise<Effects> =>
  page.evaluate(() => {
    const seen: { ran: number; forbidden: string[] } = Reflect.get(window, 'xssSeen');
    const strangers = document.querySelectorAll('[data-xss], iframe, object, embed, base, script:not([src])');
    return {
      ...seen,
      elements: [...strangers].map((element) => element.outerHTML.slice(0, 200)),
      frames: window.frames.length,
      url: document.URL,
    };
  });

async function namesInList(page: Page): Promise<string[]> {
  const asked = { order: 'last_visit', offset: 0, limit: 8 };
  const { rows } = await ask<{ rows: { name: string }[] }>(page, 'members.list', asked);
  return rows.map(({ name }) => name);
}

/** The page says each text, character by character but for white space. */
async function expectShown(page: Page, texts: readonly string[]): Promise<void> {
  const bare = (text: string) => text.replace(/\s+/gu, '');
  const shown = async () => bare(await page.evaluate(() => document.body.innerText));
  for (const text of texts) await expect.poll(shown).toContain(bare(text));
}

/** A list of customers in which every name and note is a payload. */
function payloadList(shuke: Shuke): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""').replace(/[\r\n]/g, ' ')}"`;
  const rows = XSS_PAYLOADS.map((payload, at) =>
    [cell(payload), `138${String(at).padStart(8, '0')}`].join(','),
  );
  return shuke.give('payloads.csv', `姓名,手机\n${rows.join('\n')}\n`);
}
