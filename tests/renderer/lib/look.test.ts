import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** One visual language: what a stylesheet may say, so that no screen has its own greys, sizes or corners. */
const RENDERER = join(import.meta.dirname, '../../../renderer');
/** Colours are given there once, in both themes. */
const PALETTE = 'app/base.css';

/** In pixels: the five sizes of type, each with the line it stands on. */
const SIZES = [12, 14, 16, 20, 28];
/** A 4-pixel grid, with half a step inside controls. */
const onGrid = (px: number) => px % 4 === 0 || px === 2 || px === 6 || px === 1;

interface Declaration {
  readonly property: string;
  readonly value: string;
}

const sheets = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.css'));

function declarationsOf(file: string): Declaration[] {
  const text = readFileSync(join(RENDERER, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...text.matchAll(/(?<=[{;]\s*)([\w-]+)\s*:\s*([^;{}]+);/g)].map(([, property, value]) => ({
    property: property ?? '',
    value: value?.trim() ?? '',
  }));
}

/** Every declaration that a rule does not allow, with its file; a rule that judges nothing would prove nothing. */
function strangers(
  applies: (of: Declaration, file: string) => boolean,
  allows: (value: string) => boolean,
): string[] {
  const judged = sheets.flatMap((file) =>
    declarationsOf(file)
      .filter((each) => applies(each, file))
      .map((each) => ({ ...each, file })),
  );
  expect(judged.length).toBeGreaterThan(4);
  return judged
    .filter(({ value }) => !allows(value))
    .map(({ file, property, value }) => `${file}: ${property}: ${value}`);
}

/** Lengths in pixels, without their sign; lengths of paper and of the customer's page have other units. */
const pixelsIn = (value: string): number[] =>
  [...value.matchAll(/(\d+(?:\.\d+)?)px/g)].map(([, px]) => Number(px));

describe('one visual language (look.md)', () => {
  it('the palette is the only place with colours of its own', () =>
    expect(
      strangers(
        ({ property, value }, file) =>
          file !== PALETTE &&
          (/color|background|border|fill|stroke|outline|shadow/.test(property) || value.includes('#')),
        (value) =>
          !/#[0-9a-f]{3}|\b(?:rgb|hsl|oklch|lab)a?\(|\b(?:white|black|gray|grey|red|orange)\b/i.test(value),
      ),
    ).toEqual([]));

  it('type has five sizes', () =>
    expect(
      strangers(
        ({ property }, file) => property === 'font-size' && !file.startsWith('display/'),
        (value) => pixelsIn(value).every((px) => SIZES.includes(px)) && !/r?em\b|%/.test(value),
      ),
    ).toEqual([]));

  it('type has two weights', () =>
    expect(
      strangers(
        ({ property }) => property === 'font-weight',
        (value) => /^(?:400|600|inherit)$/.test(value),
      ),
    ).toEqual([]));

  it('type has the faces of the palette', () =>
    expect(
      strangers(
        ({ property }) => property === 'font-family',
        (value) => /^(?:inherit|var\(--face(?:-mono)?\))$/.test(value),
      ),
    ).toEqual([]));

  it('space is on the grid', () =>
    expect(
      strangers(
        ({ property }) => /^(?:gap|row-gap|column-gap|margin|padding)/.test(property),
        (value) => pixelsIn(value).every(onGrid),
      ),
    ).toEqual([]));

  it('corners are those of the palette', () =>
    expect(
      strangers(
        ({ property }) => /border.*radius/.test(property),
        (value) => /^(?:0|50%|inherit|var\(--corner(?:-small)?\))$/.test(value),
      ),
    ).toEqual([]));

  it('nothing has a shadow but what lies over the screen; lines inside are no shadow', () =>
    expect(
      strangers(
        ({ property }) => property === 'box-shadow',
        (value) => /^(?:none|var\(--raised\)|inset [^,]+ var\(--[\w-]+\))$/.test(value),
      ),
    ).toEqual([]));

  it('nothing moves for longer than 120 ms', () =>
    expect(
      strangers(
        ({ property }) => /^(?:transition|animation|text-wrap|scroll-behavior)/.test(property),
        (value) =>
          [...value.matchAll(/([\d.]+)(m?s)\b/g)].every(
            ([, time, unit]) => Number(time) * (unit === 's' ? 1000 : 1) <= 120,
          ) && value !== 'smooth',
      ),
    ).toEqual([]));
});
