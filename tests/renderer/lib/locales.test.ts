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

describe('one word for one thing, and none that a shop does not use (rules.md, Words)', () => {
  const everything = (locale: string) =>
    rooms.flatMap((room) => read(locale, room).map(([key, text]) => [`${room}: ${key}`, text] as const));
  const where = (locale: string, word: RegExp) =>
    everything(locale)
      .filter(([, text]) => word.test(text))
      .map(([key]) => key);

  it.each([
    [/客人/, '顾客'],
    [/密码/, 'PIN'],
    [/作废/, '收回'],
    [/分组/, '分群'],
    [/停住/, '锁住'],
    [/(示例|样例|练习)(门)?店(?!铺)/, '示例店铺, 练习店铺'],
    [/收银导入/, '收银小票'],
    [/[「」]/, '“ ”'],
  ])('zh-CN: no %s; it says %s', (other) => expect(where('zh-CN', other)).toEqual([]));

  it('zh-CN: only to customers a member of staff is 店员', () =>
    expect(
      where('zh-CN', /店员/).filter((key) => !/^display\.json|^members\.json: consent\.slip\./.test(key)),
    ).toEqual([]));

  it('zh-CN: no half-width sign of punctuation beside a Chinese character', () =>
    expect(where('zh-CN', /\p{Script=Han}[,;:!?()]|[,;:!?(]\p{Script=Han}/u)).toEqual([]));

  it('zh-CN: a date stands off from the words before it', () =>
    expect(where('zh-CN', /\p{Script=Han}\{\{date\b/u)).toEqual([]));

  it.each([
    [/\blaps(e|es|ed|ing)\b/i, 'expire'],
    [/\breckon/i, 'work out'],
    [/\b(anew|nought|lest)\b/i, 'again, 0'],
    [/\bby lot\b/i, 'at random'],
    [/\d %/, '10%'],
    [/good until/i, 'valid until'],
    [/customer's screen/i, 'customer display'],
  ])('en: no %s; it says %s', (other) => expect(where('en', other)).toEqual([]));

  it('en: a level is one of the handbook’s service levels; a member has a tier', () =>
    expect(where('en', /\blevel/i).filter((key) => !key.startsWith('handbook.json'))).toEqual([]));
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
