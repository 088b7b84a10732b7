import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import jsQR from 'jsqr';
import { expect, type Shuke } from './launch';

const POINTS_PER_MM = 72 / 25.4;

/** Stands in for the system's save dialog: the person has chosen this place. */
export async function savesTo({ app }: Shuke, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);
}

/** How many pages a PDF has, and their size in millimetres. */
export function pagesOf(path: string): { count: number; widthMm: number; heightMm: number } {
  const pdf = readFileSync(path, 'latin1');
  const box = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(pdf);
  if (box === null) throw new Error('no page size in the file');
  return {
    count: pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0,
    widthMm: Number(box[1]) / POINTS_PER_MM,
    heightMm: Number(box[2]) / POINTS_PER_MM,
  };
}

/** What a phone's camera would read off the picture of a QR code. */
export async function readQr(page: Page, code: Locator): Promise<string | undefined> {
  const picture = (await code.screenshot()).toString('base64');
  // One character a dot: a list of all four colours of each takes longer to hand over than to read.
  const { width, height, greys } = await page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, image.width, image.height);
    let told = '';
    for (let at = 0; at < data.length; at += 4) told += String.fromCharCode(data[at] ?? 0);
    return { width: image.width, height: image.height, greys: told };
  }, picture);
  const dots = new Uint8ClampedArray(greys.length * 4).fill(255);
  for (let at = 0; at < greys.length; at += 1) dots.fill(greys.charCodeAt(at), at * 4, at * 4 + 3);
  return jsQR(dots, width, height)?.data;
}

/** The window that faces the customer, once it is there. */
export async function customerPage(shuke: Shuke): Promise<Page> {
  const find = () => shuke.app.windows().find((page) => page.url().endsWith('/display.html'));
  await expect.poll(() => find() !== undefined).toBe(true);
  const page = find();
  if (page === undefined) throw new Error('the window has gone again');
  return page;
}
