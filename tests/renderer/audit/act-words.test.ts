import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '@contract/index';
import type { Endpoint } from '@contract/rpc';
import { describe, expect, it } from 'vitest';
import en from '../../../renderer/locales/en/audit.json';
import zh from '../../../renderer/locales/zh-CN/audit.json';

type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;
const LANGUAGES: readonly (readonly [string, Words])[] = [
  ['zh-CN', zh.act],
  ['en', en.act],
];

/** Queries change nothing, so none of them is ever in the trail. */
const channels = Object.entries(contract).flatMap(([room, endpoints]) =>
  Object.entries<Endpoint>(endpoints)
    .filter(([, { kind }]) => kind !== 'query')
    .map(([name]) => `${room}.${name}`),
);

/** What is written into the trail without a channel of its own stands in the source as a word. */
const toldBySource = ['electron/main', 'db'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('sample'))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/\bact: '(\w+\.\w+)'/g)])
    .flatMap(([, act]) => (act === undefined ? [] : [act])),
);

describe.each(LANGUAGES)('the audit trail in %s', (_language, words) => {
  it.each([...new Set([...channels, ...toldBySource])].sort())('has words for %s', (act) => {
    const [room = '', name = ''] = act.split('.');
    expect(words[room]?.[name] ?? '').not.toBe('');
  });

  it('has no words for acts that there are none of', () => {
    const known = new Set([...channels, ...toldBySource, 'clock.back', 'staff.wrong_pin']);
    const told = Object.entries(words).flatMap(([room, names]) =>
      Object.keys(names).map((name) => `${room}.${name}`),
    );
    expect(told.filter((act) => !known.has(act))).toEqual([]);
  });
});
