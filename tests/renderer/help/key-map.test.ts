import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEY_MAP } from '@renderer/app/help/key-map';
import { expect, it } from 'vitest';

// Part 7: "full keyboard map with `?`": what it shows is bound, and what is bound is shown.

const RENDERER = join(import.meta.dirname, '../../../renderer');
const sources = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('help/key-map.ts'))
  .map((name) => ({ name, text: readFileSync(join(RENDERER, name), 'utf8') }));

const SAID: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  ArrowLeft: '←',
  ArrowRight: '→',
  Period: '.',
  Comma: ',',
};
/** `alt+K` as the caps say it: `Alt+K`. */
const asCaps = (bound: string): string =>
  bound
    .split('+')
    .map((part) => SAID[part] ?? part)
    .join('+');

/** Keys with Ctrl or Alt that a source binds by name. */
const bound = sources.flatMap(({ name, text }) =>
  [...text.matchAll(/'((?:mod|alt|shift)\+[A-Za-z]+)'/g)].map(([, key = '']) => ({ name, cap: asCaps(key) })),
);
/** Of function keys, a bar of the bottom or a panel. */
const functionKeys = new Set(
  sources.flatMap(({ text }) => [...text.matchAll(/'(F(?:[1-9]|1[0-2]))'/g)].map(([, key = '']) => key)),
);

/** `Alt`, `4–9` are six keys; `Ctrl`, `PageUp`, `PageDown` are two; `F4–F7` are four. */
function keysOf(caps: readonly string[]): string[] {
  const [first = '', ...rest] = caps;
  const held = first === 'Ctrl' || first === 'Alt' ? first : null;
  const range = (cap: string): string[] => {
    const [, letter = '', from, to] = /^(F?)(\d)–F?(\d)$/.exec(cap) ?? [];
    if (from === undefined || to === undefined) return [cap];
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => `${letter}${Number(from) + at}`);
  };
  const keys = (held === null ? caps : rest).flatMap(range);
  return held === null ? keys : keys.map((key) => `${held}+${key}`);
}
const shown = KEY_MAP.flatMap(({ rows }) => rows.flatMap(([, caps]) => keysOf(caps)));

it('every key with Ctrl or Alt stands in the map or as a cap on its screen', () => {
  expect(bound.length).toBeGreaterThan(20);
  const caps = sources.map(({ text }) => text).join('\n');
  const missing = bound.filter(({ cap }) => !shown.includes(cap) && !caps.includes(cap));
  expect(missing).toEqual([]);
});

it('every key with Ctrl or Alt in the map is bound', () => {
  const known = new Set(bound.map(({ cap }) => cap));
  // Bound by place, not by name: places of the rail, parts of a screen, presets and coupons.
  const text = sources.map((source) => source.text).join('\n');
  expect(text).toMatch(/`mod\+\$\{hotkey\}`/);
  expect(text).toMatch(/`Alt\+\$\{place \+ 1\}`/);
  // Plus and minus stand elsewhere on other keyboards: bound by the character.
  expect(text).toContain("{ '+': 1, '=': 1, '-': -1, _: -1 }");
  const byName = shown.filter((key) => /^(?:Ctrl|Alt)\+/.test(key) && !/\+[\d+−]$/.test(key));
  expect(byName.filter((key) => !known.has(key))).toEqual([]);
});

it('every function key in the map is bound', () => {
  const inMap = shown.filter((key) => /^F\d+$/.test(key));
  expect(inMap.filter((key) => !functionKeys.has(key) && key !== 'F8')).toEqual([]);
});
