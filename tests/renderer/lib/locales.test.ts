import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const LOCALES = 'renderer/locales';
const PLURAL = /_(?:zero|one|two|few|many|other)$/;

function leaves(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node as object).flatMap(([name, inner]) =>
    leaves(inner, path === '' ? name : `${path}.${name}`),
  );
}
const read = (locale: string, room: string) =>
  leaves(JSON.parse(readFileSync(join(LOCALES, locale, room), 'utf8')) as unknown);
const values = (text: string) => new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((found) => found[1]));

const rooms = readdirSync(join(LOCALES, 'zh-CN'));

describe.each(rooms)('%s', (room) => {
  const zh = read('zh-CN', room);
  const en = read('en', room);
  const keys = (rows: [string, string][]) =>
    [...new Set(rows.map(([key]) => key.replace(PLURAL, '')))].sort();

  it('says the same things in both languages', () => expect(keys(en)).toEqual(keys(zh)));

  it('names the same values', () => {
    const byKey = new Map(zh.map(([key, text]) => [key.replace(PLURAL, ''), values(text)]));
    for (const [key, text] of en)
      expect([key, values(text)]).toEqual([key, byKey.get(key.replace(PLURAL, ''))]);
  });

  it('has both English plural forms, and the one Chinese form', () => {
    for (const [key] of en.filter(([each]) => each.endsWith('_other')))
      expect(en.map(([each]) => each)).toContain(key.replace(PLURAL, '_one'));
    // What English says under the same key is no form of a plural: `denied.too_many`.
    const forms = zh.filter(([key]) => PLURAL.test(key) && !key.endsWith('_other'));
    expect(forms.filter(([key]) => !en.some(([each]) => each === key))).toEqual([]);
  });

  it('leaves nothing empty', () =>
    expect([...zh, ...en].filter(([, text]) => text.trim() === '')).toEqual([]));
});

describe('the source', () => {
  const files = readdirSync('renderer', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(tsx?|html|css)$/.test(file),
  );

  it('speaks no Chinese outside the locale files', () => {
    const code = (file: string) =>
      readFileSync(join('renderer', file), 'utf8')
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/^\s*\/\/.*$/gm, '');
    expect(files.filter((file) => /\p{Script=Han}/u.test(code(file)))).toEqual([]);
  });
});
