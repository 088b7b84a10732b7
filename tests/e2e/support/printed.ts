import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import { debianPackage } from '../../support/debian-package.mjs';

/** Dots of a thermal head: 203.2 to the inch, 8 to the millimetre. One pixel of the picture is one dot. */
const DOTS_PER_INCH = 203.2;
export const DOTS_PER_MM = 8;
/** Darker than this is a bar of a barcode; whatever is not white at all costs ink. */
const BAR = 160;
const WHITE = 254;

/** What left for the printer, read by a program that is not ours. */
export interface Printed {
  /** All that can be read on it, without its spaces. */
  readonly text: string;
  /** Fonts that the file names but does not hold: another machine would print them in another face. */
  readonly missingFonts: readonly string[];
  /** Its first page as the head would burn it. */
  readonly picture: Picture;
}

/** One byte per dot, 0 is black. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

/** Poppler reads PDF files; null where this system cannot have it, which is said aloud. */
export async function popplerHere(): Promise<((pdf: string) => Printed) | null> {
  const poppler = await debianPackage('poppler-utils');
  if (poppler === null) return null;
  const run = (program: string, ...args: readonly string[]) =>
    execFileSync(join(poppler.root, 'usr/bin', program), args, { env: poppler.env, encoding: 'utf8' });
  return (pdf) => ({
    text: unspaced(run('pdftotext', '-raw', pdf, '-')),
    missingFonts: run('pdffonts', pdf)
      .split('\n')
      .slice(2)
      .filter((line) => line !== '' && !/\byes +(?:yes|no) +(?:yes|no) +\d+ +\d+\s*$/.test(line)),
    picture: pictureOf((stem) =>
      run('pdftoppm', '-gray', '-r', String(DOTS_PER_INCH), '-f', '1', '-singlefile', pdf, stem),
    ),
  });
}

/** Lines break elsewhere on paper, and a PDF knows no spaces between columns. */
export const unspaced = (text: string): string => text.replace(/\s+/g, '');

function pictureOf(draw: (stem: string) => void): Picture {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-page-'));
  try {
    draw(join(folder, 'page'));
    const file = readFileSync(join(folder, 'page.pgm'));
    const [head, width, height] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(file.toString('latin1', 0, 64)) ?? [''];
    return { width: Number(width), height: Number(height), dots: file.subarray(head.length) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The first and the last column, and the last row, that have ink in them, in millimetres. */
export function inkIn({ width, height, dots }: Picture): { left: number; right: number; bottom: number } {
  let [left, right, bottom] = [width, -1, -1];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if ((dots[y * width + x] ?? 255) < WHITE)
        [left, right, bottom] = [Math.min(left, x), Math.max(right, x), y];
  return { left: left / DOTS_PER_MM, right: (right + 1) / DOTS_PER_MM, bottom: (bottom + 1) / DOTS_PER_MM };
}

/** What a camera would read off the page. */
export function qrIn({ width, height, dots }: Picture): string | undefined {
  // Red, green, blue and how opaque: a sheet has four million dots, so each is written at once.
  const colours = new Uint32Array(width * height);
  for (let at = 0; at < colours.length; at += 1) colours[at] = 0xff000000 | ((dots[at] ?? 0) * 0x010101);
  // Ink on paper: a white code on black would not be one.
  return jsQR(new Uint8ClampedArray(colours.buffer), width, height, { inversionAttempts: 'dontInvert' })
    ?.data;
}

/**
 * Whether some row of dots holds these bars and gaps, from the first bar to the last, each as wide as it
 * should be in whole dots (one dot more or less where the edge of a bar falls between two).
 */
export function hasBars({ width, height, dots }: Picture, modules: readonly number[]): boolean {
  for (let y = 0; y < height; y += 4) {
    const runs = runsOf(dots.subarray(y * width, (y + 1) * width)).slice(1, -1);
    if (runs.length !== modules.length) continue;
    const perModule = runs.reduce((sum, run) => sum + run, 0) / modules.reduce((sum, run) => sum + run, 0);
    if (runs.every((run, at) => Math.abs(run - (modules[at] ?? 0) * perModule) <= 1)) return true;
  }
  return false;
}

/** Lengths of white and black, in turn, beginning with white. */
function runsOf(row: Uint8Array): number[] {
  const runs: number[] = [];
  let black = false;
  let length = 0;
  for (const dot of row) {
    if (dot < BAR === black) length += 1;
    else {
      runs.push(length);
      black = !black;
      length = 1;
    }
  }
  return [...runs, length];
}
