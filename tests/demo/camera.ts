import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

const OUTPUT = fileURLToPath(new URL('../../out/demo/', import.meta.url));
export const WINDOW = { width: 1366, height: 768 };

export type Camera = (page: Page, name: string, words: string) => Promise<void>;

/** Takes numbered pictures of what a person would see, and says on the terminal what each one shows. */
export function cameraFor(language: 'zh' | 'en'): Camera {
  const folder = join(OUTPUT, language);
  mkdirSync(folder, { recursive: true });
  let taken = 0;
  return async (page, name, words) => {
    taken += 1;
    const file = `${String(taken).padStart(2, '0')}-${name}.png`;
    // What the last key has set off is drawn within two frames.
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
    );
    await page.screenshot({ path: join(folder, file) });
    process.stdout.write(`  ${language} ${file.padEnd(34)} ${words}\n`);
  };
}

export const exportFolder = join(OUTPUT, 'export');
